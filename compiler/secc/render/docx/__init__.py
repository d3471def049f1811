"""Word files: a redline with real tracked changes, and a document, or the whole Code, as it stands.

Accepting all changes of a redline gives the paragraphs of the new text, rejecting all those of the old one. Numbers are
written out, since Word would count what was deleted too. The same redline gives the same bytes: author and day are
arguments. docs/word.md says how each change is written.
"""

from secc.render.docx.making import code_to_docx, document_to_docx, redline_to_docx
from secc.render.docx.tracked import Tracking
from secc.render.imprint import Imprint

__all__ = ["Imprint", "Tracking", "code_to_docx", "document_to_docx", "redline_to_docx"]
