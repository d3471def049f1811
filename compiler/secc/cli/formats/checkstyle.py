"""Checkstyle's XML, which most servers and editors that show findings can read."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from secc.cli.formats.places import place_of
from secc.cli.formats.wording import in_sentences, visible
from secc.cli.formats.xml import document
from secc.diagnostics import Diagnostic
from secc.source import Source


def checkstyle(findings: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    """The findings by file."""
    root = Element("checkstyle", version="4.3")
    for path, within in groupby(findings, key=lambda found: found.path):
        file = SubElement(root, "file", name=visible(path))
        for found in within:
            place = place_of(sources[path], found.span)
            SubElement(
                file,
                "error",
                line=str(place.line),
                column=str(place.column),
                severity=found.severity.value,
                message=in_sentences(found),
                source=f"secc.{found.rule}",
            )
    return document(root)
