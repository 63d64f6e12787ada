"""The approach: ten rows, a position on each, and what follows under the rules a programme keeps."""

import pytest

from bipdesk import assets
from bipdesk.domain.approach import Approach, Position, RowPosition, derive, parse_chart
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.pack import Pack, Packs, parse_pack

CHART = parse_chart(assets.read_text("approach.toml"), "approach.toml")
PACKS = Packs(parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))
ROWS = tuple(row.key for row in CHART.rows)


def taken(position: Position, *rows: str, pack: str = "washington") -> Approach:
    positions = {key: RowPosition(position, "So we work.") for key in rows}
    return derive(CHART, positions, PACKS.of(pack))


def test_the_chart_has_ten_rows_with_both_sides() -> None:
    assert len(CHART.rows) == 10
    assert all(row.social and row.health and row.social != row.health for row in CHART.rows)


def test_nothing_follows_from_what_is_not_decided() -> None:
    approach = derive(CHART, {}, PACKS.of("washington"))
    assert approach.decided == 0
    assert approach.unmet == ()
    assert all(one.taken.position is Position.OPEN for one in approach.rows)


def test_a_programme_that_keeps_everything_confidential_is_told_which_duties_it_cannot_meet() -> None:
    approach = taken(Position.HEALTH, "sharing")
    unmet = " ".join(one.words for one in approach.unmet)
    assert "Nobody can be accepted" in unmet and "waiver of confidentiality" in unmet
    assert "within seven days of non-compliance" in unmet
    assert "not rendered: acceptance letter, status letter, enrolment notice," in unmet
    without_rules = " ".join(one.words for one in taken(Position.HEALTH, "sharing", pack="").unmet)
    assert "not rendered: acceptance letter, rejection notice, status letter," in without_rules
    assert "survivors, probation and courts" in unmet
    assert any("WAC 388-60B-0425(6)" in one.source for one in approach.unmet)


def test_without_a_pack_its_rules_are_not_held_against_the_programme() -> None:
    with_rules, without = taken(Position.HEALTH, "sharing"), taken(Position.HEALTH, "sharing", pack="")
    assert len(with_rules.unmet) - len(without.unmet) == 3
    assert not any("WAC" in one.source for one in without.unmet)


def test_no_contact_with_partners_leaves_her_untold_and_no_group_opening() -> None:
    unmet = " ".join(one.words for one in taken(Position.HEALTH, "partners").unmet)
    assert "Women's Safety Officer" in unmet and "no group opens" in unmet
    assert "Partner notices stay undone" in unmet


@pytest.mark.parametrize("row", ROWS)
def test_the_position_of_the_source_between_or_social_fails_no_duty(row: str) -> None:
    assert taken(Position.SOCIAL, row).unmet == ()
    assert taken(Position.BETWEEN, row).unmet == ()


def test_what_follows_is_known_before_a_position_is_taken() -> None:
    (sharing,) = [one for one in derive(CHART, {}, Pack()).rows if one.row.key == "sharing"]
    assert sharing.consequences == ()
    assert any(one.fails for one in sharing.each[Position.HEALTH])


def test_a_rule_nobody_verified_only_asks_to_be_settled() -> None:
    text = assets.read_text("packs/washington.toml").replace(
        'key = "non-compliance-notice"', 'unverified = true\nkey = "non-compliance-notice"'
    )
    approach = derive(
        CHART, {"sharing": RowPosition(Position.HEALTH, "Ours.")}, parse_pack(text, "washington.toml")
    )
    (rule,) = [one for row in approach.rows for one in row.consequences if "0425" in one.source]
    assert not rule.fails and "not verified" in rule.source


def test_a_wrong_chart_is_refused_by_key_and_reason() -> None:
    text = assets.read_text("approach.toml").replace(
        'positions = ["mental-health"]', 'positions = ["none"]', 1
    )
    with pytest.raises(ResourceInvalid) as caught:
        parse_chart(text, "approach.toml")
    assert caught.value.values["where"] == "follows 1, positions"
