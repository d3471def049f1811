"""The data of other days, each file made when it is written, since there are many."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from secc.render.exports.files import TheCode
from secc.render.exports.schemas import to_json
from secc.site.any_day.around import Around
from secc.site.any_day.day_lists import day_url
from secc.site.any_day.model import Chronicle
from secc.site.any_day.own_texts import Together
from secc.site.any_day.texts import Text, Texts
from secc.site.for_programs.dated_texts import DatedTexts
from secc.site.for_programs.days import Days
from secc.site.for_programs.placing import beside
from secc.site.kept_files import FileGroup
from secc.site.made import LateFile


def pages_of_days(chronicle: Chronicle, texts: Texts) -> Iterator[str]:
    """The addresses of the pages that are of other days and have data."""
    for url in sorted(texts):
        yield from (each.url for each in texts[url])
    yield from map(day_url, chronicle.days)


def files_of_days(code: TheCode, chronicle: Chronicle, texts: Texts, around: Around) -> Iterator[LateFile]:
    """The data of every text and of every day on which anything changed."""
    for each in around.texts:
        yield from _of_texts(code, each, around)
    yield from _of_days(Days(code, chronicle, texts, around.versions), chronicle)


def _of_texts(code: TheCode, texts: Together, around: Around) -> Iterator[LateFile]:
    """The data of texts that are kept together."""
    making, files = DatedTexts(code, around.ways, around.beside, around.versions), []
    for text in texts.texts:
        files.append(LateFile(beside(text.url, "json"), partial(_text_as_data, making, text)))
        files.append(LateFile(beside(text.url, "txt"), partial(_text_as_words, making, text)))
    return around.kept.of(FileGroup(f"data of texts {texts.name}", lambda: (code, texts.own), files))


def _of_days(making: Days, chronicle: Chronicle) -> Iterator[LateFile]:
    for day, end in zip(chronicle.days, (*chronicle.days[1:], None), strict=True):
        yield LateFile(beside(day_url(day), "json"), partial(_day_as_data, making, day, end))
        yield LateFile(beside(day_url(day), "txt"), partial(_day_as_words, making, day, end))


def _text_as_data(making: DatedTexts, text: Text) -> bytes:
    return to_json(making.file(text))


def _text_as_words(making: DatedTexts, text: Text) -> bytes:
    return making.words(text).encode()


def _day_as_data(making: Days, day: date, end: date | None) -> bytes:
    return to_json(making.file(day, end))


def _day_as_words(making: Days, day: date, end: date | None) -> bytes:
    return making.words(day, end).encode()
