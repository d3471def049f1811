"""The regular expressions of pages on any day."""

from secc.expressions import expression

LINK = expression(r' (href|src)="([~^])/([^"]*)"')
"""A link whose beginning is to be filled in; everything that came from a source has its quotation marks escaped."""

ANCHOR = expression(r"</?a\b[^>]*>")
"""Where a link begins or ends: the words are the same without."""

IDENTIFIER = expression(r' id="([^"]*)"')
"""The `id` of an element."""

OF_A_DAY = expression(r"(?:^|/)\d{4}-\d\d-\d\d/$")
"""The address of a page that is of a day."""

NUMBERED = expression(
    r'<div class="clause" id="[^"]*?(?P<words>[^"]*)">\n<a class="number" href="#[^"]*?(?P<again>(?P=words))">'
    r'(?P<shown>(?P=words))</a>\n<div class="said">\n<p>'
)
"""How a clause begins, with its number wherever that stands."""

DEFINED = expression(
    r'<div class="definition" id="[^"]*?(?P<slug>[^".]*)">\n'
    r'<a class="permalink" href="#[^"]*?(?P<slug_again>(?P=slug))"'
    r' aria-label="Link to the definition of (?P<words>[^"<>]*)"></a>\n'
    r'<div class="said">\n<p>“<dfn>(?P<again>(?P=words))</dfn>”'
)
"""How a definition begins, with what it defines wherever that stands."""

LABELLED = expression(
    r'<div class="paragraph" role="listitem" id="[^"]*?(?P<slug>[^".]*)">\n<a class="number"'
    r' href="#[^"]*?(?P<slug_again>(?P=slug))">(?P<words>[^<>]*)</a>\n<div class="said">\n<p>'
)
"""How a paragraph begins, with its label."""

TERM = expression(r'<a class="term" href="[^"]*?#(?P<slug>[^"]*)">(?P<words>[^<>]*)</a>')
"""The use of a term by its own name."""

REFERENCE = expression(r'<a class="ref" href="~/(?:[^"]*/)?(?P<words>[^"/]*)/">(?:[^<>]* )?(?P<again>(?P=words))</a>')
"""A reference, with the number to which it leads wherever that stands."""

SHORT_LINK = expression(r'<a class="[a-z]*" href="[^"]*">[^<>]*</a>')
"""A link with its words."""

ENDS = expression(r"(?:</p>\n|</div>\n){2,}")
"""Where several elements end."""

TAKEN_OUT = expression(r"<(?P<place>[0-9]+)>")
"""What stands for HTML that was taken out; no tag begins with a digit."""
