"""Conformity: does our sequence satisfy the rules of this place, answered line by line with the numbers.

Asked of plain values and answered by them: a curriculum, how it is run, a pack, a day. Rules that are not
about the sequence and how it is run (partners, completion, staff, records) are no lines here; they stand with
the pack.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.conformity_dose import DOSE
from bipdesk.domain.conformity_groups import GROUPS, LEADERS
from bipdesk.domain.conformity_lines import HowRun, Judge, Judged, Rules, Sequence, Standing, sequence_of
from bipdesk.domain.conformity_notices import NOTICES
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.pack import Pack, PackValue

SUBJECTS: tuple[tuple[str, tuple[tuple[str, str, Judge], ...]], ...] = (
    ("Dose", DOSE),
    ("Sessions and groups", GROUPS),
    ("Who leads", LEADERS),
    ("Notices and reports", NOTICES),
)
_PARTS = {"interim-summary-by": "interim-summary-from", "small-group": "session-length-small"}
"""Rules that another line answers with its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """The answer to one rule."""

    key: str
    subject: str
    title: str
    rule: PackValue
    ours: str
    theirs: str
    standing: Standing
    remark: str


@dataclass(frozen=True, slots=True)
class Conformity:
    """The whole answer."""

    pack: Pack
    sequence: Sequence
    on: date
    lines: tuple[Line, ...]
    not_asked: int
    """How many rules of the pack are not about the sequence."""

    def count(self, standing: Standing) -> int:
        """Return how many lines stand so."""
        return sum(line.standing is standing for line in self.lines)

    @property
    def verdict(self) -> str:
        """Return the answer in one sentence."""
        if not self.lines:
            return "These rules say nothing about a sequence."
        missed, open_, warns = (self.count(s) for s in (Standing.NOT_MET, Standing.UNSAID, Standing.WARNS))
        of = f"of {len(self.lines)} rules"
        if missed:
            words = f"No: {missed} {of} {'is' if missed == 1 else 'are'} not met."
        elif open_:
            words = f"As far as it can be said: {self.count(Standing.MET)} {of} are met."
        else:
            words = f"Yes: {self.count(Standing.MET)} {of} are met."
        open_words = f" {open_} cannot be said yet." if open_ else ""
        return words + open_words + (f" {warns} only warn{'s' if warns == 1 else ''}." if warns else "")


def conformity(curriculum: Curriculum, run: HowRun, pack: Pack, on: date) -> Conformity:
    """Return the answer of the rules in force on the day `on`; a rule that nobody verified warns at most."""
    sequence, rules = sequence_of(curriculum, run), Rules(pack, on)
    lines = tuple(_lines(sequence, rules))
    answered = {line.key for line in lines}
    answered |= {part for part, whole in _PARTS.items() if whole in answered}
    in_force = {key for key in pack.rules if rules(key) is not None}
    in_force -= {"dose-either"} | ({"dose-months"} if _has_levels(rules) else set())
    return Conformity(pack, sequence, on, lines, len(in_force - answered))


def _lines(sequence: Sequence, rules: Rules) -> Iterator[Line]:
    for subject, asked in SUBJECTS:
        for key, title, judge in asked:
            rule = rules(key)
            if rule is None or (key == "dose-months" and _has_levels(rules)):
                continue
            judged = _softened(judge(sequence, rule, rules), rule)
            yield Line(key, subject, title, rule, judged.ours, judged.theirs, judged.standing, judged.remark)


def _has_levels(rules: Rules) -> bool:
    return rules("dose-months-level-1") is not None


def _softened(judged: Judged, rule: PackValue) -> Judged:
    """Let a rule that nobody verified warn where it is not met."""
    if rule.binding or judged.standing is not Standing.NOT_MET:
        return judged
    remark = f"{judged.remark} Nobody has verified this rule.".strip()
    return Judged(judged.ours, judged.theirs, Standing.WARNS, remark)
