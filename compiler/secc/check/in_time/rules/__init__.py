"""The rules in time, each in a module of its own, in the order in which `secc rules` lists them."""

from secc.check.in_time.rule import TimeRule
from secc.check.in_time.rules import (
    contradicting_days,
    direction_without_power,
    doubtful_match,
    effect_before_authority,
    instruction_not_possible,
    instrument_days_out_of_order,
    meaning_drift,
    missing_commencement,
    move_in_two_steps,
    order_not_declared,
    overlapping_commencement,
    reference_not_in_effect,
    staged_rename_forgotten,
    stated_date_differs,
    undefined_term_in_instrument,
    unknown_instrument,
    unnumbered_operation,
)

TIME_RULES: tuple[TimeRule, ...] = (
    unnumbered_operation.RULE,
    instruction_not_possible.RULE,
    unknown_instrument.RULE,
    order_not_declared.RULE,
    instrument_days_out_of_order.RULE,
    effect_before_authority.RULE,
    direction_without_power.RULE,
    contradicting_days.RULE,
    missing_commencement.RULE,
    overlapping_commencement.RULE,
    stated_date_differs.RULE,
    undefined_term_in_instrument.RULE,
    reference_not_in_effect.RULE,
    staged_rename_forgotten.RULE,
    move_in_two_steps.RULE,
    doubtful_match.RULE,
    meaning_drift.RULE,
)
