"""Findings with everything in them that a format may stumble over, and the files in which they stand."""

from secc.diagnostics import Diagnostic, Edit, Fix, Related, Safety, Severity
from secc.source import Source, Span

SECTION = Source(
    "sec-source/sections/H, odd: 100% [draft].sec",
    """\
section H: DCC Services

# H1 Services

H1.1 The DCC shall keep a <register> & publish "it" in accordance with Section H1.99.

H1.2 The Régime of 𝔘sers and the Sydtem\tshall be kept for the purposes of each of the following, that is to say the
Sydtem as it stands, and any Sydtem that follows it.

H1.1 The DCC shall report
on it.
""",
)
APPENDIX = Source(
    "sec-source/appendices/AL.sec",
    """\
appendix AL: Approach

// allow placeholder: allocated on designation
1.1 The words\u202e of which too many stand in this one line, """
    + "so that what is shown of it has to be cut at both of its ends, " * 4
    + """and hold a [TBC] here, beside the \u200bothers, """
    + "and after it there are as many words again as there were before it, " * 3
    + "to the end.\n",
)
SOURCES = {each.path: each for each in (SECTION, APPENDIX)}


def span(source: Source, words: str, nth: int = 1) -> Span:
    """Where words stand for the nth time."""
    start = -1
    for _ in range(nth):
        start = source.text.index(words, start + 1)
    return Span(start, start + len(words))


FINDINGS = (
    Diagnostic(
        rule="dangling-reference",
        severity=Severity.ERROR,
        headline="there is no provision Section H1.99",
        path=SECTION.path,
        span=span(SECTION, "Section H1.99"),
        label="not in the Code",
        provision="Section H1.1",
        helps=("did you mean Section H1.2?", "look for the provision that is meant in Section H1"),
    ),
    *(
        Diagnostic(
            rule="undefined-term",
            severity=Severity.ERROR,
            headline='"Sydtem" is not a defined term here',
            path=SECTION.path,
            span=span(SECTION, "Sydtem", nth),
            label="not defined",
            provision="Section H1.2",
            helps=('did you mean "System"?',),
        )
        for nth in (1, 2, 3)
    ),
    Diagnostic(
        rule="duplicate-number",
        severity=Severity.ERROR,
        headline="Section H1.1 stands twice",
        path=SECTION.path,
        span=span(SECTION, "H1.1 The DCC shall report\non it."),
        label="H1.1 again",
        provision="Section H1.1",
        related=(Related(SECTION.path, span(SECTION, "H1.1"), "H1.1 stands here first"),),
    ),
    Diagnostic(
        rule="unused-suppression",
        severity=Severity.WARNING,
        headline="nothing here breaks `placeholder` any more",
        path=APPENDIX.path,
        span=span(APPENDIX, "// allow placeholder: allocated on designation"),
        helps=("delete this line",),
        related=(Related(SECTION.path, span(SECTION, "Services"), "see 100% of it"),),
        fix=Fix(
            "delete this line",
            (Edit(span(APPENDIX, "// allow placeholder: allocated on designation\n"), ""),),
            Safety.SAFE,
        ),
    ),
    Diagnostic(
        rule="placeholder",
        severity=Severity.ERROR,
        headline="it holds [TBC]; <b>*this*</b> & ::error::%0A, @all #12 ##vso[task.setvariable a=b]c"
        " \x1b[31m\u202e\r\n$x$",
        path=APPENDIX.path,
        span=span(APPENDIX, "[TBC]"),
        label="to be\x07 filled in",
        provision="Appendix AL 1.1",
        helps=("1. say what it stands for.",),
        fix=Fix(
            "write <it> [in](full)\x1b",
            (Edit(span(APPENDIX, "[TBC]"), "𝔘 <b>"), Edit(span(APPENDIX, "\u200b"), "")),
            Safety.UNSAFE,
        ),
    ),
)
