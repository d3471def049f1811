"""A redline as one page of HTML that needs nothing else: `<ins>` and `<del>`, and in words what became of each block.

Without the script, and without the style where a policy forbids it, nothing is lost but comfort: every change links to
the next and the one before, and what is folded away opens. Words that are not of the texts are in elements with
`data-said`; apart from them, deleting every `<ins>` leaves the old text, and deleting every `<del>` the new one.
"""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from secc.document.redline_model import DocumentRedline, Redline
from secc.render.escaping import escape
from secc.render.redline_html_blocks import BlockWriter, HtmlLayout
from secc.render.redline_said import (
    NO_EFFECT,
    SideSaid,
    against,
    counted,
    digests,
    held_against,
    in_each_place,
    sides,
    texts,
    title,
    unchanged_documents,
)


def to_html(redline: Redline, layout: HtmlLayout) -> str:
    """The page."""
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title(redline))}, {escape(against(redline))}</title>\n"
        f"<style>\n{_asset('redline.css')}{_running(redline)}</style>\n</head>\n<body>\n"
        f"{body(redline, layout)}<script>\n{_asset('redline.js')}</script>\n</body>\n</html>\n"
    )


def body(redline: Redline, layout: HtmlLayout) -> str:
    """What stands on the page, for a page that has this style and script itself."""
    return "".join(_body(redline, layout))


def style() -> str:
    """The style of a redline, for a page that holds it in a file of its own."""
    return _asset("redline.css")


def script() -> str:
    """The script, likewise."""
    return _asset("redline.js")


def _asset(name: str) -> str:
    return files("secc.render").joinpath(name).read_text(encoding="utf-8")


def _running(redline: Redline) -> str:
    """What stands at the foot of every printed page."""
    words = f"{title(redline)}, {against(redline)}. {digests(redline)}"
    kept = "".join(letter if letter.isalnum() or letter in " .,:()-→" else f"\\{ord(letter):x} " for letter in words)
    return f'@page {{ @bottom-left {{ content: "{kept}"; font: 6.5pt sans-serif; vertical-align: top; }} }}\n'


def _body(redline: Redline, layout: HtmlLayout) -> Iterator[str]:
    yield '<a class="skip" href="#text">Skip to the text</a>\n'
    yield f'<header>\n<h1>{escape(title(redline))}</h1>\n<p class="against">{escape(_sentence(against(redline)))}</p>\n'
    if len(redline.documents) != 1:
        yield _texts(texts(redline))
    yield f'<p class="counted">{escape(_sentence(counted(redline.tally)))} {_left_out(redline)}</p>\n'
    if redline.against is not None:
        yield f'<p class="counted">{escape(_sentence(held_against(redline)))}</p>\n'
    yield _LEGEND
    yield "".join(_listed(redline))
    yield "</header>\n"
    yield _BAR
    kind = "side-by-side" if layout.side_by_side else "inline"
    yield f'<main id="text" class="{kind}">\n'
    writer = BlockWriter(layout, _last(redline))
    for document in redline.documents:
        yield from _document(redline, document, writer)
    if not redline.documents:
        yield "<p>Nothing changed.</p>\n"
    yield "</main>\n"


def _sentence(words: str) -> str:
    return f"{_capital(words)}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _left_out(redline: Redline) -> str:
    left_out = unchanged_documents(redline)
    return escape(_sentence(left_out)) if left_out else ""


_LEGEND = (
    '<p class="legend" aria-label="Signs">Omitted words are <del>struck through</del>, inserted words '
    '<ins>underlined</ins>; words that moved are <del class="moved">struck</del> where they stood and '
    '<ins class="moved">doubly underlined</ins> where they stand.</p>\n'
)
_BAR = (
    '<nav class="bar" aria-label="Changes" hidden>\n'
    '<button type="button" id="previous">Previous <kbd>p</kbd></button>\n'
    '<button type="button" id="next">Next <kbd>n</kbd></button>\n'
    '<span id="where" role="status"></span>\n'
    '<label><input type="checkbox" id="everything"> Whole text</label>\n'
    '<label><input type="checkbox" id="beside"> Side by side</label>\n'
    '<label><input type="checkbox" id="keys" checked> Keys n and p</label>\n'
    "</nav>\n"
)


def _last(redline: Redline) -> int:
    return max((block.change for block in redline.blocks), default=0)


def _listed(redline: Redline) -> Iterator[str]:
    """The changes, folded away where they are many."""
    if redline.entries:
        rows = "".join(
            f'<li><a href="#change-{entry.change}">{escape(entry.name)}</a> {escape(entry.what)}'
            f"{'' if entry.has_effect else f' ({NO_EFFECT})'}</li>\n"
            for entry in redline.entries
        )
        yield f'<details class="list"><summary>The changes, one by one</summary>\n<ol>\n{rows}</ol>\n</details>\n'
    for each in redline.everywhere:
        places = ", ".join(_place(place.name, place.change) for place in each.places)
        words = escape(in_each_place(each))
        yield f'<details class="list"><summary>Everywhere: {words}</summary>\n<p>{places}</p>\n</details>\n'
    if redline.renumbered:
        rows = "".join(f"<li>{escape(each.before)} → {escape(each.after)}</li>\n" for each in redline.renumbered)
        yield f'<details class="list"><summary>Renumbered</summary>\n<ul>\n{rows}</ul>\n</details>\n'
    if redline.consequential:
        rows = "".join(
            f"<li>{escape(each.name)}: {escape(each.before)} → {escape(each.after)}</li>\n"
            for each in redline.consequential
        )
        yield (
            '<details class="list"><summary>References that only follow a renumbering</summary>\n'
            f"<ul>\n{rows}</ul>\n</details>\n"
        )


def _place(name: str, change: int) -> str:
    return f'<a href="#change-{change}">{escape(name)}</a>' if change else escape(name)


def _document(redline: Redline, document: DocumentRedline, writer: BlockWriter) -> Iterator[str]:
    yield '<section class="document">\n'
    yield f"<h2>{escape(document.title)}</h2>\n"
    yield _texts(sides(redline, document))
    for group in document.groups:
        yield writer.group(group)
    yield "</section>\n"


def _texts(found: Sequence[SideSaid]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{side.name.capitalize()}</th><td>{escape(_capital(side.text))}</td>'
        f"<td>{escape(side.version)}</td><td><code>{escape(side.digest)}</code></td></tr>\n"
        for side in found
    )
    return f'<table class="texts">\n{rows}</table>\n'
