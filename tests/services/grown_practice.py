"""Chains, control logs and practice of a few participants."""

from collections.abc import Sequence

from bipdesk.desk import Desk
from bipdesk.domain.chain import Chain, ChainDetails, Link
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.skill import Names, Setting, SkillPracticeDetails


def grow_practice(desk: Desk, members: Sequence[ParticipantId]) -> None:
    """Give each of them one entry of each kind, and the programme a skill of its own."""
    today = desk.clock.today()
    desk.practice.add_skill(Names("Cooking supper"))
    for member in members:
        desk.practice.add(member, ChainDetails(today, "At supper", Chain((Link(1, moment="Came home"),))))
        desk.practice.add(member, ControlLogDetails(today, "Looked through the telephone"))
        desk.practice.add(member, SkillPracticeDetails("listening", Setting.HOME, today, "Well"))
