"""How findings are worded for people, whatever the format."""

from collections.abc import Sequence
from datetime import date

from secc.diagnostics import Diagnostic, Safety, Severity
from secc.timeline.dates import printed_day


def visible(text: str) -> str:
    """The text with characters that would not be seen, or would be obeyed, as their numbers: `<U+202E>`.

    What is left has no line ends and may stand in XML 1.0.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)


def told(found: Diagnostic) -> str:
    """`Section H1.6: there is no provision Section H1.99`; the provision once, where the headline begins with it."""
    if not found.provision or found.headline.startswith(f"{found.provision} "):
        return visible(headline(found))
    return visible(f"{found.provision}: {headline(found)}")


def headline(found: Diagnostic) -> str:
    """`there is no provision Section H1.99 (from 1 November 2027 on)`: with its days, where it has any."""
    return f"{found.headline} ({printed_days(found)})" if found.days else found.headline


def printed_days(found: Diagnostic) -> str:
    """`from 23 September 2013 to 23 July 2018 and on 1 May 2019`."""
    return " and ".join(_printed(first, last) for first, last in found.days)


def _printed(first: date, last: date | None) -> str:
    if first == last:
        return f"on {printed_day(first)}"
    return f"from {printed_day(first)} " + (f"to {printed_day(last)}" if last is not None else "on")


def in_sentences(found: Diagnostic) -> str:
    """What is wrong and what to do, as a paragraph."""
    return " ".join(_sentence(each) for each in (told(found), *map(visible, found.helps)))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")


def summary(findings: Sequence[Diagnostic]) -> str:
    """`3 errors and 1 warning in 2 files`."""
    if not findings:
        return "nothing to mend"
    return f"{by_severity(findings)} in {counted(len({each.path for each in findings}), 'file')}"


def offered(findings: Sequence[Diagnostic]) -> str:
    """`; --fix mends 2 of them, --fix --unsafe-fixes 1 more`; nothing where no fix is offered."""
    fixes = [found.fix.safety for found in findings if found.fix is not None]
    safe, unsafe = fixes.count(Safety.SAFE), fixes.count(Safety.UNSAFE)
    told = [f"--fix mends {safe} of them"] if safe else []
    if unsafe:
        told.append(f"--fix --unsafe-fixes {f'{unsafe} more' if safe else f'mends {unsafe} of them'}")
    return "; " + ", ".join(told) if told else ""


def by_severity(findings: Sequence[Diagnostic]) -> str:
    """`3 errors and 1 warning`."""
    counts = [(severity, sum(each.severity is severity for each in findings)) for severity in Severity]
    return " and ".join(counted(number, severity) for severity, number in counts if number)


def counted(number: int, what: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
