"""The programme's approach: where it stands on each row of Source 001's chart, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.disclosure import Document, topics_of
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.pack import Pack
from bipdesk.domain.pack_keys import KEYS
from bipdesk.domain.resource_table import ResourceTable, read_resource


class Position(StrEnum):
    """Where a programme stands between the two columns of the chart."""

    SOCIAL = "social-historical"
    BETWEEN = "between"
    HEALTH = "mental-health"
    OPEN = ""
    """Nothing was decided yet."""

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {
            Position.SOCIAL: "Social-historical",
            Position.BETWEEN: "Between",
            Position.HEALTH: "Mental-health",
            Position.OPEN: "Not decided",
        }[self]


_STATED = (Position.SOCIAL.value, Position.BETWEEN.value, Position.HEALTH.value)


@dataclass(frozen=True, slots=True)
class RowPosition:
    """The position on one row, the programme's own sentence, and the token of what is stored."""

    position: Position
    sentence: str = ""
    seen: Seen = UNSEEN


NO_POSITION = RowPosition(Position.OPEN)


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows from one position on one row."""

    positions: frozenset[Position]
    words: str
    """What the programme thereby cannot do, or must still settle."""
    source: str
    rule: str
    """Key of the pack's rule it stands against; "" when it does not come from a pack."""
    fails: bool
    """A duty cannot be met; otherwise something is to be settled."""
    documents: bool = False
    """The words end with every document that his waiver alone permits."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of the chart, in the words of the source, with a title of ours."""

    key: str
    title: str
    social: str
    health: str
    follows: tuple[Follows, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole chart."""

    name: str
    source: str
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that follows, as it is shown."""

    words: str
    source: str
    fails: bool


@dataclass(frozen=True, slots=True)
class RowStanding:
    """A row with the programme's position and what follows from it."""

    row: ChartRow
    taken: RowPosition
    each: Mapping[Position, tuple[Consequence, ...]]
    """What follows, or would follow, from each position."""

    @property
    def consequences(self) -> tuple[Consequence, ...]:
        """Return what follows from the position taken."""
        return self.each[self.taken.position]


@dataclass(frozen=True, slots=True)
class Approach:
    """The programme's whole approach."""

    chart: Chart
    rows: tuple[RowStanding, ...]

    @property
    def decided(self) -> int:
        """Return on how many rows the programme has a position."""
        return sum(one.taken.position is not Position.OPEN for one in self.rows)

    @property
    def unmet(self) -> tuple[Consequence, ...]:
        """Return the duties that cannot be met as the programme works."""
        return tuple(one for row in self.rows for one in row.consequences if one.fails)


def derive(chart: Chart, positions: dict[str, RowPosition], pack: Pack) -> Approach:
    """Return where the programme stands and what follows under the rules it keeps.

    A rule that its pack does not have binds it to nothing; one that nobody verified only asks to be settled.
    """
    rows = (
        RowStanding(row, positions.get(row.key, NO_POSITION), {one: _of(row, one, pack) for one in Position})
        for row in chart.rows
    )
    return Approach(chart, tuple(rows))


def _of(row: ChartRow, position: Position, pack: Pack) -> tuple[Consequence, ...]:
    found = (_consequence(one, pack) for one in row.follows if position in one.positions)
    return tuple(one for one in found if one is not None)


def _consequence(follows: Follows, pack: Pack) -> Consequence | None:
    if not follows.rule:
        words = f"{follows.words} {_by_waiver_alone(pack)}" if follows.documents else follows.words
        return Consequence(words, follows.source, follows.fails)
    value = pack.value(follows.rule)
    if value is None:
        return None
    return Consequence(f"{follows.words} {value.words}", value.source, follows.fails and value.binding)


def _by_waiver_alone(pack: Pack) -> str:
    """Return the documents that tell something about him and that no rule of the pack demands."""
    demanded = {key for key, value in pack.values.items() if value.binding}
    named = [one.label.lower() for one in Document if topics_of(one) and one.value not in demanded]
    return f"{', '.join(named)}."


def parse_chart(text: str, file: str) -> Chart:
    """Return the chart written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(text, file)
    table.whole("version", 1, 9999)
    name, source = table.text("name"), table.text("source", 400)
    rows: list[ChartRow] = []
    for inner in table.tables("rows", "row"):
        row = _read_row(inner)
        if any(row.key == other.key for other in rows):
            table.refuse("rows", f"'{row.key}' stands in the file twice")
        rows.append(row)
    table.done()
    return Chart(name, source, tuple(rows))


def _read_row(table: ResourceTable) -> ChartRow:
    row = ChartRow(
        key=table.key("key"),
        title=table.text("title"),
        social=table.text("social", 600),
        health=table.text("health", 600),
        follows=tuple(_read_follows(one) for one in table.tables("follows", "follows"))
        if table.has("follows")
        else (),
    )
    table.done()
    return row


def _read_follows(table: ResourceTable) -> Follows:
    positions = table.lines("positions", len(_STATED))
    for name in positions:
        if name not in _STATED:
            table.refuse("positions", f"'{name}' is not one of {', '.join(_STATED)}")
    rule = table.one_of("rule", KEYS) if table.has("rule") else ""
    follows = Follows(
        positions=frozenset(Position(name) for name in positions),
        words=table.text("words", 400),
        source="" if rule else table.text("source", 300),
        rule=rule,
        fails=table.flag("fails"),
        documents=table.flag("documents"),
    )
    table.done()
    return follows
