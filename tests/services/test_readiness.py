"""No group opens before the programme is ready, but by the recorded decision of two people."""

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bipdesk.db.audit import AuditLine, Verb
from bipdesk.desk import Desk
from bipdesk.domain.approach import Position, RowPosition
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import NothingEntered, SafetyOfficerMissing, UserError, WrongDate
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.ids import EvidenceId, GroupId
from bipdesk.domain.intake_errors import ProgrammeNotReady, SamePersonTwice
from bipdesk.domain.key_errors import FirstSignInPending, WrongPassphrase
from bipdesk.domain.readiness import EvidenceDetails, SecondPerson, Standing
from bipdesk.domain.sentences import sentence
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.services.vault import Person
from tests import builders

REASON = "The county's figures come in May; twelve men wait, and the court agrees."
INCIDENCE = "preconditions/incidence"


def plan_of(desk: Desk) -> GroupDetails:
    leaders = tuple(member.staff_id for member in desk.staff.facilitators())
    return GroupDetails("Thursday", "bbr-1", date(2026, 11, 19), time(18, 30), 150, "Hall", leaders)


def ready_but_for_incidence(desk: Desk) -> None:
    builders.ready(desk)
    (found,) = [
        one.evidence[0]
        for checked in desk.readiness.standing().lists
        for one in checked.items
        if one.item.key == INCIDENCE
    ]
    desk.readiness.remove(found.evidence_id, found.seen)


def second(who: tuple[str, str] = builders.FACILITATOR, reason: str = REASON) -> SecondPerson:
    return SecondPerson(*who, reason)


def audit(desk: Desk) -> tuple[AuditLine, ...]:
    with desk._vault.records.unit() as unit:
        return unit.rows._audit.lines(unit.rows.session)


def test_a_new_programme_opens_no_group_and_is_told_everything_that_is_missing(desk: Desk) -> None:
    with pytest.raises(ProgrammeNotReady) as refused:
        desk.groups.plan(plan_of(desk))
    words = sentence(refused.value)
    for missing in desk.readiness.standing().missing:
        assert missing[1:] in words
    assert "Agreement with a victim service"[1:] in words
    assert desk.groups.list() == ()


def test_with_everything_in_place_it_does(desk: Desk) -> None:
    builders.ready(desk)
    assert desk.groups.plan(plan_of(desk)).row_id is not None
    assert desk.readiness.standing().decisions == ()


def test_one_failed_precondition_is_enough_and_evidence_that_has_ended_is_none(desk: Desk) -> None:
    ready_but_for_incidence(desk)
    ended = EvidenceDetails(INCIDENCE, "412 calls", "Sheriff", date(2025, 1, 1), date(2026, 11, 18))
    made = desk.readiness.record(ended)
    with pytest.raises(ProgrammeNotReady) as refused:
        desk.groups.plan(plan_of(desk))
    assert refused.value.values["missing"] == "incidence and nature of abuse in the community"
    assert made.row_id is not None
    renewed = replace(ended, expires_on=date(2026, 11, 19))
    desk.readiness.change(EvidenceId(made.row_id), renewed, made.seen)
    desk.groups.plan(plan_of(desk))


def test_a_group_that_one_person_leads_does_not_open(desk: Desk) -> None:
    builders.ready(desk)
    alone = replace(plan_of(desk), facilitators=(desk.me.staff_id,))
    with pytest.raises(ProgrammeNotReady) as refused:
        desk.groups.plan(alone)
    assert refused.value.values["missing"] == "two facilitators"


def test_two_people_open_one_group_and_both_stand_in_the_table_and_in_the_audit(
    desk: Desk, programme: builders.Programme
) -> None:
    ready_but_for_incidence(desk)
    made = desk.groups.plan(plan_of(desk), second())
    assert made.row_id is not None
    (decision,) = desk.readiness.standing().decisions
    assert decision.group_id == GroupId(made.row_id)
    assert (decision.first, decision.second) == ("C. Rivers", "R. Ortega")
    assert (decision.reason, decision.group_name) == (REASON, "Thursday")
    assert decision.missing == ("Incidence and nature of abuse in the community",)
    assert decision.decided_at == programme.clock.now()
    lines = [line for line in audit(desk) if line.kind == "group_decision"]
    by_verb = {line.verb: line for line in lines}
    assert {line.actor for line in lines} == {desk.me.staff_id}
    assert by_verb[Verb.DECIDED].subject == made.row_id
    assert by_verb[Verb.AGREED].subject == programme.facilitator


def test_their_decision_is_for_that_one_group(desk: Desk) -> None:
    ready_but_for_incidence(desk)
    desk.groups.plan(plan_of(desk), second())
    with pytest.raises(ProgrammeNotReady):
        desk.groups.plan(replace(plan_of(desk), name="Tuesday"))


def test_the_safety_officer_may_be_the_second_person_and_nothing_of_hers_opens(desk: Desk) -> None:
    ready_but_for_incidence(desk)
    desk.groups.plan(plan_of(desk), second(builders.OFFICER))
    assert desk.safety is None
    assert desk.readiness.standing().decisions[0].second == "D. Avery"


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        (second(builders.COORDINATOR), SamePersonTwice),
        (SecondPerson("RIVERS", builders.COORDINATOR[1], REASON), SamePersonTwice),
        (SecondPerson("ortega", "not her passphrase", REASON), WrongPassphrase),
        (SecondPerson("nobody", builders.FACILITATOR[1], REASON), WrongPassphrase),
        (SecondPerson("ortega", builders.COORDINATOR[1], REASON), WrongPassphrase),
        (second(reason="  "), NothingEntered),
        (SecondPerson("", "", REASON), NothingEntered),
    ],
)
def test_who_is_not_a_second_person_decides_nothing(
    desk: Desk, decision: SecondPerson, refusal: type[UserError]
) -> None:
    ready_but_for_incidence(desk)
    with pytest.raises(refusal):
        desk.groups.plan(plan_of(desk), decision)
    assert desk.groups.list() == ()
    assert desk.readiness.standing().decisions == ()


def test_trying_out_another_persons_passphrase_is_in_the_audit(desk: Desk) -> None:
    ready_but_for_incidence(desk)
    with pytest.raises(WrongPassphrase):
        desk.groups.plan(plan_of(desk), SecondPerson("ortega", "not her passphrase", REASON))
    (line,) = [line for line in audit(desk) if line.kind == "group_decision"]
    assert (line.verb, line.actor) == (Verb.REFUSED, desk.me.staff_id)


def test_a_first_code_that_the_coordinator_knows_makes_no_second_person(desk: Desk) -> None:
    ready_but_for_incidence(desk)
    account = desk.staff.add("N. Newman", "newman", frozenset({Role.FACILITATOR}))
    with pytest.raises(FirstSignInPending):
        desk.groups.plan(plan_of(desk), SecondPerson("newman", account.first_code, REASON))
    assert desk.groups.list() == ()


def test_no_two_people_open_a_group_without_a_safety_officer(tmp_path: Path) -> None:
    made = builders.program(tmp_path).create_site(
        tmp_path / "site", SiteDetails("H"), Person("C. Rivers", *builders.COORDINATOR)
    )
    code = made.desk.staff.add("R. Ortega", "ortega", frozenset({Role.FACILITATOR})).first_code
    made.desk.lock()
    site = tmp_path / "site"
    builders.first_sign_in(builders.program(tmp_path), site, builders.FACILITATOR, code).lock()
    desk = builders.unlocked(tmp_path)
    with pytest.raises(SafetyOfficerMissing):
        desk.groups.plan(plan_of(desk), second())
    desk.lock()


def test_today_says_what_is_missing_and_what_ends_soon_to_the_coordinator_alone(
    desk: Desk, programme: builders.Programme
) -> None:
    def kinds(of: Desk) -> set[DutyKind]:
        today = of.today.today()
        return {duty.kind for duty in (*today.due, *today.decisions)}

    (missing,) = [duty for duty in desk.today.today().decisions if duty.kind is DutyKind.READINESS]
    assert "allocated safety officer" not in missing.detail
    assert "incidence and nature of abuse in the community" in missing.detail
    builders.ready(desk)
    ends = date(2026, 11, 19) + timedelta(days=30)
    desk.readiness.record(EvidenceDetails("duluth/voices", "Heard", "", date(2026, 1, 1), ends))
    (soon,) = [duty for duty in desk.today.today().due if duty.kind is DutyKind.EVIDENCE_ENDS]
    assert soon.due_on == ends
    assert DutyKind.READINESS not in kinds(desk)
    desk.lock()
    facilitator = programme.desk(builders.FACILITATOR)
    assert not kinds(facilitator) & {DutyKind.READINESS, DutyKind.EVIDENCE_ENDS}
    facilitator.lock()


def test_evidence_says_who_wrote_it_and_comes_back_after_it_was_removed(desk: Desk) -> None:
    made = desk.readiness.record(EvidenceDetails("elements/safety", "  Done.  ", "", date(2026, 1, 1)))
    (entry,) = [e for one in desk.readiness.standing().lists for i in one.items for e in i.evidence]
    assert (entry.details.text, entry.recorded_by) == ("Done.", "C. Rivers")
    assert made.row_id is not None
    desk.readiness.remove(entry.evidence_id, entry.seen)
    assert not [e for one in desk.readiness.standing().lists for i in one.items for e in i.evidence]
    desk.readiness.restore(entry.evidence_id)
    standings = [i.standing for one in desk.readiness.standing().lists for i in one.items]
    assert standings.count(Standing.IN_PLACE) == 1


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        (EvidenceDetails(INCIDENCE, " ", "", date(2026, 1, 1)), NothingEntered),
        (EvidenceDetails(INCIDENCE, "Seen", "", date(2026, 11, 20)), WrongDate),
        (EvidenceDetails(INCIDENCE, "Seen", "", date(2026, 2, 1), date(2026, 1, 31)), WrongDate),
    ],
)
def test_evidence_that_says_nothing_or_does_not_hold_yet_is_refused(
    desk: Desk, details: EvidenceDetails, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal):
        desk.readiness.record(details)


def test_a_position_is_kept_with_its_sentence_and_follows_the_pack(desk: Desk) -> None:
    desk.approach.take_position("sharing", RowPosition(Position.HEALTH, "What is said here stays here."))
    without_pack = len(desk.approach.standing().unmet)
    site = desk.site.get()
    desk.site.update(replace(site.details, pack="washington"), site.seen)
    standing = desk.approach.standing()
    assert (standing.decided, len(standing.unmet)) == (1, without_pack + 3)
    (sharing,) = [one for one in standing.rows if one.row.key == "sharing"]
    desk.approach.take_position(
        "sharing", RowPosition(Position.SOCIAL, "Violence and risk are told.", sharing.taken.seen)
    )
    assert desk.approach.standing().unmet == ()
    with pytest.raises(NothingEntered):
        desk.approach.take_position("causes", RowPosition(Position.BETWEEN, " "))
