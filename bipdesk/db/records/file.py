"""The records file: what makes it, and its units of work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bipdesk.db.audit import audit_table
from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.journal.journal import Journal
from bipdesk.db.journal.tables import journal_tables
from bipdesk.db.opened import OpenedFile, Shape
from bipdesk.db.records.agencies import AgencyStore
from bipdesk.db.records.agreements import AgreementStore
from bipdesk.db.records.attendances import AttendanceStore
from bipdesk.db.records.carriage import CarriageStore
from bipdesk.db.records.county import CountyStore
from bipdesk.db.records.disclosures import DisclosureStore
from bipdesk.db.records.drafts import DraftStore
from bipdesk.db.records.equality import EqualityStore
from bipdesk.db.records.fees import FeeStore
from bipdesk.db.records.groups import GroupStore
from bipdesk.db.records.handovers import HandOverStore
from bipdesk.db.records.harm import HarmStore
from bipdesk.db.records.imports import ImportStore
from bipdesk.db.records.instruments import InstrumentStore
from bipdesk.db.records.offices import OfficeStore
from bipdesk.db.records.owed_documents import OwedDocumentStore
from bipdesk.db.records.papers import PaperStore
from bipdesk.db.records.participant_list import ParticipantList
from bipdesk.db.records.participants import ParticipantStore
from bipdesk.db.records.partnerships import PartnershipStore
from bipdesk.db.records.person_keys import PersonKeyStore
from bipdesk.db.records.person_links import PersonLinkStore
from bipdesk.db.records.persons import PersonStore
from bipdesk.db.records.readiness import ReadinessStore
from bipdesk.db.records.referrals import ReferralStore
from bipdesk.db.records.register_contents import RegisterContents
from bipdesk.db.records.registry import RECORDS
from bipdesk.db.records.risks import RiskStore
from bipdesk.db.records.service_directory import ServiceDirectoryStore
from bipdesk.db.records.staff_records import StaffRecordStore
from bipdesk.db.records.suitability import SuitabilityStore
from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.records.waivers import WaiverStore
from bipdesk.db.rows import Rows
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId

SHAPE = Shape("records", audit_table(RecordsTable.metadata), Path(__file__).parent / "migrations")
JOURNAL_TABLES = journal_tables(RecordsTable.metadata)


@dataclass(frozen=True, slots=True)
class Unit:
    """One transaction on the records: the stores that take part in it."""

    participants: ParticipantStore
    participant_list: ParticipantList
    referrals: ReferralStore
    owed_documents: OwedDocumentStore
    person_keys: PersonKeyStore
    person_links: PersonLinkStore
    groups: GroupStore
    attendances: AttendanceStore
    hand_overs: HandOverStore
    offices: OfficeStore
    carriage: CarriageStore
    county: CountyStore
    agencies: AgencyStore
    partnerships: PartnershipStore
    directory: ServiceDirectoryStore
    persons: PersonStore
    harm: HarmStore
    equality: EqualityStore
    risks: RiskStore
    drafts: DraftStore
    suitability: SuitabilityStore
    imports: ImportStore
    register_contents: RegisterContents
    waivers: WaiverStore
    agreements: AgreementStore
    disclosures: DisclosureStore
    papers: PaperStore
    readiness: ReadinessStore
    instruments: InstrumentStore
    staff_records: StaffRecordStore
    fees: FeeStore
    rows: Rows


class RecordsFile(OpenedFile):
    """The open records file, in the hands of the person who is signed in."""

    def __init__(self, file: EncryptedFile, org: OrgId, actor: StaffId, clock: Clock, anchor: Anchor) -> None:
        journal = Journal(RECORDS, RecordsTable.metadata, clock, anchor)
        super().__init__(file, SHAPE, journal, (org, actor), clock)

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        """Give one transaction; it is kept whole at the end, or not at all."""
        with self.rows() as rows:
            yield Unit(
                participants=ParticipantStore(rows),
                participant_list=ParticipantList(rows),
                referrals=ReferralStore(rows),
                owed_documents=OwedDocumentStore(rows),
                person_keys=PersonKeyStore(rows),
                person_links=PersonLinkStore(rows),
                groups=GroupStore(rows),
                attendances=AttendanceStore(rows),
                hand_overs=HandOverStore(rows),
                offices=OfficeStore(rows),
                carriage=CarriageStore(rows, self.journal),
                county=CountyStore(rows),
                agencies=AgencyStore(rows),
                partnerships=PartnershipStore(rows),
                directory=ServiceDirectoryStore(rows),
                drafts=DraftStore(rows, self.actor),
                suitability=SuitabilityStore(rows),
                imports=ImportStore(rows),
                register_contents=RegisterContents(rows),
                waivers=WaiverStore(rows),
                agreements=AgreementStore(rows),
                disclosures=DisclosureStore(rows, self.actor),
                papers=PaperStore(rows),
                readiness=ReadinessStore(rows),
                instruments=InstrumentStore(rows),
                persons=PersonStore(rows),
                harm=HarmStore(rows),
                equality=EqualityStore(rows),
                risks=RiskStore(rows),
                staff_records=StaffRecordStore(rows),
                fees=FeeStore(rows),
                rows=rows,
            )
