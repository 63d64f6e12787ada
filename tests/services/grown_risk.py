"""Person records and what is known of risk, of a few participants."""

from collections.abc import Sequence

from bipdesk.desk import Desk
from bipdesk.domain.address import AddressChange, AddressKind
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import UNSEEN, ParticipantId
from bipdesk.domain.person import PersonRecord, VehicleDetails
from bipdesk.domain.person_fields import Part
from bipdesk.domain.risk import ActionDetails, AssessmentDetails, FlagDetails, FlagKind, Provenance, Tool


def grow_risk(desk: Desk, members: Sequence[ParticipantId]) -> None:
    """Give each of them a record, an address, a flag, a step that is due, and something urgent."""
    today = desk.clock.today()
    for member in members:
        desk.persons.save(member, Part.HEALTH, PersonRecord(substance="None"), UNSEEN)
        desk.persons.add_name(member, "alias", "Lee", "Marlow")
        desk.persons.put_vehicle(member, VehicleDetails("Ford"), None, UNSEEN)
        home = AddressChange(AddressKind.HOME, "9 Hill Road", today, "First entry", "himself")
        desk.persons.move(member, home)
        desk.persons.ask_harm(member, HarmAsked(today, HarmAnswer.NOW, HarmAnswer.NOW))
        desk.risks.assess(member, AssessmentDetails(Tool.SARA, "low", "low", today, "C. Rivers"))
        flag = FlagDetails(FlagKind.JOB_LOSS, "Dismissed", Provenance.HIS, today, today, "A 1-2-1")
        desk.risks.raise_flag(member, flag)
        desk.risks.plan_action(member, ActionDetails("Ask for the report", desk.me.staff_id, today))
