"""Which automata may be the rules of one grid."""

from collections.abc import Iterable, Mapping
from typing import Any

from nca_tf.cells.automaton import CellularAutomaton
from nca_tf.cells.composite import as_member
from nca_tf.cells.draws import draw_name
from nca_tf.cells.life import ALIVE_THRESHOLD
from nca_tf.families.growing.automaton import GrowingCA
from nca_tf.files.errors import InputError
from nca_tf.files.names import NAME

MOST_RULES = 12
"""What is kept of a cell is looked up for each set of rules that may act there."""


def growing_rules(rules: Any, dtype: Any) -> dict[str, GrowingCA]:
    """The rules of a `MultiRuleCA` by name, each a growing automaton, from what its constructor is given.

    Raises:
      InputError: there is none, or more than `MOST_RULES`, one is something else or has no proper name, or two are the
        same object.
    """
    if isinstance(rules, str):
        raise InputError(f"the rules are the text {rules!r}; models were expected; load it with nca_tf.load.")
    if isinstance(rules, CellularAutomaton):
        rules = [rules]
    if not isinstance(rules, Iterable):
        raise InputError(f"the rules are {rules!r}; models were expected, in a list or by name; pass some.")
    if not isinstance(rules, Mapping):
        rules = {f"rule{number}": rule for number, rule in enumerate(rules, 1)}
    named = all(isinstance(name, str) and NAME.fullmatch(name) for name in rules)
    if not rules or not named or len({draw_name(name, "fire") for name in rules}) < len(rules):
        raise InputError(
            f"the rules are named {list(rules)}; at least one was expected, and names of letters, digits, dots, dashes "
            "and underscores that differ in more than those, since arrays in files are called after them; rename them."
        )
    if len(rules) > MOST_RULES:
        raise InputError(
            f"there are {len(rules)} rules; at most {MOST_RULES} on one grid were expected; leave some out."
        )
    members = {}
    for name, given in rules.items():
        rule = as_member(given, dtype)
        if rule.family == "takeover" and len(rule.members()) == 1:
            (rule,) = rule.members().values()
        if not isinstance(rule, GrowingCA):
            raise InputError(
                f"the rule {name!r} is a {type(rule).__name__}; a growing automaton was expected, or a model of this "
                "family with one rule; pass one of them."
            )
        if rule.alive_threshold != ALIVE_THRESHOLD:
            raise InputError(
                f"the rule {name!r} has the alive_threshold {rule.alive_threshold}; {ALIVE_THRESHOLD} was expected, "
                "that of all rules on one grid; choose another rule."
            )
        if any(rule is other for other in members.values()):
            raise InputError(
                f"the rule {name!r} is the same object as another; each rule has weights of its own; load it twice."
            )
        members[name] = rule
    return members
