"""The canonical form and its digest, pinned: a change here is a new prefix, not an edit of a vector."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from secc.code.digest import canonical, code_digest, digest
from secc.code.load import read_document, source_of
from secc.code.model import Document
from secc.ids import Address, DocumentId, DocumentKind
from tests.code.documents import DOCUMENTS, said

EVERYTHING = r"""
appendix AL: SMETS1 *Transition*
unit: Clause
known-as: TMAD

Preamble, "quoted".

# 1 Introduction

## Scope

1.1 **Scope.** The DCC shall:[^1]
  (a) act at `12:00`, as [published](https://example.org/a); and
    i. use $\alpha  + 1$;

  in each case.

  - a bullet

  define "Term" or "T" means words.

  table: Roles

  | Role | Who |
  | --- | --- |
  | User | a "Party" |

  $$
  a =
    b + c
  $$

  ```xml
  <a>	"b"\</a>
  ```

  ![Devices](figures/devices.svg)

  attachment: figures/devices.xlsx "Annex A"

  > 2 Words set out.

  [^1]: A footnote.

1.2 [Not used]

part B: More
meanings: GBCS

annex A: Forms

A1 Words.
"""

CANONICAL = r"""
[0,"document","appendix-AL","SMETS1 Transition"]
[1,"attribute","known-as","TMAD"]
[1,"attribute","unit","Clause"]
[1,"text","Preamble, \"quoted\"."]
[1,"sub-section","1","Introduction"]
[2,"sub-heading",1,"Scope"]
"""


def document(text: str) -> Document:
    return read_document(source_of("appendices/AL.sec", text.lstrip("\n").encode())).document


def test_show() -> None:
    print(canonical(document(EVERYTHING)).decode())
    print(digest(document(EVERYTHING)))
