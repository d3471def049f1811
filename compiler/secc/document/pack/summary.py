"""What a pack says of itself: what is in it, what changes when, who is affected, and what is still open."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from secc.document.formal_model import Chapter, Paper
from secc.document.model import HeadingPart, Part, Run, Runs, Style, TablePart, TextPart, ToWeb
from secc.document.pack.model import AffectedDocument, Became, Drift, Pack, Question, StagePack, Users
from secc.document.redline_model import Edition
from secc.ids import DocumentId, DocumentKind
from secc.instruments.printing_when import listed
from secc.timeline.dates import printed_day

_NOTHING = "None."
_FORMS = {"docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown"}
_ORDER = tuple(_FORMS)


class FileSaid(Struct, frozen=True, kw_only=True):
    """A file of the pack: where it lies, what it is, and the SHA-256 of its contents.

    `stage` counts from 0 the day whose text it holds, and `document` is the one it is of; None for what is about the
    whole.
    """

    path: str
    what: str
    sha256: str
    stage: int | None = None
    document: DocumentId | None = None


def summary(pack: Pack, short: str, files: Sequence[FileSaid]) -> Paper:
    """The summary, which lists these files; `short` is what the Code is called in the head of a table, such as SEC."""
    title = f"{pack.kind.capitalize()}: {pack.title}"
    parts = [_table((), _facts(pack, [each for each in files if each.stage is None]))]
    for place, stage in enumerate(pack.stages):
        parts += _stage(stage, short, [each for each in files if each.stage == place])
    if not pack.stages:
        parts += [_heading(1, "Text"), _text(f"This {pack.kind} changes no words of the {pack.code}.")]
    if pack.effects:
        head = ("Paragraph", "What it says", "When")
        rows = ((_run(each.number), _run(each.words), _run(each.when)) for each in pack.effects)
        parts += [_heading(1, "Paragraphs that change no words"), _table(head, rows)]
    parts += [_heading(1, f"Open questions and notes on the {pack.kind}"), *_questions(pack.questions)]
    parts += [_heading(1, "Digests"), *_digests(pack)]
    chapter = Chapter(name="", title=(Run(title),), head=title, lines=(pack.code, pack.name), parts=tuple(parts))
    return Paper(title, (chapter,))


def _facts(pack: Pack, files: Sequence[FileSaid]) -> Iterator[Sequence[Runs]]:
    by = f" by {printed_day(pack.known)}" if pack.known is not None else ""
    days = "; ".join(stage.said for stage in pack.stages) or "no day"
    facts = (
        ("Reference", _run(pack.name)),
        ("Standing", _run(pack.standing)),
        *([("With effect from", _run(pack.starts))] if pack.starts else []),
        ("Changes the text on", _run(days)),
        ("Rests on", _run(f"the instruments recorded{by}")),
        ("Formal text", _links(files)),
        ("For programs", (_link("pack.json", "pack.json"), Run(", "), _link("SHA256SUMS", "SHA256SUMS"))),
    )
    return ((_strong(label), words) for label, words in facts)


# One day


def _stage(stage: StagePack, short: str, files: Sequence[FileSaid]) -> Iterator[Part]:
    yield _heading(1, f"Changes on {stage.said}")
    if stage.assumed:
        assumed = "The texts, and the lists below, are as they would be if it had effect then."
        yield TextPart((*_strong("This is not certain. "), Run(f"{_capital(stage.condition)}. {assumed}")), ())
    yield _text(f"The text {stage.before.said} is compared with the text {stage.after.said}. {_made_by(stage)}")
    yield _heading(2, "Documents affected")
    rows = (_document(each, [file for file in files if file.document == each.id]) for each in stage.documents)
    yield _table(("Document", "What becomes of it", "Before", "Afterwards", "Clean text", "Redline"), rows)
    if files:
        yield _text(f"Their files are in the folder {files[0].path.partition('/')[0]}.")
    yield _heading(2, "Provisions affected")
    lines = ((_run(each.section), _run(_together(each.content))) for each in stage.provisions)
    yield _table((f"{short} Section", "Content"), lines)
    yield _heading(2, "Who else is affected")
    yield from _drift(stage.drift)
    yield _heading(2, "Open questions and notes")
    yield from _questions(stage.questions)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _made_by(stage: StagePack) -> str:
    many = len(stage.paragraphs) > 1
    return f"The change is made by paragraph{'s' * many} {listed(stage.paragraphs)}."


def _document(document: AffectedDocument, files: Sequence[FileSaid]) -> Sequence[Runs]:
    named = f"{document.id.printed}: {document.title}"
    became = {Became.NEW: "New; there is no earlier text", Became.REVOKED: "Revoked; there is no later text"}
    said = became.get(document.became, document.became.capitalize())
    clean, marked = ([each for each in files if part in each.path] for part in ("-clean.", "-redline."))
    versions = (_run(_version(each)) for each in (document.before, document.after))
    return _run(named), _run(said), *versions, _links(clean), _links(marked)


def _together(content: Sequence[str]) -> str:
    """The parts of a content as one sentence."""
    first, *others = content
    return "; ".join((first, *(f"{each[0].lower()}{each[1:]}" for each in others)))


def _version(edition: Edition | None) -> str:
    if edition is None:
        return "none"
    return f"version {edition.version}" if edition.version else "no version given"


def _drift(drift: Drift) -> Iterator[Part]:
    """Terms and references that reach beyond what is changed."""
    if not drift.terms and not drift.references:
        yield _text("No term changes its meaning, and no other document refers to what changes.")
        return
    if drift.terms:
        yield _text("Terms whose definition changes, and the provisions whose meaning may change with them:")
        rows = (
            (_run(f"“{'” or “'.join(each.names)}”"), _run(f"{each.place}: {each.what}"), _users(each.users))
            for each in drift.terms
        )
        yield _table(("Term", "Where it is defined", "Used in"), rows)
    if drift.references:
        yield _text("Provisions that change, and the provisions of other documents that refer to them:")
        rows = ((_run(each.place), _run(each.what), _users(each.users)) for each in drift.references)
        yield _table(("Provision", "What becomes of it", "Referred to in"), rows)


def _users(users: Iterable[Users]) -> Runs:
    said = []
    for each in users:
        places = [_in_one(each.document, each.provisions)] if each.provisions else []
        if each.definitions:
            many = len(each.definitions) > 1
            places.append(f"the definition{'s' * many} of {listed(each.definitions)} in {each.document.printed}")
        said.append(" and ".join(places))
    return _run("; ".join(said) or "nothing else")


def _in_one(document: DocumentId, places: Sequence[str]) -> str:
    """`Sections L14.3(a) and L15.2`, `Appendix AL 4.26(c) and 6.4`."""
    lead = "Section " if document.kind is DocumentKind.SECTION else f"{document.printed} "
    if not all(each.startswith(lead) for each in places) or len(places) == 1:
        return listed(places)
    shown = listed([each.removeprefix(lead) for each in places])
    return f"Sections {shown}" if document.kind is DocumentKind.SECTION else f"{lead}{shown}"


def _questions(questions: Iterable[Question]) -> Iterator[Part]:
    rows = [(_run(str(each.topic)), _run(each.words)) for each in questions]
    yield _table(("About", "Question"), rows) if rows else _text(_NOTHING)


# Digests


def _digests(pack: Pack) -> Iterator[Part]:
    if pack.stages:
        yield _text("A legal digest follows from what a text says, and not from how it is set out.")
    for stage in pack.stages:
        yield _heading(2, f"Changes on {stage.said}")
        yield _table(("Text", "Legal digest"), _digests_of(stage))
        if stage.beside:
            others = f"what other instruments do after this {pack.kind} on the same day"
            yield _text(f"Those of the whole of the {pack.code} are without {others}.")
    yield _text("The SHA-256 of every file of this pack is in SHA256SUMS.")


def _digests_of(stage: StagePack) -> Iterator[Sequence[Runs]]:
    for document in stage.documents:
        for side, edition in (("before", document.before), ("after", document.after)):
            if edition is not None:
                yield _run(f"{document.id.printed}, {side}"), _code(edition.digest)
    for side, text in (("before", stage.before), ("after", stage.after)):
        yield _run(f"The whole, {side}"), _code(text.digest)


# Words


def _heading(level: int, words: str) -> Part:
    return HeadingPart(level, _run(words))


def _text(words: str) -> Part:
    return TextPart(_run(words), ())


def _table(head: Sequence[str], rows: Iterable[Sequence[Runs]]) -> Part:
    heads = (tuple(map(_run, head)),) if head else ()
    return TablePart((), heads, tuple(map(tuple, rows)))


def _run(words: str) -> Runs:
    return (Run(words),) if words else ()


def _strong(words: str) -> Runs:
    return (Run(words, (Style.STRONG,)),)


def _code(words: str) -> Runs:
    return (Run(words, (Style.CODE,)),)


def _links(files: Sequence[FileSaid]) -> Runs:
    """`Word, PDF, HTML`, each leading to its file; a dash where there is none."""
    links: list[Run] = []
    for each in sorted(files, key=lambda file: _ORDER.index(_ending(file.path))):
        links += [*([Run(", ")] if links else []), _link(each.path, _FORMS[_ending(each.path)])]
    return tuple(links) or _run("–")


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


def _link(path: str, words: str) -> Run:
    return Run(words, (), ToWeb(path), 1)
