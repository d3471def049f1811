"""What golden cases may expect: each producer makes text, ending with a line end, of the case's files."""

from collections.abc import Callable, Sequence

from secc.check import check
from secc.check.known import Known
from secc.check.prose import check_letter
from secc.check.prose.rules import PROSE_RULES
from secc.check.rules import RULES
from secc.code.from_syntax import from_syntax
from secc.code.head import ReadDocument
from secc.code.load import NoCache, load
from secc.diagnostics import Diagnostic, Severity
from secc.history import Memory
from secc.instruments.printing import printed, sentence
from secc.instruments.reading import read_instrument
from secc.reading.letter import read_letter
from secc.resolve import resolve
from secc.source import Source
from secc.syntax import parse
from secc.syntax.format import formatted
from tests.compare import shown
from tests.formal import shown as formal_shown
from tests.in_time import told_in_time
from tests.instruments.outline import outline as instrument_outline
from tests.outline import outline
from tests.redline import shown as redlines_shown
from tests.resolve import terms_shown

Producer = Callable[[Sequence[Source]], str]


def read(source: Source) -> ReadDocument:
    """A file as the compiler reads it."""
    return from_syntax(source, parse(source))


def each_file(make: Callable[[Source], str]) -> Producer:
    """A producer that treats the files one by one, with their names between where there are several."""

    def made(sources: Sequence[Source]) -> str:
        if len(sources) == 1:
            return make(sources[0])
        return "".join(f"== {source.path}\n{make(source)}" for source in sources)

    return made


def ast(source: Source) -> str:
    """The typed document."""
    return outline(source, read(source).document)


def diagnostics(source: Source) -> str:
    """The findings of reading the file, each with its place."""
    findings = (read_instrument(source) if source.path.startswith("instruments/") else read(source)).findings
    return "".join(finding_lines(source, found) for found in findings) or "nothing\n"


def finding_lines(source: Source, found: Diagnostic) -> str:
    """`line:column headline`, the label below the marked words, and what helps."""
    line, column = source.place(found.span.start)
    headline = found.headline if found.severity is Severity.ERROR else f"{found.severity}: {found.headline}"
    marked = source.text[found.span.start : found.span.end].partition("\n")[0]
    lines = [f"{line}:{column} {headline}", f"  {_shown(marked)} <- {found.label}" if found.label else ""]
    lines += [f"  help: {help_}" for help_ in found.helps]
    return "".join(f"{each}\n" for each in lines if each)


def findings(sources: Sequence[Source]) -> str:
    """What all the rules find in a Code of these documents, and of what stands beside them, with place and rule."""
    documents = [source.path for source in sources if source.path.endswith(".sec")]
    listed = ", ".join(f'"{path}"' for path in documents)
    settings = f'title = "A Code"\nshort = "AC"\ndocuments = [{listed}]\n'
    files = {"code.toml": settings.encode(), **{source.path: source.text.encode() for source in sources}}
    found = check(resolve(load(Memory(files), NoCache())), RULES)
    by_path = {source.path: source for source in sources}
    lines = [f"{each.rule} {finding_lines(by_path[each.path], each)}" for each in found]
    if len(documents) > 1:
        lines = [f"{each.path} {line}" for each, line in zip(found, lines, strict=True)]
    return "".join(lines) or "nothing\n"


def letter(sources: Sequence[Source]) -> str:
    """What the rules for letters find in `letter.txt`, beside the Code of the other files and what it changes."""
    given = {source.path: source for source in sources}
    written, changed = given["letter.txt"], given.get("changed")
    documents = [source.path for source in sources if source.path.endswith(".sec")]
    listed = ", ".join(f'"{path}"' for path in documents)
    settings = f'title = "A Code"\nshort = "AC"\ndocuments = [{listed}]\n'
    files = {"code.toml": settings.encode(), **{path: given[path].text.encode() for path in documents}}
    known = Known(resolve(load(Memory(files), NoCache()))) if documents else None
    of_change = frozenset(changed.text.splitlines()) if changed is not None else None
    found = check_letter(read_letter(written), known, PROSE_RULES, of_change)
    return "".join(f"{each.rule} {finding_lines(written, each)}" for each in found) or "nothing\n"


def settled(source: Source) -> str:
    """The file with its layout settled."""
    return formatted(source, parse(source))


def instrument(source: Source) -> str:
    """What an instrument says."""
    return instrument_outline(read_instrument(source).instrument)


def printed_instrument(source: Source) -> str:
    """An instrument as it is printed, with its comments."""
    made = read_instrument(source)
    return printed(made.instrument, made.comments)


def sentences(source: Source) -> str:
    """The operations of an instrument as readers are told of them."""
    return "".join(f"{sentence(each)}\n" for each in read_instrument(source).instrument.operations)


def _shown(marked: str) -> str:
    """The words marked, with what cannot be seen or is not one column wide written out."""
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in marked)


def in_time(sources: Sequence[Source]) -> str:
    """What all the rules find in the instruments, and in the states that they make, on 1 June 2022."""
    return told_in_time({source.path: source.text for source in sources})


PRODUCERS: dict[str, Producer] = {
    "ast": each_file(ast),
    "changes": shown.changes,
    "diagnostics": each_file(diagnostics),
    "findings": findings,
    "formal": formal_shown.formal,
    "formatted": each_file(settled),
    "in_time": in_time,
    "instrument": each_file(instrument),
    "letter": letter,
    "printed": each_file(printed_instrument),
    "redline_html": redlines_shown.html,
    "redline_markdown": redlines_shown.markdown,
    "redline_text": redlines_shown.text,
    "sentences": each_file(sentences),
    "terms": terms_shown.terms,
    "uses": terms_shown.uses,
}
