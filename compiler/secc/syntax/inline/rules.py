"""What may stand in a line, as rules of markdown-it: escapes, code, formulas, footnote calls, emphasis, links.

Each rule gives its tokens their place in the words (`Token.map`: start and end of what is read of them), which
markdown-it itself keeps for blocks only. Everything else is text: entities, HTML, `_`, references, images.
"""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_inline import StateInline, backtick, emphasis
from markdown_it.token import Token

from secc.expressions import Expression
from secc.syntax.patterns import CHARACTER, ESCAPED, FOOTNOTE_CALL, HREF, HREF_START, PLAIN, STARS, SYMBOLS


def tokens_of(words: str) -> list[Token]:
    """The words as tokens, in order; a token that opens or closes a mark has no place, and covers no words."""
    markdown = _markdown()
    return markdown.inline.parse(words, markdown, {}, [])


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero")
    ruler = markdown.inline.ruler
    ruler.at("text", _matched("text", PLAIN))
    ruler.push("escaped", _matched("text", ESCAPED))
    ruler.push("code", _code)
    ruler.push("formula", _matched("formula", SYMBOLS))
    ruler.push("stars", _matched("text", STARS))
    ruler.push("emphasised", _stars)
    ruler.push("call", _matched("call", FOOTNOTE_CALL))
    ruler.push("words_linked", _link)
    ruler.push("character", _matched("text", CHARACTER))
    markdown.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return markdown


def _matched(kind: str, pattern: Expression) -> RuleFuncInlineType:
    """A rule that takes what a pattern matches, as one token."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
        found = pattern.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.map = list(found.span("words"))
            token.content = found["words"]
        state.pos = found.end()
        return True

    return rule


def _code(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
    start = state.pos
    if not backtick(state, silent):
        return False
    if silent:
        return True
    if state.pending:  # backticks that nothing closes
        token = state.pushPending()
        token.map = [start, state.pos]
        return True
    token = state.tokens[-1]
    inner = [start + len(token.markup), state.pos - len(token.markup)]
    if token.content == " ":
        token.type, inner = "text", [start, state.pos]
    elif inner[1] - inner[0] > len(token.content):
        inner = [inner[0] + 1, inner[1] - 1]
    token.map = inner
    return True


def _stars(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
    start, known = state.pos, len(state.tokens)
    if state.src[start] != "*" or not emphasis.tokenize(state, silent):
        return False
    for place, token in enumerate(state.tokens[known:], start):
        token.map = [place, place + 1]
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - called by markdown-it
    start, maximum = state.pos, state.posMax
    if state.src[start] != "[" or _is_image(state.src, start):
        return False
    label_end = parseLinkLabel(state, start, disableNested=True)
    if label_end < 0 or not FOOTNOTE_CALL.sub("", state.src[start + 1 : label_end]).strip(" "):
        return False
    target = _target(state.src, label_end + 1, maximum)
    if target is None:
        return False
    href, end = target
    if not silent:
        state.pos, state.posMax = start + 1, label_end
        state.push("link_open", "a", 1).content = href
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = end, maximum
    return True


def _is_image(words: str, start: int) -> bool:
    """Whether an exclamation mark that no backslash makes plain stands before the bracket."""
    if start == 0 or words[start - 1] != "!":
        return False
    first = start - 1
    while first > 0 and words[first - 1] == "\\":
        first -= 1
    return (start - 1 - first) % 2 == 0


def _target(words: str, start: int, maximum: int) -> tuple[str, int] | None:
    """The address in brackets at `start`, and the offset after its closing bracket."""
    if not HREF_START.match(words, start, maximum):
        return None
    begin = start + 1 + (words[start + 1] == " ")
    found = parseLinkDestination(words, begin, maximum)
    if not found.ok:
        return None
    written = words[begin : found.pos].removeprefix("<").removesuffix(">")
    href = ESCAPED.sub(r"\g<words>", written)
    end = _after_title(words, found.pos, maximum)
    if not HREF.fullmatch(href) or words[end : end + 1] != ")" or end >= maximum:
        return None
    return href, end + 1


def _after_title(words: str, position: int, maximum: int) -> int:
    """The offset after the space and the title that may follow an address; the title is no part of what is said."""
    if words[position : position + 1] != " ":
        return position
    title = parseLinkTitle(words, position + 1, maximum)
    end = title.pos if title.ok else position + 1
    return end + (words[end : end + 1] == " ")
