"""The defined terms of every day, as data."""

from collections.abc import Iterable, Iterator
from functools import partial

from secc.document.typography import curled
from secc.ids import DocumentId
from secc.render.exports.files import TheCode
from secc.render.exports.schemas import to_json
from secc.render.exports.site_files import TermDays, TermInTime, TermsInTimeFile
from secc.site.any_day.day_lists import period_words
from secc.site.any_day.model import Chronicle
from secc.site.any_day.terms_in_time import NumberedDays
from secc.site.any_day.terms_in_time import TermInTime as Stood
from secc.site.for_programs.placing import beside
from secc.site.former_terms import FormerTerms
from secc.site.made import LateFile

URL = "api/terms-by-day/"


def terms_in_time_file(chronicle: Chronicle, code: TheCode) -> TermsInTimeFile:
    """Every term that there ever was, or is to be by what is decided, with its days."""
    return _file(chronicle.terms, chronicle, code)


def terms_in_time_text(file: TermsInTimeFile) -> str:
    """The same as plain text, a line for each."""
    lines = (file.code.title, "", "Defined terms of every day", "", *map(_line, file.terms))
    return "".join(f"{curled(line)}\n" for line in lines)


def files_of_former_terms(code: TheCode, chronicle: Chronicle, terms: FormerTerms) -> Iterator[LateFile]:
    """The data beside the pages of names that are no terms on the day."""
    for url, of_name in terms.items():
        yield LateFile(beside(url, "json"), partial(_as_data, of_name, chronicle, code))
        yield LateFile(beside(url, "txt"), partial(_as_words, of_name, chronicle, code))


def _as_data(terms: Iterable[Stood], chronicle: Chronicle, code: TheCode) -> bytes:
    return to_json(_file(terms, chronicle, code))


def _as_words(terms: Iterable[Stood], chronicle: Chronicle, code: TheCode) -> bytes:
    return terms_in_time_text(_file(terms, chronicle, code)).encode()


def _file(terms: Iterable[Stood], chronicle: Chronicle, code: TheCode) -> TermsInTimeFile:
    ordered = sorted(terms, key=_order)
    return TermsInTimeFile(format=1, code=code, terms=tuple(_term(each, chronicle) for each in ordered))


def _term(term: Stood, chronicle: Chronicle) -> TermInTime:
    return TermInTime(
        names=term.names,
        address=str(term.address),
        defined_in=term.address.defining.printed,
        scope=term.within.printed if term.within is not None else "the Code",
        days=tuple(_days(term, chronicle)),
    )


def _days(term: Stood, chronicle: Chronicle) -> Iterator[TermDays]:
    for start, end in term.days:
        until = chronicle.days[end - 1] if end else None
        yield TermDays(start=chronicle.days[start - 1], until=until)


def _line(term: TermInTime) -> str:
    name, *others = term.names
    also = f" (also {', '.join(others)})" if others else ""
    days = "; ".join(period_words(each.start, each.until) for each in term.days)
    return f"{name}{also}: in {term.defined_in}, for {term.scope}, {days}"


def _order(term: Stood) -> tuple[str, DocumentId, tuple[str, ...], NumberedDays]:
    return (term.names[0].casefold(), term.address.document, term.address.path, term.days)
