"""The printed directory of services, read back from its PDF."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bipdesk.domain.service_directory import ServiceDetails, ServiceDirectory, ServiceKind
from bipdesk.domain.site import Paper
from bipdesk.export.reports.service_directory import EMPTY, render_service_directory
from tests.export.reports.sheet_reading import overlapping, page_texts, words

LONG = "Everybody who lives in one of the four counties and cannot wait, whatever the reason may be, " * 3
SERVICE = ServiceDetails(
    "Clínica Muñoz",
    ServiceKind.SUBSTANCE,
    "Adults",
    "Harlow",
    "555-0126",
    "Weekdays",
    "Español",
    "By income",
    date(2026, 9, 1),
)


def directory(*services: ServiceDetails, paper: Paper = Paper.LETTER) -> ServiceDirectory:
    return ServiceDirectory("Harlow Valley programme", date(2026, 11, 19), paper, services)


def many() -> ServiceDirectory:
    services = (
        replace(SERVICE, name=f"{kind.value} {number}", kind=kind, for_whom=LONG if number == 3 else "All")
        for kind in ServiceKind
        for number in range(7)
    )
    return directory(*services)


def test_a_service_is_printed_with_all_that_is_known_of_it() -> None:
    (text,) = page_texts(render_service_directory(directory(SERVICE)))
    for part in (
        "Services near here",
        "Harlow Valley programme",
        "Alcohol and drugs",
        "Clínica Muñoz",
        "For: Adults",
        "Area: Harlow",
        "555-0126",
        "Hours: Weekdays",
        "Languages: Español",
        "Cost: By income",
        "Checked on 1 September 2026",
        "Page 1 of 1",
    ):
        assert part in text


def test_what_is_not_known_takes_no_room_and_an_unchecked_service_says_so() -> None:
    (text,) = page_texts(render_service_directory(directory(ServiceDetails("Line", ServiceKind.CRISIS))))
    assert "Cost:" not in text
    assert "Not checked yet: ring first." in text


def test_an_empty_directory_says_so() -> None:
    assert EMPTY in page_texts(render_service_directory(directory()))[0]


def test_many_services_fill_several_pages_and_a_kind_that_goes_on_says_so() -> None:
    pdf = render_service_directory(many())
    pages = page_texts(pdf)
    assert len(pages) > 3
    for kind in ServiceKind:
        for number in range(7):
            assert sum(f"{kind.value} {number}" in text for text in pages) == 1
    assert any("(continued)" in text for text in pages)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_nothing_lies_over_anything_else(tmp_path: Path) -> None:
    long = replace(SERVICE, name=LONG, for_whom=LONG, phone=LONG, hours=LONG)
    pdf = render_service_directory(directory(SERVICE, long, SERVICE, long))
    assert overlapping(words(pdf, tmp_path)) == []


@pytest.mark.parametrize(("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_paper_is_that_of_the_site(paper: Paper, points: tuple[int, int]) -> None:
    pdf = render_service_directory(directory(SERVICE, paper=paper))
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == points


def test_the_same_directory_gives_the_same_bytes() -> None:
    assert len({render_service_directory(directory(SERVICE)) for _ in range(2)}) == 1
