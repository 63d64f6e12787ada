"""The stores of intake, of papers and of the programme itself."""

from bipdesk.db.journal.journal import Journal
from bipdesk.db.records.agencies import AgencyStore
from bipdesk.db.records.agreements import AgreementStore
from bipdesk.db.records.carriage import CarriageStore
from bipdesk.db.records.county import CountyStore
from bipdesk.db.records.disclosures import DisclosureStore
from bipdesk.db.records.drafts import DraftStore
from bipdesk.db.records.equality import EqualityStore
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
from bipdesk.db.records.risks import RiskStore
from bipdesk.db.records.service_directory import ServiceDirectoryStore
from bipdesk.db.records.staff_records import StaffRecordStore
from bipdesk.db.records.suitability import SuitabilityStore
from bipdesk.db.records.waivers import WaiverStore
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import StaffId


class IntakeStores:
    """Stores of all but delivery that take part in one transaction."""

    def __init__(self, rows: Rows, journal: Journal, actor: StaffId) -> None:
        self.participants = ParticipantStore(rows)
        self.participant_list = ParticipantList(rows)
        self.referrals = ReferralStore(rows)
        self.owed_documents = OwedDocumentStore(rows)
        self.person_keys = PersonKeyStore(rows)
        self.person_links = PersonLinkStore(rows)
        self.hand_overs = HandOverStore(rows)
        self.offices = OfficeStore(rows)
        self.carriage = CarriageStore(rows, journal)
        self.county = CountyStore(rows)
        self.agencies = AgencyStore(rows)
        self.partnerships = PartnershipStore(rows)
        self.directory = ServiceDirectoryStore(rows)
        self.drafts = DraftStore(rows, actor)
        self.suitability = SuitabilityStore(rows)
        self.imports = ImportStore(rows)
        self.register_contents = RegisterContents(rows)
        self.waivers = WaiverStore(rows)
        self.agreements = AgreementStore(rows)
        self.disclosures = DisclosureStore(rows, actor)
        self.papers = PaperStore(rows)
        self.readiness = ReadinessStore(rows)
        self.instruments = InstrumentStore(rows)
        self.persons = PersonStore(rows)
        self.harm = HarmStore(rows)
        self.equality = EqualityStore(rows)
        self.risks = RiskStore(rows)
        self.staff_records = StaffRecordStore(rows)
