"""JUnit's XML, for servers that show tests: a file is a suite, a finding a test that failed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from secc.cli.formats.places import place_of
from secc.cli.formats.wording import summary, told, visible
from secc.cli.formats.xml import document
from secc.diagnostics import Diagnostic
from secc.source import Source


def junit(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """A suite a file; where there is nothing to mend, one test that passed, since servers take an empty report ill."""
    root = Element("testsuites", name="secc", tests=str(len(findings) or 1), failures=str(len(findings)))
    for path, within in groupby(findings, key=lambda found: found.path):
        _suite(root, list(within), sources[path])
    if not findings:
        suite = SubElement(root, "testsuite", name="secc", tests="1", failures="0", errors="0")
        SubElement(suite, "testcase", name=summary(findings), classname="secc")
    return document(root)


def _suite(root: Element, findings: Sequence[Diagnostic], source: Source) -> None:
    number = str(len(findings))
    suite = SubElement(root, "testsuite", name=visible(source.path), tests=number, failures=number, errors="0")
    met: Counter[str] = Counter()
    for found in findings:
        name = f"{found.rule}: {told(found)}"
        met[name] += 1
        _test(suite, found, source, name if met[name] == 1 else f"{name} ({met[name]})")


def _test(suite: Element, found: Diagnostic, source: Source, name: str) -> None:
    """Servers know a test again by its class and name: neither says a line, and no two in a file are the same."""
    place = place_of(source, found.span)
    path = visible(found.path)
    test = SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(place.line))
    failure = SubElement(test, "failure", type=found.severity.value, message=told(found))
    failure.text = "\n".join([f"{path}:{place.line}:{place.column}", told(found), *map(visible, found.helps)])
