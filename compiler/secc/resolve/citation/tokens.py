"""The tokens of a citation, read from the prose where one may begin.

Reads at least as far as the grammar can go, and lets it decide where the citation ends. What the grammar cannot see is
decided here: whether a comma goes on a list or the sentence, and which documents a provision can be part of.
"""

import re

from secc.resolve import patterns
from secc.resolve.citation.joins import Token, goes_on, may_join
from secc.resolve.citation.model import Named, Pointer, Work
from secc.resolve.citation.names import Names
from secc.resolve.citation.words import Lead, agrees, lead, pointer
from secc.resolve.citation.works import legislation_at, paper_at, work_at

# More than any citation has: tokens, groups one inside the other, lists under one "of".
_MOST = 200
_DEEPEST = 8
_MOST_JOINED = 3
# What no citation goes on behind: the end of the text or of a clause.
_ENDS = frozenset(("", ".", ":", ";"))
_LABELS = frozenset(("MAIN", "LETTER", "NUMBER", "DOTTED", "PAREN", "FORM", "BLANK", "HEADING"))
# What is said to be "to" another provision: Schedule 1 to this Agreement.
_VOLUMES = frozenset(("APPENDIX", "ANNEX", "SCHEDULE", "PART"))
# Labels of the Code's own documents, of which a lettered Section is never part.
_IN_THE_CODE = ("appendix", "schedule", "section")


class TokenReader:
    """Reads tokens from `position` on. `tokens` grows; the reader is used once, and thrown away."""

    def __init__(self, text: str, position: int, names: Names) -> None:
        self.text = text
        self.position = position
        self.names = names
        self.tokens: list[Token] = []
        self._lead: Lead | None = None
        self._terminal = ""

    def read(self, start: re.Match[str]) -> list[Token]:
        """The tokens of a citation that begins where `patterns.CITATION_START` matched."""
        kind = start.lastgroup
        if kind == "pointer":
            self._pointer()
        elif kind == "sign":
            self._terminal = "SIGN"
            self._add("SIGN", start.start(), start.end())
        elif kind == "code":
            self._add("CODE", start.start(), start.end())
        self._groups()
        return self.tokens

    def _groups(self) -> None:
        """Lead words with their lists, each part of the one before or after it, up to what is none of these."""
        for _ in range(_DEEPEST):
            self._led()
            self._list()
            if self._ended():
                return
            if not (self._inner_follows() or self._also() or self._of()):
                break
        if self._last() in ("NUMBER", "DOTTED", "PAREN") and self._terminal in ("SECTION", "SIGN"):
            self._straight_title()
        self._close()

    def _pointer(self) -> bool:
        """A demonstrative with its noun. In "that Section L13" the word "that" is a conjunction, and left out."""
        match = patterns.CITATION_POINTER.match(self.text, self.position)
        if match is None:
            return False
        words = match["pointed"].split()
        noun = match.end("pointed") - len(words[-1])
        led = lead(words[-1])
        plain = pointer(match["pointer"]) is not Pointer.THIS or not agrees(match["pointer"], led)
        if plain and patterns.CITATION_LEAD.match(self.text, noun):
            self.position = noun
            return True
        if not agrees(match["pointer"], led):
            return False
        self._add("DEM", match.start("pointer"), match.end("pointer"))
        self._lead, self._terminal = led, led.terminal
        self._add(self._terminal, noun, match.end("pointed"))
        return True

    def _led(self) -> bool:
        """A lead word, with the comma before it."""
        match = patterns.CITATION_LEAD.match(self.text, self.position)
        if match is None:
            return False
        group = match.lastgroup or "lead"
        if self.text[match.start()] == ",":
            self._add("COMMA", match.start(), match.start() + 1)
        self._lead = lead(match[group])
        self._terminal = self._lead.terminal
        self._add(self._terminal, match.start(group), match.end(group))
        return True

    def _list(self) -> bool:
        """Labels, joined by commas, words and dashes."""
        if not self._label(joined=False):
            return False
        while len(self.tokens) < _MOST and not self._ended() and self._join():
            pass
        return True

    def _ended(self) -> bool:
        """Whether nothing of a citation can follow, by the next character alone."""
        return self.text[self.position : self.position + 1] in _ENDS

    def _label(self, *, joined: bool) -> bool:
        """A label with its brackets and the heading it echoes; after a join, one that goes on the list."""
        spaced = self._terminal == "SECTION" and not joined and patterns.CITATION_SPACED.match(self.text, self.position)
        match = spaced or patterns.CITATION_LABEL.match(self.text, self.position)
        if not match and not joined:
            match = self._slip()
        if not match:
            return False
        kind = match.lastgroup or ""
        if kind == "LETTER" and self._is_word(match.start()):
            return False
        if joined and not goes_on(self.tokens, kind, self._lead):
            return False
        self._add(kind, match.start(kind), match.end(kind))
        self._brackets()
        return True

    def _slip(self) -> re.Match[str] | None:
        """What stands for a label directly behind a lead word: a letter and number only behind a capital letter."""
        match = patterns.CITATION_SLIP.match(self.text, self.position) if self._terminal else None
        if match is None or match.lastgroup != "MAIN" or "." in match["MAIN"]:
            return match
        return match if self.tokens[-1].text[:1].isupper() else None

    def _is_word(self, position: int) -> bool:
        """Whether a letter behind a lead word with a small letter is the word "I" or "A": "in section I set out"."""
        last = self.tokens[-1].text if self.tokens else ""
        return last[:1].islower() and patterns.CITATION_WORD.match(self.text, position) is not None

    def _brackets(self) -> None:
        """(a), (A7) and headings behind a label."""
        while self.text[self.position : self.position + 1] and self.text[self.position] in " (\n‘'\u00a0":
            match = patterns.CITATION_LABEL.match(self.text, self.position)
            kind = match.lastgroup if match else None
            if match is None or kind not in ("PAREN", "FORM"):
                break
            self._add(kind, match.start(kind), match.end(kind))
        if self.text[self.position : self.position + 1] in (" ", "(", "\n", "\u00a0"):
            heading = patterns.CITATION_HEADING.match(self.text, self.position)
            if heading and self._last() != "HEADING":
                group = heading.lastgroup or ""
                self._add("HEADING", heading.start(group), heading.end(group), heading.end())

    def _join(self) -> bool:
        """A comma, "and", a dash, and the label behind it, if the list goes on."""
        match = patterns.CITATION_JOIN.match(self.text, self.position)
        if match is None or not may_join(self.text, match, self._last(), self._lead, self._terminal):
            return False
        mark = len(self.tokens)
        kind = "TO" if match["TO"] else "AND"
        self._add("SIGN_AGAIN" if match["sign"] and kind == "AND" else kind, match.start(), match.end())
        if self._label(joined=True):
            return True
        self.position = self.tokens[mark].start
        del self.tokens[mark:]
        return False

    def _inner_follows(self) -> bool:
        """Whether a lead word or a deeper number follows without "of": "Appendix D, section 5.1"."""
        if self._last() not in _LABELS:
            return False
        return bool(patterns.CITATION_LEAD.match(self.text, self.position)) or self._deep()

    def _deep(self) -> bool:
        """A dotted number straight behind a letter: "Appendix AH 1.10.7"."""
        match = patterns.CITATION_LABEL.match(self.text, self.position)
        if match is None or match.lastgroup != "DOTTED" or not self.text[match.start()].isspace():
            return False
        return self._last() == "LETTER" or [token.kind for token in self.tokens[-2:]] == ["LETTER", "HEADING"]

    def _also(self) -> bool:
        """Whether `and section 89` follows `section 88`; the two are one only where an "of" behind governs both."""
        match = patterns.CITATION_JOIN.match(self.text, self.position)
        if match is None or not match["again"] or match["TO"] or self._lead is None or self._lettered():
            return False
        joined = sum(token.kind == "ALSO" for token in self.tokens)
        if joined >= _MOST_JOINED or lead(match["again"].strip()).unit != self._lead.unit:
            return False
        self._add("ALSO", match.start(), match.start("again"))
        return True

    def _of(self) -> bool:
        """Take "of" and what it governs; True when a further group of labels follows."""
        match = patterns.CITATION_OF.match(self.text, self.position)
        if match is None or self._last() == "DEM":
            return False
        mark = len(self.tokens)
        self._add("OF", match.start("preposition"), match.end("preposition"), match.end())
        if self._terminal != "QUESTION" and (self._pointer() or self._governs_group(match)):
            return True
        if self._host(match["preposition"]):
            return False
        self.position = self.tokens[mark].start
        del self.tokens[mark:]
        return False

    def _governs_group(self, match: re.Match[str]) -> bool:
        """Whether what the citation is part of begins behind the preposition with a lead word."""
        preposition = match["preposition"]
        if preposition != "of" and not (preposition == "to" and self._terminal in _VOLUMES):
            return False
        code = None if match["article"] else patterns.CITATION_CODE.match(self.text, self.position)
        if code:
            self._add("CODE", code.start(), code.end())
        return code is not None or patterns.CITATION_LEAD.match(self.text, self.position) is not None

    def _host(self, preposition: str) -> bool:
        """A name or title that the provisions are part of, as NAME or WORK."""
        main_body = self._terminal in ("SECTION", "") and self._lettered()
        if not main_body and self._dated_title():
            return True
        named = self.names.at(self.text, self.position)
        if named and not (main_body and named.named.label.lower().startswith(_IN_THE_CODE)):
            self._add("NAME", named.start, named.end, value=named.named)
            return True
        if main_body or preposition not in ("of", "to"):
            return False
        appendix = self._terminal == "APPENDIX" and self._lettered()
        work = (paper_at if appendix else work_at)(self.text, self.position)
        if work is None:
            return False
        self._add("WORK", work.start, work.end, value=work.work)
        return True

    def _straight_title(self) -> None:
        """The title of an Act straight behind its section: "section 88 Energy Act 2008"."""
        match = patterns.SPACES.match(self.text, self.position)
        if match:
            mark, self.position = self.position, match.end()
            if not self._dated_title():
                self.position = mark

    def _dated_title(self) -> bool:
        """The title of an Act or Regulations with its year, here."""
        title = legislation_at(self.text, self.position)
        if title is None or not title.work.title[-1].isdigit():
            return False
        self._add("WORK", title.start, title.end, value=title.work)
        return True

    def _close(self) -> None:
        match = patterns.CITATION_CLOSE.match(self.text, self.position)
        if match:
            self._add("CLOSE", match.end() - 1, match.end())

    def _add(self, kind: str, start: int, end: int, position: int = 0, value: Named | Work | None = None) -> None:
        self.tokens.append(Token(kind, start, end, self.text[start:end], value))
        self.position = position or end

    def _last(self) -> str:
        return self.tokens[-1].kind if self.tokens else ""

    def _lettered(self) -> bool:
        """Whether a letter has been named since the last lead word."""
        for token in reversed(self.tokens):
            if token.kind in ("MAIN", "LETTER"):
                return True
            if token.kind == self._terminal:
                return False
        return False
