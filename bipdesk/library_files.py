"""Reads the rules and texts of the program that are data: curricula, packs, instruments, checklists."""

from bipdesk import assets
from bipdesk.domain.answer_set import Instruments
from bipdesk.domain.approach import parse_chart
from bipdesk.domain.checklist import Checklists, parse_checklist
from bipdesk.domain.content_topic import ContentTopics, parse_topics
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import Side
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Packs, parse_pack
from bipdesk.domain.practice_lists import PracticeLists, parse_lists


def load_curricula(side: Side = Side.RECORDS) -> Curricula:
    """Read the curriculum files of one side; one that is wrong is named, with the key and the reason."""
    read = (parse_curriculum(assets.read_text(name), name) for name in assets.names("curricula", ".toml"))
    return Curricula(curriculum for curriculum in read if curriculum.side is side)


def load_topics() -> ContentTopics:
    """Read the eight topics of Source 003."""
    return parse_topics(assets.read_text("topics.toml"), "topics.toml")


def load_packs() -> Packs:
    """Read every pack file of the program; one that is wrong is named, with the key and the reason."""
    return Packs(parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))


def load_instruments() -> Instruments:
    """Read every instrument file of the program; one that is wrong is named, with the key and the reason."""
    return Instruments(
        parse_instrument(assets.read_text(name), name) for name in assets.names("instruments", ".toml")
    )


def load_practice_lists() -> PracticeLists:
    """Read the feelings, thoughts and skills that practice entries are tagged from."""
    return parse_lists(assets.read_text("practice.toml"), assets.read_text("skills.toml"))


def load_library() -> Library:
    """Read all rules and texts of the program that are data."""
    lists = (parse_checklist(assets.read_text(name), name) for name in assets.names("readiness", ".toml"))
    chart = parse_chart(assets.read_text("approach.toml"), "approach.toml")
    return Library(
        curricula=load_curricula(),
        packs=load_packs(),
        checklists=Checklists(lists),
        chart=chart,
        instruments=load_instruments(),
        topics=load_topics(),
        womens_curricula=load_curricula(Side.SAFETY),
        practice=load_practice_lists(),
    )
