"""Ids of the records sort as they were made, also within one millisecond."""

from datetime import UTC, datetime

from bipdesk.domain.ids import records_id

NOW = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def test_ids_of_one_millisecond_are_in_order_and_well_formed() -> None:
    made = [records_id(NOW) for _ in range(2000)]
    assert made == sorted(set(made))
    assert {(each.version, each.variant) for each in made} == {(7, "specified in RFC 4122")}
    assert {each.int >> 80 for each in made} == {int(NOW.timestamp() * 1000)}
