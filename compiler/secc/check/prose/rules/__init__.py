"""The rules for letters, each in a module of its own, in the order in which `secc rules` lists them."""

from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import (
    dangling_reference,
    doubled_punctuation,
    doubled_word,
    echoed_heading,
    field_error,
    number_in_words,
    placeholder,
    stray_mark,
)

PROSE_RULES: tuple[ProseRule, ...] = (
    dangling_reference.RULE,
    echoed_heading.RULE,
    placeholder.RULE,
    field_error.RULE,
    number_in_words.RULE,
    doubled_word.RULE,
    doubled_punctuation.RULE,
    stray_mark.RULE,
)
