"""Codes to make websites of: a small one with everything in it, a hostile one, and the sample Code."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from secc.code.cache import FolderCache
from secc.code.load import NoCache, load
from secc.history import Folder, Memory, SourceTree
from secc.resolve import resolve
from secc.resolve.model import ResolvedCode
from secc.site.making import MadeSite, day_view, make
from secc.site.sources import SiteSources, open_sources
from secc.site.theme import read_theme

ROOT = Path(__file__).resolve().parents[2]
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'

SMALL = {
    "sections/A.sec": """\
section A: Definitions

# A1 Definitions

A1.1 In this Code:

  define "Device" means a thing that measures, and includes:
    (a) a meter; and
    (b) a hub.

  define "User" or "U" means a person that uses a Device.

  define "Testing Service" has the meaning given to that expression in Section H14.1 (Tests).

# A2 Interpretation

A2.1 A reference to a Device is to each Device.
""",
    "sections/H.sec": """\
section H: Services

# H14 Testing Services

Words before any clause.

## Tests

H14.1 The User shall test each Device (the "Testing Service"):
  (a) with care;
  (b) in accordance with:
    (i) Section A2.1; and
    (ii) Section H15,

  in each case at its own cost.[^1]

  [^1]: The cost is *never* large.

  note: Read with **Section H15**.

### Formulas

H14.2 The charge is $c_t$, where:

  $$
  c_t = \\frac{a_t}{b_t}
  $$

  - `a` is the first; and
  - b is the [second](https://example.org/?a=1&b=2).

H14.3 [Not used]

# H15 Results

H15.1 The results of Section H14.1(b) are in the table.

  table: Results

  | | Passed | Failed |
  | --- | --- | --- |
  | Device | 1 | 2 |
  | User | 3 | 4 |

  > 1.1 A form may say: "I agree".

H15.2 See Sections H14.1 to H14.3 and Appendix AL.
""",
    "appendices/AL.sec": """\
appendix AL: A Procedure
known-as: AP
unit: Clause

# 1 Steps

1.1 Follow the picture:

  ![A square](figures/square.svg)

1.2 Send:

  ```xml
  <a href="b">c & d</a>
  ```

annex A: Form

A1 Fill in the form as Clause 1.2 says.

attachment: figures/form.xlsx "The form"
""",
}

HOSTILE = {
    "sections/A.sec": """\
section A: </title><script>alert(1)</script>

# A1 <img src=x onerror=alert(2)>

## "><script>alert(3)</script>

A1.1 In this Code:

  define "<svg/onload=alert(4)>" means '"><script>alert(5)</script>.

  define "Device" means [a](javascript:alert(6)) <a href="javascript:alert(7)">b</a> [c](https://e.org/"onclick="alert(8)).

A1.2 <iframe srcdoc="<script>alert(9)</script>"></iframe> Device &lt;script&gt;alert(10)&lt;/script&gt;[^1]

  [^1]: <style>*{display:none}</style>

  table: <script>alert(11)</script>

  | <b onmouseover=alert(12)>x</b> | </table><script>alert(13)</script> |
  | --- | --- |
  | <a name="cookie"></a> | ` </code><script>alert(14)</script> ` |

  ```html
  </code></pre></script><script>alert(16)</script>
  ```

  $$
  \\text{<script>alert(17)</script>}
  $$

  $\\href{javascript:alert(18)}{x}$ and $<img src=x onerror=alert(19)>$

  ![" onerror="alert(20)](figures/evil.svg)

  ![two](figures/../../outside.png)

A1.3 See Section "><script>alert(21)</script> and the <svg/onload=alert(4)>.

attachment: figures/evil.html "<script>alert(22)</script>"
""",
}
_EVIL = b'<svg xmlns="http://www.w3.org/2000/svg"><script>parent.alert(23)</script></svg>'

_SETTINGS = """\
title = "{title}"
short = "TC"
notice = "{notice}"
documents = [{documents}]
"""


def files(documents: Mapping[str, str], title: str = "Test Code", notice: str = "This is no law.") -> dict[str, bytes]:
    """The files of a code, with the pictures and attachments that they name."""
    listed = ", ".join(f'"{path}"' for path in documents)
    settings = _SETTINGS.format(title=title, notice=notice, documents=listed)
    return {
        "code.toml": settings.encode(),
        "figures/square.svg": PICTURE,
        "figures/form.xlsx": b"PK form",
        "figures/evil.svg": _EVIL,
        "figures/evil.html": b"<script>alert(24)</script>",
        **{path: text.encode() for path, text in documents.items()},
    }


def resolved(documents: Mapping[str, str]) -> tuple[SourceTree, ResolvedCode]:
    """A code in memory, bound."""
    return _resolved(Memory(files(documents)))


def made(documents: Mapping[str, str]) -> MadeSite:
    """The website of a code in memory."""
    return made_from(Memory(files(documents)))


def made_from(tree: SourceTree) -> MadeSite:
    """The website of a code from its files."""
    return made_of(open_sources(tree, NoCache()))


def made_of(sources: SiteSources) -> MadeSite:
    """The website of what it is made of."""
    return make(sources, read_theme(ROOT / "site", sources.code.loaded.settings, day_view(sources)))


@cache
def sample() -> SiteSources:
    """The sample Code as it has effect on its day."""
    return open_sources(Folder(ROOT / "sec-source"), FolderCache(ROOT / "build" / "cache"))


@cache
def sample_site() -> MadeSite:
    """The website of the sample Code."""
    return made_of(sample())


def _resolved(tree: SourceTree) -> tuple[SourceTree, ResolvedCode]:
    return tree, resolve(load(tree, NoCache()))
