"""The person record, addresses and thoughts of harm, through a vault."""

from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.address import AddressChange, AddressKind
from bipdesk.domain.changes import Changes
from bipdesk.domain.duplicates import PersonTyped
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.equality import PREFERS_NOT, EqualityData
from bipdesk.domain.errors import DateInFuture, NothingEntered, UserError, WrongDate
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import UNSEEN, ParticipantId
from bipdesk.domain.intake_errors import ChildrenMiscounted, EmergencyContactUnasked, NumberOutOfRange
from bipdesk.domain.person import PersonRecord, VehicleDetails
from bipdesk.domain.person_fields import Part
from tests import builders

TODAY = date(2026, 11, 19)


@pytest.fixture
def him(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def save(desk: Desk, him: ParticipantId, part: Part, **answers: object) -> Changes:
    return desk.persons.save(him, part, PersonRecord(**answers), desk.persons.file(him).seen)  # type: ignore[arg-type]


def home(lines: str, from_on: date) -> AddressChange:
    return AddressChange(AddressKind.HOME, lines, from_on, "He moved", "himself, shown a bill")


def test_each_part_is_saved_by_itself(desk: Desk, him: ParticipantId) -> None:
    save(
        desk, him, Part.EVERYDAY, transport="bus", distance_km=42, cannot_evenings=(4, 0), employer="Sawmill"
    )
    save(desk, him, Part.CHILDREN, parent_role="visits", children_number=2, children_5_10=1)
    seen_before = desk.persons.file(him).seen
    save(desk, him, Part.WEAPONS, weapons_access="yes", weapons_what="Rifle")
    # A form that was open meanwhile writes over nothing but its own part.
    desk.persons.save(him, Part.HISTORY, PersonRecord(history_own="He pushed his partner"), seen_before)
    assert desk.persons.file(him).record == PersonRecord(
        transport="bus",
        distance_km=42,
        cannot_evenings=(0, 4),
        employer="Sawmill",
        parent_role="visits",
        children_number=2,
        children_5_10=1,
        weapons_access="yes",
        weapons_what="Rifle",
        history_own="He pushed his partner",
    )


@pytest.mark.parametrize(
    ("part", "answers", "error"),
    [
        (Part.EMERGENCY, {"emergency_name": "Ida Pruett"}, EmergencyContactUnasked),
        (Part.CHILDREN, {"children_number": 1, "children_0_4": 1, "children_16_17": 1}, ChildrenMiscounted),
        (Part.CHILDREN, {"children_0_4": 99}, NumberOutOfRange),
        (Part.EVERYDAY, {"distance_km": -1}, NumberOutOfRange),
        (Part.IDENTITY, {"id_kind": "passport", "id_seen_on": TODAY + timedelta(days=1)}, DateInFuture),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, him: ParticipantId, part: Part, answers: dict[str, object], error: type[UserError]
) -> None:
    with pytest.raises(error):
        save(desk, him, part, **answers)
    assert desk.persons.file(him).record == PersonRecord()


def test_of_two_answers_given_apart_the_more_protective_one_is_shown(desk: Desk, him: ParticipantId) -> None:
    save(desk, him, Part.EVERYDAY, shifts="Nights")
    seen = desk.persons.file(him).seen
    desk.persons.save(him, Part.WEAPONS, PersonRecord(weapons_access="yes"), seen)
    desk.persons.save(him, Part.WEAPONS, PersonRecord(weapons_access="no"), seen)
    file = desk.persons.file(him)
    assert (file.record.weapons_access, file.conflicts) == ("yes", ("weapons",))


def test_a_move_ends_the_old_address_and_can_be_taken_back(desk: Desk, him: ParticipantId) -> None:
    desk.persons.move(him, home("3 Mill Lane", date(2026, 1, 1)))
    made = desk.persons.move(him, home("9 Hill Road", date(2026, 11, 2)))
    new, old = desk.persons.file(him).addresses
    assert (new.until_on, old.until_on) == (None, date(2026, 11, 2))
    assert letters_go_to(desk, him, TODAY) == "9 Hill Road"
    assert letters_go_to(desk, him, date(2026, 11, 1)) == "3 Mill Lane"
    with pytest.raises(WrongDate):
        desk.persons.move(him, home("1 Late Lane", date(2026, 10, 1)))
    assert made.row_id is not None
    desk.persons.take_back_move(made.row_id)
    assert [each.until_on for each in desk.persons.file(him).addresses] == [None]
    assert letters_go_to(desk, him, TODAY) == "3 Mill Lane"


def test_a_letter_goes_to_no_address_that_has_ended(desk: Desk, him: ParticipantId) -> None:
    assert letters_go_to(desk, him, TODAY) is None
    desk.persons.move(him, home("3 Mill Lane", date(2026, 1, 1)))
    desk.persons.end_address(desk.persons.file(him).addresses[0], date(2026, 11, 1))
    assert letters_go_to(desk, him, TODAY) is None


def letters_go_to(desk: Desk, him: ParticipantId, on_date: date) -> str | None:
    with desk._vault.records.unit() as unit:
        address = unit.persons.current_address(him, on_date)
    return None if address is None else address.change.lines


def test_names_and_vehicles_come_back_after_they_were_taken_away(desk: Desk, him: ParticipantId) -> None:
    desk.persons.add_name(him, "former", "Aaron", "Vance")
    desk.persons.put_vehicle(him, VehicleDetails("Ford", "Ranger", "blue", 2011, "ABC 123"), None, UNSEEN)
    file = desk.persons.file(him)
    desk.persons.remove_name(file.names[0].name_id, file.names[0].seen)
    desk.persons.remove_vehicle(file.vehicles[0].vehicle_id, file.vehicles[0].seen)
    emptied = desk.persons.file(him)
    assert (emptied.names, emptied.vehicles) == ((), ())
    assert desk.participants.similar(PersonTyped("Aaron", "Vance")) == ()
    desk.persons.restore_name(file.names[0].name_id)
    desk.persons.restore_vehicle(file.vehicles[0].vehicle_id)
    back = desk.persons.file(him)
    assert [(each.kind, each.family_name) for each in back.names] == [("former", "Vance")]
    assert [each.participant_id for each in desk.participants.similar(PersonTyped("Aaron", "Vance"))] == [him]
    assert back.vehicles[0].details.plate == "ABC 123"
    with pytest.raises(NumberOutOfRange):
        desk.persons.put_vehicle(him, VehicleDetails("Ford", year=211), None, UNSEEN)


def test_thoughts_that_are_there_now_are_due_until_what_was_done_is_recorded(
    desk: Desk, him: ParticipantId, programme: builders.Programme
) -> None:
    desk.persons.ask_harm(him, HarmAsked(TODAY, HarmAnswer.PAST, HarmAnswer.NONE))
    assert due(desk) == []
    programme.clock.instant += timedelta(minutes=1)
    desk.persons.ask_harm(him, HarmAsked(TODAY, HarmAnswer.NOW, HarmAnswer.NOW, "He said so twice"))
    assert due(desk) == ["Act today: A. Pruett has thoughts of suicide and killing somebody"]
    enquiry = desk.persons.file(him).enquiries[0]
    assert (enquiry.is_urgent, enquiry.asked_by) == (True, "C. Rivers")
    with pytest.raises(NothingEntered):
        desk.persons.record_done(enquiry.enquiry_id, " ", enquiry.seen)
    token = desk.persons.record_done(enquiry.enquiry_id, "Taken to the crisis service", enquiry.seen).seen
    assert due(desk) == []
    done = desk.persons.file(him).enquiries[0]
    assert (done.done, done.done_on, done.done_by) == ("Taken to the crisis service", TODAY, "C. Rivers")
    desk.persons.take_back_done(enquiry.enquiry_id, token)
    assert len(due(desk)) == 1


def due(desk: Desk) -> list[str]:
    first = desk.today.today().due[:1]
    return [duty.title for duty in first if duty.kind is DutyKind.HARM_NOW]


def test_equality_data_stays_apart_and_may_be_declined(desk: Desk, him: ParticipantId) -> None:
    data, seen = desk.persons.equality(him)
    assert data == EqualityData()
    desk.persons.save_equality(him, EqualityData(religion=PREFERS_NOT, lives_in="village"), seen)
    assert desk.persons.equality(him)[0] == EqualityData(religion=PREFERS_NOT, lives_in="village")
    assert "village" not in repr(desk.persons.file(him))


def test_reading_the_record_and_equality_data_is_audited(desk: Desk, him: ParticipantId) -> None:
    desk.persons.file(him)
    desk.persons.equality(him)
    with desk._vault.records.unit() as unit:
        lines = unit.rows.session.connection().exec_driver_sql("SELECT verb, kind FROM audit").all()
    assert {("read", "person_record"), ("read", "equality")} <= {tuple(line) for line in lines}
