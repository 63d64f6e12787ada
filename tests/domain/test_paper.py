"""Scanned papers are known by what is in them."""

import pytest

from bipdesk.domain.paper import kind_of


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n...\n%%EOF\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82", "png"),
        (b"\xff\xd8\xff\xe0....\xff\xd9", "jpeg"),
        (b"%PDF-1.7 cut", ""),
        (b"\xff\xd8\xff\xe0 cut", ""),
        (b"<html>%PDF-1.7 %%EOF", ""),
        (b"PK\x03\x04", ""),
        (b"", ""),
    ],
)
def test_a_paper_is_known_by_its_beginning_and_its_end(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind
