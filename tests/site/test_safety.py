"""Invariant 9: text from a source is data. Nothing in it becomes script, or leaves the page that it stands on."""

from unicodedata import category

import pytest
from hypothesis import given

from secc.document.model import AttachmentPart, DisplayDocument, FigurePart, Part
from secc.history import Memory
from secc.ids import DocumentId, DocumentKind
from secc.reading.pictures import withheld
from secc.render.html import to_html
from secc.site.published import published
from tests.render.parts import parts
from tests.render.surroundings import OnePage
from tests.site.codes import HOSTILE, PICTURE, files, made, made_from
from tests.site.reading import SITE, Element, elements, links

# What the renderer and the templates write; anything else came from a source.
ELEMENTS = frozenset(
    (
        "a", "article", "aside", "b", "blockquote", "body", "caption", "code", "dd", "details", "dfn", "div", "dl",
        "dt", "em", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "html", "img", "li",
        "link", "main", "meta", "nav", "ol", "p", "pre", "script", "section", "span", "strong", "summary", "sup",
        "table", "tbody", "td", "th", "thead", "title", "tr", "ul", "math", "mrow", "mi", "mn", "mo", "mtext", "msub",
        "msup", "msubsup", "mfrac", "msqrt", "mroot", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
        "mstyle", "mspace", "merror", "button", "form", "input", "kbd", "label",
    )
)  # fmt: skip
ATTRIBUTES = frozenset(
    (
        "action", "alt", "alttext", "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete",
        "charset", "class", "content", "data-cite", "data-code", "data-copy", "data-page", "data-preview", "data-range",
        "data-keys", "data-no-number", "data-of", "data-each-day", "data-day", "data-then", "data-of-today",
        "data-search", "data-sign", "defer", "display", "download", "href", "http-equiv", "id", "inputmode", "lang",
        "for", "name", "placeholder", "spellcheck", "title",
        "rel", "role", "scope", "src", "tabindex", "type", "xmlns", "mathvariant", "stretchy", "movablelimits",
        "fence", "form",
    )
)  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg"{attributes}>{inside}</svg>'
# To whoever reads UTF-7 the script is within <![CDATA[…]]>; browsers do not, and to them it is a script.
_HIDDEN = "<desc>+ADwAIQBbAEMARABBAFQAQQBb-<script>alert(1)</script>+AF0AXQA+-</desc>"
_IN_UTF_7 = b'<?xml version="1.0" encoding="UTF-7"?>' + SVG.format(attributes="", inside=_HIDDEN).encode()


def strange(found: list[Element]) -> list[Element]:
    """Elements and attributes that no template and no renderer writes."""
    return [each for each in found if each.name not in ELEMENTS or not ATTRIBUTES.issuperset(each.attributes)]


def own_scripts(found: list[Element]) -> bool:
    """Whether every script is a file of the theme, or data that no browser runs; and there are those of every page."""
    scripts = [each.attributes for each in found if each.name == "script"]
    sources = [each["src"].rpartition("/")[2].partition(".")[0] for each in scripts if "src" in each]
    data = [each for each in scripts if "src" not in each]
    own = set(sources) <= {"preview", "reading", "as-at", "compare", "day"} and {"preview", "reading"} <= set(sources)
    return own and all(each.get("type") == "application/ld+json" for each in data)


def test_no_page_of_a_hostile_code_has_markup_of_its_making() -> None:
    for page in made(HOSTILE).pages:
        found = elements(page.html)
        assert strange(found) == []
        assert own_scripts(found), page.url


def test_no_link_of_a_hostile_code_leads_off_the_web() -> None:
    for page in made(HOSTILE).pages:
        assert all(link.startswith((SITE, "https://")) for link in links(page)), page.url


def test_every_hostile_word_is_still_there_to_read() -> None:
    """Refused as markup, not as text: what was written is shown."""
    everything = "".join(page.html for page in made(HOSTILE).pages)
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 20, 21, 22):
        assert f"alert({number})" in everything, number


def test_files_go_out_under_names_that_no_browser_runs() -> None:
    found = {file.url for file in made(HOSTILE).files}
    assert "files/figures/evil.html.txt" in found
    assert not any(url.startswith("files/") and not url.endswith(".txt") for url in found)


@given(parts)
def test_no_parts_make_markup(some: tuple[Part, ...]) -> None:
    found = elements(to_html(some, OnePage()).text)
    assert strange(found) == []
    for each in found:
        assert not each.attributes.get("href", "").lower().lstrip().startswith(("javascript:", "data:", "vbscript:"))


class Everything:
    """A tree in which there is a picture at every path."""

    def has(self, path: str) -> bool:
        return bool(path)

    def read(self, path: str) -> bytes:
        return PICTURE if path.endswith(".svg") else b""

    def paths(self, folder: str) -> tuple[str, ...]:
        return (f"{folder}/picture.svg",)


@pytest.mark.parametrize(
    ("path", "goes_out"),
    [
        ("figures/a.svg", True),
        ("../outside.svg", False),
        ("figures/../../outside.svg", False),
        ("/etc/a.svg", False),
        ("a\\..\\b.svg", False),
        ("figures//a.svg", False),
        ("./a.svg", False),
        ("c:a.svg", False),
        (".. /.. /outside.svg", False),
        (".../outside.svg", False),
        ("figures/a.svg. ", False),
        ("figures/con.svg", False),
        ("Aux/a.svg", False),
        ("figures/nul .tar.svg", False),
        ("figures/console.svg", True),
        ("figures/a b..c.svg", True),
    ],
)
def test_no_path_leaves_the_folder_of_files(path: str, goes_out: bool) -> None:
    named = (FigurePart("x", path), AttachmentPart(path, "x"))
    document = DisplayDocument(DocumentId(DocumentKind.SECTION, "H"), (), "", "", named)
    assert bool(published([document], Everything()).files()) is goes_out


def test_no_two_files_have_one_address() -> None:
    """Whatever a file is called by the side of one whose name was put on."""
    paths = ("a.xsd", "a.xsd.txt", "a.xsd.txt.txt", "b.txt", "c", "c.txt", "d.xlsx", "d.xlsx.txt")
    tree = Memory({path: path.encode() for path in paths})
    document = DisplayDocument(
        DocumentId(DocumentKind.SECTION, "H"), (), "", "", tuple(AttachmentPart(path, path) for path in paths)
    )
    found = published([document], tree)
    assert {path: file.contents.decode() for path, file in found.attachments.items()} == {path: path for path in paths}
    assert [file.url.removeprefix("files/") for file in found.attachments.values()] == [
        "a.xsd.txt", "a.xsd.txt.txt", "a.xsd.txt.txt.txt", "b.txt", "c.txt", "c.txt.txt", "d.xlsx", "d.xlsx.txt",
    ]  # fmt: skip
    assert len({file.url.lower() for file in found.files()}) == len(paths)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<a href="javascript:alert(1)"><path/></a>',
        '<a href="https://e.org"><path/></a>',
        '<path onclick="alert(1)"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
        '<image href="https://e.org/x.png"/>',
        '<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://e.org/x.png"/>',
        '<style>@import "https://e.org/x.css";</style>',
        '<style><!-- x -->@import "https://e.org/x.css";</style>',
        '<style>@imp<g/>ort "https://e.org/x.css";</style>',
        '<style><g>@import "https://e.org/x.css";</g></style>',
        '<style><![CDATA[@import "https://e.org/x.css";]]></style>',
        '<style>&#64;import "https://e.org/x.css";</style>',
        '<a href="javascript:alert(1)" xmlns:x="https://e.org/" x:href="#a"><path/></a>',
        '<image href="https://e.org/x.png" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>',
        '<a href="#a" ping="https://e.org/x"><path/></a>',
        "<path style=\"background-image: image-set('https://e.org/x.png' 1x)\"/>",
        '<style>svg { background-image: src("https://e.org/x.png") }</style>',
        '<path style="fill:url(https://e.org/x)"/>',
        r'<path style="fill:u\72l(https://e.org/x)"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        '<g xml:base="https://e.org/"><use href="#a"/></g>',
        "<metadata><script>alert(1)</script></metadata>",
        '<n xmlns="http://www.inkscape.org/namespaces/inkscape"><a href="https://e.org"/></n>',
        '<n xmlns="http://www.inkscape.org/namespaces/inkscape" onclick="alert(1)"/>',
        '<n xmlns="https://e.org/of-another-language"/>',
        "<?xml-stylesheet href='x.xsl'?>",
    ],
)
def test_no_picture_runs_or_fetches_anything(inside: str) -> None:
    assert withheld("a.svg", SVG.format(attributes="", inside=inside).encode())


def test_pictures_that_only_draw_are_published() -> None:
    assert not withheld("figures/square.svg", PICTURE)
    drawn = '<defs><marker id="m"/></defs><!-- x --><style>.a { fill: url(#m) }</style><use href="#m"/>'
    assert not withheld("a.SVG", SVG.format(attributes="", inside=drawn).encode())
    assert not withheld("a.svg", SVG.format(attributes="", inside=drawn).encode("utf-16"))
    assert not withheld("a.png", b"\x89PNG\r\n\x1a\n...IEND")


DOCTYPE = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
PLAIN = SVG.format(attributes="", inside="<path/>")


@pytest.mark.parametrize(
    "text",
    [
        DOCTYPE + PLAIN,
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Generator: x -->\n{DOCTYPE}\n{PLAIN}',
        DOCTYPE.replace('"', "'").replace(" PUBLIC", "\n  PUBLIC") + PLAIN,
        "<!DOCTYPE svg>" + PLAIN,
        DOCTYPE + SVG.format(attributes="", inside="<text>R&amp;D &#8364; &lt;</text>"),
        '<?xml version="1.0" encoding="UTF-16"?>' + DOCTYPE + PLAIN,
        SVG.format(attributes="", inside='<n xmlns="http://www.inkscape.org/namespaces/inkscape" pagecolor="#fff"/>'),
    ],
)
def test_what_programs_that_draw_write_is_no_reason_to_withhold_a_picture(text: str) -> None:
    assert withheld("a.svg", text.encode("utf-16" if "UTF-16" in text else "utf-8")) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (DOCTYPE[:-1] + '[<!ENTITY a "x">]>' + PLAIN, "declares"),
        (DOCTYPE[:-1] + '[<!ATTLIST path onload CDATA "alert(1)">]>' + PLAIN, "declares"),
        (DOCTYPE[:-1] + '[<!ENTITY % a SYSTEM "https://e.org/x">%a;]>' + PLAIN, "declares"),
        (f"<!-- {DOCTYPE} -->" + DOCTYPE[:-1] + '[<!ATTLIST path onload CDATA "alert(1)">]>' + PLAIN, "declares"),
        (DOCTYPE.replace("www.w3.org", "e.org") + PLAIN, "declares"),
        ('<!DOCTYPE svg SYSTEM "svg11.dtd">' + PLAIN, "declares"),
        (DOCTYPE.replace("DTD SVG 1.1", "DTD XHTML 1.0 Strict") + PLAIN, "declares"),
        (DOCTYPE + SVG.format(attributes="", inside='<path style="fill:url&lpar;https://e.org/x)"/>'), "an entity"),
        (DOCTYPE + SVG.format(attributes="", inside="<text>&colon;</text>"), "an entity"),
    ],
)
def test_no_picture_has_anything_out_of_a_document_type(text: str, why: str) -> None:
    """What it declares is expanded by browsers; and one that is not of SVG brings entities that they know."""
    assert why in withheld("a.svg", text.encode())
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        said = '<?xml version="1.0" encoding="UTF-16"?>' + text
        assert why in withheld("a.svg", said.encode(encoding))


@pytest.mark.parametrize(
    ("path", "contents"),
    [
        ("a.png", b"<svg onload=alert(1)>"),
        ("a.png", b"\x89PNG\r\n\x1a\n...IHDR..."),
        ("a.jpg", b"\xff\xd8\xff\xe0..."),
        ("a.webp", b"RIFF....WEBP"),
        ("a.html", b"<p>x</p>"),
        ("a", b""),
        ("a.svg", b"not xml"),
        ("a.svg", b'<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
        ("a.svg", b'<?xml-stylesheet href="x.xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.svg", b'<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>'),
        ("a.svg", b"<svg/>"),
        ("a.svg", SVG.format(attributes="", inside="<g>" * 256 + "</g>" * 256).encode()),
        ("a.svg", SVG.format(attributes="", inside="&nbsp;").encode()),
        ("a.svg", _IN_UTF_7),
        ("a.svg", b'<html xmlns="http://www.w3.org/1999/xhtml"/>'),
    ],
)
def test_a_file_that_is_not_what_it_says_is_no_picture(path: str, contents: bytes) -> None:
    assert withheld(path, contents)


def test_the_notice_and_the_title_are_data_too() -> None:
    tree = Memory(files({}, title="<script>alert(1)</script>", notice="</p><script>alert(2)</script>"))
    for page in made_from(tree).pages:
        assert strange(elements(page.html)) == []
        assert own_scripts(elements(page.html)), page.url


def test_no_control_character_stands_in_a_page() -> None:
    order = "\x1b]0;title\x07\x9b"
    clause = f'H1.1 The DCC{order} shall:\n\n  define "De{order}vice" means it.\n'
    text = f"section H: Serv{order}ices\n\n# H1 Ser{order}vices\n\n{clause}"
    pages = {each.url: each.html for each in made({"sections/H.sec": text}).pages}
    for url, html in pages.items():
        assert all(each in "\n\t" or category(each) != "Cc" for each in html), url
    assert "The DCC[U+001B]]0;title[U+0007][U+009B] shall" in pages["H1/"]
