"""The rules for letters, each in a module of its own, in the order in which `secc rules` lists them."""

from secc.check.prose.rule import ProseRule
from secc.check.prose.rules import (
    abbreviation_clash,
    dangling_reference,
    doubled_punctuation,
    doubled_word,
    duplicate_definition,
    echoed_heading,
    field_error,
    inconsistent_capitals,
    inconsistent_form,
    number_in_words,
    placeholder,
    shortened_term,
    stray_mark,
    undefined_term,
    unintroduced_abbreviation,
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
    abbreviation_clash.RULE,
    duplicate_definition.RULE,
    inconsistent_capitals.RULE,
    inconsistent_form.RULE,
    shortened_term.RULE,
    undefined_term.RULE,
    unintroduced_abbreviation.RULE,
)
