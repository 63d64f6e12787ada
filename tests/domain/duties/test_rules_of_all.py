"""Every kind of duty says by which rule it is due and what ends it."""

from uuid import UUID

from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.duty_rules import FROM_PACKS, RULES, with_rule
from bipdesk.ui.screens.today.actions import BUTTONS


def test_every_kind_has_a_rule_of_its_own_or_brings_it_from_the_pack() -> None:
    assert set(DutyKind) == set(RULES) | FROM_PACKS
    assert RULES.keys().isdisjoint(FROM_PACKS)
    assert all(citation and ends for citation, ends in RULES.values())


def test_every_kind_has_a_button() -> None:
    assert set(BUTTONS) == set(DutyKind)


def test_what_a_source_says_of_its_rule_stays() -> None:
    bare = Duty(DutyKind.CONTACT, UUID(int=1), "Contact him", "", None)
    cited = Duty(DutyKind.CONTACT, UUID(int=1), "Contact him", "", None, "WAC 1", discharged_by="A call")

    assert with_rule(bare).citation == RULES[DutyKind.CONTACT][0]
    assert with_rule(cited) is cited
