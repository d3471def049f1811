"""Word files: a redline with real tracked changes, and a document as it stands.

Accepting all changes of a redline gives the paragraphs of the new text, rejecting all those of the old one. Numbers are
written out, since Word would count what was deleted too. The same redline gives the same bytes: author and day are
arguments. docs/word.md says how each change is written.
"""

from secc.render.docx.making import document_to_docx, to_docx
from secc.render.docx.tracked import Tracking

__all__ = ["Tracking", "document_to_docx", "to_docx"]
