"""Documents, the whole Code and redlines as PDF, set by typst.

What is to be set goes to typst as JSON, which a template that is always the same (`template.typ`) reads: no word of a
source ever is typst's own language. The same input gives the same bytes, on any machine and at any date.
"""

from secc.render.imprint import Imprint
from secc.render.pdf.making import code_to_pdf, document_to_pdf, redline_to_pdf

__all__ = ["Imprint", "code_to_pdf", "document_to_pdf", "redline_to_pdf"]
