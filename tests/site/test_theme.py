"""The files that every page uses, as they are sent: what a browser reads of them."""

from pathlib import Path

import pytest

from tests.site.codes import sample_site

ASSETS = sorted((Path(__file__).parents[2] / "site" / "assets").glob("*.[jc]s*"))


@pytest.mark.parametrize("path", [each for each in ASSETS if each.suffix == ".js"], ids=lambda path: path.name)
def test_no_template_goes_over_the_end_of_a_line(path: Path) -> None:
    """So that how a line is set in means nothing, and a line that begins as a comment is one."""
    lines = [each for each in path.read_text(encoding="utf-8").splitlines() if not each.lstrip().startswith("//")]
    assert [each for each in lines if each.count("`") % 2 or "/*" in each] == []


def test_what_is_said_to_people_alone_is_not_sent() -> None:
    sent = {
        each.url: each.contents.decode()
        for each in sample_site().files
        if each.url.startswith("assets/") and each.url.endswith((".js", ".css"))
    }
    assert len(sent) > 30
    for url, contents in sent.items():
        assert "/*" not in contents, url
        assert not any(line.startswith((" ", "//")) for line in contents.splitlines()), url
