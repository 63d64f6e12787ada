"""Everything the program knows from files of its own: read once, the same for every vault."""

from dataclasses import dataclass

from bipdesk.domain.answer_set import Instruments
from bipdesk.domain.approach import Chart
from bipdesk.domain.checklist import Checklists
from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.pack import Packs
from bipdesk.domain.practice_lists import PracticeLists


@dataclass(frozen=True, slots=True)
class Library:
    """Sequences, rules and checklists as data."""

    curricula: Curricula
    packs: Packs
    checklists: Checklists
    chart: Chart
    instruments: Instruments
    topics: ContentTopics
    womens_curricula: Curricula
    """The women's group: for the safety side alone. Nothing on the records side may ask for it."""
    practice: PracticeLists
