"""Edits as drafters make them, and worse: each changes some words, a provision, a definition or a setting of a code."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2] / "sec-source"
SMALL = (
    "sections/A-definitions-and-interpretation.sec",
    "sections/B-accession.sec",
    "sections/I-data-privacy.sec",
    "sections/O-non-gateway-interface.sec",
    "sections/P-production-proving.sec",
    "sections/Z-the-alt-han-arrangements.sec",
    "schedules/1-framework-agreement.sec",
    "schedules/4-establishment-of-secco.sec",
    "schedules/11-ts-applicability-tables.sec",
    "appendices/B-organisation-certificate-policy.sec",
    "appendices/AB-service-request-processing-document.sec",
    "appendices/AG-incident-management-policy.sec",
    "appendices/AO-s1spkm-compliance-policy.sec",
)
"""Documents of the sample Code that refer to one another, and to many that are not there."""
_LEFT_OUT = 12
"""Of the definitions of Section A, one of so many is kept in a small code."""
_LABEL = re.compile(r"\A(?:[A-Z]?[0-9]+(?:\.[0-9A-Z]+)*|\([a-z]+\)|define)(?= )")
_PHRASE = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_REFERENCES = (
    "Section B1.1", "Section A1.1", "Sections B1.2 to B1.5", "paragraphs (a) and (b) of Section B1.2", "Appendix AG",
    "clause 2.5 of the IMP", "Section Z1 (Overview)", "paragraph (b)", "the definition of Party", "Section I1.2(a)",
    "Schedule 4", "Appendix ZZ", "Section B1.99", "section 6 of the Electricity Act 1989", "ISO 27001",
)  # fmt: skip

Files = dict[str, bytes]
Edit = Callable[[Random, list[str]], None]


def small_code() -> Files:
    """Some documents of the sample Code, Section A with few definitions."""
    files = whole_code(SMALL)
    first, *rest = files[SMALL[0]].decode().split("\n\n")
    defined = [each for each in rest if each.startswith("  define")]
    kept = [each for each in rest if not each.startswith("  define") or defined.index(each) % _LEFT_OUT == 0]
    return files | {SMALL[0]: "\n\n".join([first, *kept]).encode()}


def whole_code(paths: tuple[str, ...] | None = None) -> Files:
    """The sample Code, or of its documents those named."""
    settings = (ROOT / "code.toml").read_text(encoding="utf-8")
    listed = re.findall(r'"([^"]+\.sec)"', settings)
    wanted = [path for path in listed if paths is None or path in paths]
    files = {path: (ROOT / path).read_bytes() for path in wanted}
    files |= {name: (ROOT / name).read_bytes() for name in ("standards.toml", "house-style.toml")}
    return files | {"code.toml": _listing(settings, wanted).encode()}


def edited(draw: Random, files: Mapping[str, bytes]) -> tuple[Files, str]:
    """The files after one more edit, and what it was."""
    edit = draw.choice(EDITS)
    if edit in OF_SETTINGS:
        return dict(files) | {"code.toml": OF_SETTINGS[edit](draw, files["code.toml"].decode()).encode()}, edit
    path = draw.choice([path for path in files if path.endswith(".sec")])
    parts = files[path].decode().split("\n\n")
    OF_TEXT[edit](draw, parts)
    return dict(files) | {path: "\n\n".join(parts).encode()}, f"{edit} in {path}"


def dated(settings: str, as_at: str) -> str:
    """code.toml with another date; its last table is that of the site."""
    return f'{settings.partition("[site]")[0]}[site]\nas-at = "{as_at}"\n'


def _place(draw: Random, parts: list[str]) -> int:
    return draw.randrange(1, len(parts)) if len(parts) > 1 else 0


def _add_words(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    parts[place] = f"{parts[place].rstrip()} and in accordance with {draw.choice(_REFERENCES)}."


def _change_phrase(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    phrases = _PHRASE.findall("\n".join(parts))
    if phrases:
        parts[place] = _PHRASE.sub(lambda _: draw.choice(phrases), parts[place], count=1)


def _delete(draw: Random, parts: list[str]) -> None:
    if len(parts) > 2:
        del parts[_place(draw, parts)]


def _move(draw: Random, parts: list[str]) -> None:
    if len(parts) > 2:
        parts.insert(_place(draw, parts), parts.pop(_place(draw, parts)))


def _repeat(draw: Random, parts: list[str]) -> None:
    parts.insert(_place(draw, parts), parts[_place(draw, parts)])


def _graft(draw: Random, parts: list[str]) -> None:
    """The words of one provision under the label of another."""
    one, other = _place(draw, parts), _place(draw, parts)
    label = _LABEL.match(parts[one])
    if label is not None:
        parts[one] = label.group() + _LABEL.sub("", parts[other].lstrip()).rstrip()


def _renumber(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    number = _LABEL.match(parts[place])
    if number is not None:
        parts[place] = f"{number.group()}{draw.choice('0A19')}{parts[place][number.end() :]}"


def _vacate(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    label = _LABEL.match(parts[place])
    if label is not None:
        parts[place] = f"{label.group()} [Not used]"


def _define(draw: Random, parts: list[str]) -> None:
    name = draw.choice(["Party", "Party Thing", "Secure Report", "IMP", "services", "Notice of Award", "DCC Body"])
    meaning = draw.choice(["a Party", "a Secure Report of it", "x"])
    parts.insert(_place(draw, parts), f'  define "{name}" means {meaning}.')


def _introduce(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    name = draw.choice(["Party", "Party Thing", "Applicant Fee", "Overview", "Thing"])
    parts[place] = f'{parts[place].rstrip()} Each of these (the "{name}") shall be kept by the Party Thing.'


def _rename(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    name = draw.choice(["Party", "Applicant", "Body", "LDO"])
    parts[place] = re.sub(r'"([^"\n]+)"', f'"{name}"', parts[place])


def _run_in(draw: Random, parts: list[str]) -> None:
    place = _place(draw, parts)
    last = draw.choice(["and (b) keep", "(c) lose"])
    parts[place] = f"{parts[place].rstrip()} It shall: (a) send; {last} the Report."


def _head(draw: Random, parts: list[str]) -> None:
    if draw.random() < 0.5:
        title = draw.choice(["Overview", "Incident Policy", "Party Thing"])
        parts[0] = re.sub(r": .*", f": {title}", parts[0], count=1)
    else:
        parts[0] += f"\nknown-as: {draw.choice(['IMP', 'XYZ', 'Overview'])}"


def _heading(draw: Random, parts: list[str]) -> None:
    kind = draw.choice(["## Overview", "# 99 Overview", "# B77 New Matters", "annex A: Forms"])
    parts.insert(_place(draw, parts), kind)


def _allow(draw: Random, parts: list[str]) -> None:
    rule = draw.choice(["dangling-reference", "undefined-term", "duplicate-number", "no-such-rule", "unused-alias"])
    place = _place(draw, parts)
    parts[place] = f"// allow {rule}: as it must be\n{parts[place]}"


def _remove_document(draw: Random, settings: str) -> str:
    listed = re.findall(r'"([^"]+\.sec)"', settings)
    return _listing(settings, [each for each in listed if len(listed) < 4 or each != draw.choice(listed)])


def _restore_documents(draw: Random, settings: str) -> str:  # noqa: ARG001  # as every edit
    return _listing(settings, list(SMALL))


def _reorder(draw: Random, settings: str) -> str:
    listed = re.findall(r'"([^"]+\.sec)"', settings)
    return _listing(settings, draw.sample(listed, len(listed)))


def _date(draw: Random, settings: str) -> str:
    return dated(settings, f"20{draw.randrange(10, 30)}-01-01")


def _name(draw: Random, settings: str) -> str:
    name = draw.choice(["Party Thing", "Overview", "Great Britain"])
    return settings.replace("names = [", f'names = [\n  "{name}",', 1)


def _listing(settings: str, documents: list[str]) -> str:
    written = "documents = [\n" + "".join(f'  "{path}",\n' for path in documents) + "]"
    return re.sub(r"^documents = \[\n(?:  .*\n)*\]", written, settings, count=1, flags=re.MULTILINE)


OF_TEXT: Mapping[str, Edit] = {
    "add words": _add_words,
    "change a phrase": _change_phrase,
    "delete": _delete,
    "move": _move,
    "repeat": _repeat,
    "graft": _graft,
    "renumber": _renumber,
    "vacate": _vacate,
    "define": _define,
    "introduce": _introduce,
    "rename": _rename,
    "run in": _run_in,
    "head": _head,
    "heading": _heading,
    "allow": _allow,
}
OF_SETTINGS: Mapping[str, Callable[[Random, str], str]] = {
    "remove a document": _remove_document,
    "restore documents": _restore_documents,
    "reorder": _reorder,
    "date": _date,
    "name": _name,
}
EDITS = [*OF_TEXT, *OF_TEXT, *OF_SETTINGS]
