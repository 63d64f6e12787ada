"""The county office of the invented programme: cards exchanged, bundles carried, receipts brought back."""

from pathlib import Path

from bipdesk.desk import Desk
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import ImportReport, WrittenBundle


def exchange_cards(site: Desk, county: Desk) -> OrgId:
    """Let both offices get to know each other: each types the other's card; return the site."""
    site_card, county_card = site.sync.own_card(), county.county.own_card()
    site.sync.enrol(county_card.line, county_card.fingerprint)
    county.county.enrol(site_card.line, site_card.fingerprint)
    return site.site.get().org_id


def carry(site: Desk, county: Desk, stick: Path) -> tuple[WrittenBundle, ImportReport]:
    """Take a bundle from the site to the county; the county has read it, the site does not know yet."""
    written = site.sync.make_bundle(stick)
    return written, county.county.import_bundle(stick / written.file_name)


def bring_back(site: Desk, county: Desk, stick: Path) -> tuple[WrittenBundle, ImportReport]:
    """Take the county's answer back to the site, which then knows what was delivered."""
    answer = county.county.write_answer(site.site.get().org_id, stick)
    return answer, site.sync.import_answer(stick / answer.file_name)
