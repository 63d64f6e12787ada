"""1-2-1s as values: which kind a step needs, what belongs to which kind, which appointment it keeps."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from bipdesk.domain.appointment import (
    Appointment,
    AppointmentDetails,
    AppointmentState,
    Ending,
    check_ending,
    kept_by,
)
from bipdesk.domain.attendance import Reason
from bipdesk.domain.delivery_errors import MinutesMissing, OneFacilitatorTwice
from bipdesk.domain.errors import NothingEntered, UserError
from bipdesk.domain.goals_file import step_names
from bipdesk.domain.ids import ParticipantId, StaffId
from bipdesk.domain.journey import IndividualKind
from bipdesk.domain.one_to_one import (
    FIELD_KEYS,
    FIELDS,
    OneToOneDetails,
    OneToOneKind,
    checked,
    fact_of,
    kind_for,
    written_words,
)
from bipdesk.domain.one_to_one_blank import one_to_one_blank
from bipdesk.library_files import load_curricula

TODAY = date(2026, 11, 19)
RIVERS, ORTEGA = StaffId(UUID(int=1)), StaffId(UUID(int=2))
HELD = OneToOneDetails(OneToOneKind.BETWEEN, TODAY, 60, "after-thinking-1", held_by=RIVERS)
BBR = next(each for each in load_curricula() if each.id == "bbr-1")


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("pre-group-1", OneToOneKind.PRE_GROUP),
        ("pre-group-2", OneToOneKind.PRE_GROUP),
        ("foundation-1", OneToOneKind.CATCH_UP),
        ("after-thinking-1", OneToOneKind.BETWEEN),
        ("after-emotions-1", OneToOneKind.BETWEEN),
    ],
)
def test_the_step_says_which_kind_it_is(code: str, kind: OneToOneKind) -> None:
    assert kind_for(BBR, BBR.step(code)) is kind
    assert kind_for(BBR, None) is OneToOneKind.EXTRA


def test_two_steps_of_one_title_are_told_apart_by_what_comes_before_them() -> None:
    names = step_names(BBR)
    assert len(set(names.values())) == len(names)
    assert names["after-thinking-1"].endswith(" after My Thinking")
    assert names["foundation-1"] == "Foundation 1"


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"minutes": 0}, MinutesMissing),
        ({"minutes": 481}, MinutesMissing),
        ({"held_by": None}, NothingEntered),
        ({"second": RIVERS}, OneFacilitatorTwice),
        ({"kind": OneToOneKind.CATCH_UP, "reason": "  "}, NothingEntered),
    ],
)
def test_what_is_missing_is_refused(wrong: dict[str, object], error: type[UserError]) -> None:
    with pytest.raises(error):
        checked(replace(HELD, **wrong))  # type: ignore[arg-type]


def test_a_second_facilitator_is_needed_where_an_alert_asks_for_two() -> None:
    with pytest.raises(NothingEntered) as refused:
        checked(HELD, two_needed=True)
    assert refused.value.values["field"] == "Second facilitator"
    assert checked(replace(HELD, second=ORTEGA), two_needed=True).second == ORTEGA


@pytest.mark.parametrize("kind", OneToOneKind)
def test_only_what_belongs_to_its_kind_is_kept(kind: OneToOneKind) -> None:
    everything = dict.fromkeys(FIELD_KEYS, " said ")
    kept = checked(replace(HELD, kind=kind, looked_at=everything, reason="Snow", rules_gone_through=True))
    assert set(kept.looked_at) == {each.key for each in FIELDS[kind]}
    assert set(kept.looked_at.values()) == {"said"}
    assert bool(kept.reason) == (kind is OneToOneKind.CATCH_UP)
    assert kept.rules_gone_through == (kind is OneToOneKind.PRE_GROUP)
    assert [label for label, _ in written_words(kept)] == [each.label for each in FIELDS[kind]]


def test_the_journey_is_told_of_every_kind_but_another_1_2_1() -> None:
    told = {kind: fact_of(replace(HELD, kind=kind)) for kind in OneToOneKind}
    assert told.pop(OneToOneKind.EXTRA) is None
    assert {fact.kind for fact in told.values() if fact} == {
        IndividualKind.ONE_TO_ONE,
        IndividualKind.CATCH_UP,
    }
    assert all(fact and fact.step_code == "after-thinking-1" for fact in told.values())


@pytest.mark.parametrize("kind", OneToOneKind)
def test_paper_asks_what_the_screen_asks_in_both_languages(kind: OneToOneKind) -> None:
    english, spanish = one_to_one_blank(kind), one_to_one_blank(kind, "es")
    labels = [line.label for section in english.sections for line in section.lines]
    assert [each.label for each in FIELDS[kind] if each.label not in labels] == []
    translated = [line.label for section in spanish.sections for line in section.lines]
    assert len(translated) == len(labels)
    assert [pair for pair in zip(labels, translated, strict=True) if pair[0] == pair[1]] == []


def planned(number: int, code: str, day: int) -> Appointment:
    when = AppointmentDetails(date(2026, 11, day), time(10), code)
    return Appointment(UUID(int=number), ParticipantId(UUID(int=9)), when)


def test_a_1_2_1_keeps_the_appointment_for_its_step_and_another_one_only_from_its_day_on() -> None:
    early, late, other = planned(1, "pre-group-1", 24), planned(2, "pre-group-1", 26), planned(3, "", 24)
    everything = (late, early, other)
    assert kept_by(everything, "pre-group-1", TODAY) == early
    assert kept_by(everything, "pre-group-2", TODAY) is None
    assert kept_by(everything, "", TODAY) is None
    assert kept_by(everything, "", date(2026, 11, 24)) == other
    missed = replace(early, ending=Ending(AppointmentState.NOT_ATTENDED))
    assert kept_by((missed,), "pre-group-1", TODAY) is None


@pytest.mark.parametrize("state", [AppointmentState.MOVED, AppointmentState.CANCELLED])
def test_what_the_programme_changes_needs_why_and_has_no_reason_of_his(state: AppointmentState) -> None:
    with pytest.raises(NothingEntered):
        check_ending(Ending(state, words=" "))
    assert check_ending(Ending(state, Reason.ILLNESS, " Snow ")) == Ending(state, None, "Snow")


def test_what_he_missed_has_an_excuse_or_none_but_never_a_conduct() -> None:
    missed = AppointmentState.NOT_ATTENDED
    assert check_ending(Ending(missed, Reason.ILLNESS)).reason is Reason.ILLNESS
    assert check_ending(Ending(missed, Reason.THREAT)).reason is None
