"""How she may be reached: what she said last holds."""

from dataclasses import replace

from bipdesk.domain.ids import PartnerId
from bipdesk.services.safety.values import PartnerDetails, SafeContactRule
from tests import builders


def test_a_partner_who_may_be_called_and_then_no_longer_is_not_called(programme: builders.Programme) -> None:
    officer = programme.desk(builders.OFFICER)
    assert officer.safety is not None
    made = officer.safety.add(PartnerDetails("W-1"), SafeContactRule(allowed=False)).row_id
    assert made is not None
    partner_id = PartnerId(made)
    # The second save writes the reason too, so every later token names it.
    for allowed, never in ((True, ""), (False, "He reads her messages"), (True, ""), (False, "")):
        partner = officer.safety.file(partner_id).partner
        rule = replace(partner.rule, allowed=allowed, never=never or partner.rule.never)
        officer.safety.set_rule(partner_id, rule, partner.seen)
        assert officer.safety.file(partner_id).partner.rule.allowed is allowed
    officer.lock()
