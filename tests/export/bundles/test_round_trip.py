"""What a site writes, its county reads, and nobody else."""

import hashlib
from datetime import datetime

import pytest

from bipdesk.domain.errors import (
    BundleMalformed,
    BundleNotForUs,
    BundleNotOne,
    BundleSenderUnknown,
    BundleTooLarge,
)
from bipdesk.export.bundles import BundleKind, assemble, read_bundle, seal, write_bundle
from bipdesk.export.bundles.limits import MAX_SEALED
from bipdesk.export.bundles.padding import FLOOR, padded_length
from bipdesk.export.bundles.sealing import SinkFailed
from tests.export.bundles.offices import (
    COUNTY,
    ITEMS,
    OTHER_COUNTY,
    SITE,
    allow_all,
    contents,
    item,
    operation,
    section,
    stream_from,
    verify,
)

RECEIPT = {
    "stream": "01" * 16, "sender_epoch": "02" * 16, "have": 2, "chain": "03" * 16,
    "forked_at": None, "regress": False, "quarantined": [],
}  # fmt: skip


def test_a_county_reads_what_a_site_wrote() -> None:
    sent = contents()
    data = write_bundle(sent, [COUNTY.recipient], SITE.sign, allow_all)
    opened = read_bundle(data, COUNTY.identity, [SITE.pinned()], verify)
    assert opened.sections["items"] == section(ITEMS)
    assert opened.sections == sent.sections
    assert (opened.bundle_id, opened.created, opened.schema) == (sent.bundle_id, sent.created, 1)
    assert opened.stream == sent.stream and opened.sender == SITE.pinned()
    assert opened.kind is BundleKind.RECORDS and opened.recipients == (COUNTY.recipient,)
    assert opened.sealed_sha256 == hashlib.sha256(data).hexdigest()


def test_a_site_reads_the_answer_of_its_county() -> None:
    answer = contents(
        kind=BundleKind.ANSWER,
        sender=COUNTY.org_id,
        sender_key=COUNTY.sign_key,
        stream=stream_from(COUNTY, SITE),
        sections={"receipts": section([RECEIPT]), "returns": section([])},
    )
    data = write_bundle(answer, [SITE.recipient], COUNTY.sign, allow_all)
    opened = read_bundle(data, SITE.identity, [COUNTY.pinned()], verify)
    assert opened.sections["receipts"] == section([RECEIPT])


def test_a_bundle_for_two_laptops_opens_on_both() -> None:
    data = write_bundle(contents(), [COUNTY.recipient, OTHER_COUNTY.recipient], SITE.sign, allow_all)
    for reader in (COUNTY, OTHER_COUNTY):
        opened = read_bundle(data, reader.identity, [SITE.pinned()], verify)
        assert opened.sections["items"] == section(ITEMS)


def test_a_large_bundle_comes_back_whole() -> None:
    rows = [item(operation(salt=hashlib.md5(str(n).encode()).hexdigest())) for n in range(20_000)]
    data = write_bundle(contents(sections={"items": section(rows)}), [COUNTY.recipient], SITE.sign, allow_all)
    opened = read_bundle(data, COUNTY.identity, [SITE.pinned()], verify)
    assert opened.sections["items"] == section(rows)


def test_another_office_cannot_open_it() -> None:
    data = write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all)
    with pytest.raises(BundleNotForUs):
        read_bundle(data, OTHER_COUNTY.identity, [SITE.pinned()], verify)


def test_a_sender_whose_card_was_never_entered_is_refused() -> None:
    data = write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all)
    with pytest.raises(BundleSenderUnknown):
        read_bundle(data, COUNTY.identity, [OTHER_COUNTY.pinned()], verify)


@pytest.mark.parametrize("data", [b"x", b"%PDF-1.7\n" * 10_000, b"-----BEGIN AGE ENCRYPTED FILE-----\n"])
def test_any_other_file_is_no_bundle(data: bytes) -> None:
    with pytest.raises(BundleNotOne):
        read_bundle(data, COUNTY.identity, [SITE.pinned()], verify)


def test_an_age_file_of_something_else_is_no_bundle() -> None:
    with pytest.raises(BundleNotOne):
        read_bundle(seal(b"holiday pictures", [COUNTY.recipient]), COUNTY.identity, [SITE.pinned()], verify)


def test_a_file_beyond_the_largest_size_is_not_even_decrypted() -> None:
    data = b"age-encryption.org/v1\n".ljust(MAX_SEALED + 1, b"\0")
    with pytest.raises(BundleTooLarge):
        read_bundle(data, COUNTY.identity, [SITE.pinned()], verify)


def test_a_county_cannot_send_records_and_a_site_no_receipts() -> None:
    for kind, sender in ((BundleKind.ANSWER, SITE), (BundleKind.RECORDS, COUNTY)):
        stream = stream_from(sender, OTHER_COUNTY)
        changed = contents(kind=kind, sender=sender.org_id, sender_key=sender.sign_key, stream=stream)
        data = write_bundle(changed, [OTHER_COUNTY.recipient], sender.sign, allow_all)
        with pytest.raises(BundleMalformed):
            read_bundle(data, OTHER_COUNTY.identity, [sender.pinned()], verify)


def test_a_busy_evening_and_an_empty_one_have_the_same_size() -> None:
    empty = assemble(contents(sections={"items": section([])}), [COUNTY.recipient], SITE.sign)
    busy = assemble(contents(), [COUNTY.recipient], SITE.sign)
    assert len(empty) == len(busy) == FLOOR


def test_padding_adds_at_most_an_eighth_and_leaves_few_sizes() -> None:
    sizes = {padded_length(n) for n in range(FLOOR, 1 << 20, 97)}
    assert all(n <= padded_length(n) <= n * 9 // 8 for n in range(FLOOR, 1 << 20, 97))
    assert all(padded_length(size) == size for size in sizes) and len(sizes) < 160


def test_two_bundles_of_the_same_records_have_nothing_in_common_but_the_age_line() -> None:
    first, second = (write_bundle(contents(), [COUNTY.recipient], SITE.sign, allow_all) for _ in "12")
    bodies = {data[-FLOOR:] for data in (first, second)}
    assert len(bodies) == 2
    for data in (first, second):
        assert SITE.recipient.encode() not in data and COUNTY.recipient.encode() not in data
        assert SITE.sign_key not in data and str(SITE.org_id).encode() not in data


@pytest.mark.parametrize("room", [0, 100, 20_000, FLOOR])
def test_a_sealed_file_that_does_not_fit_is_never_returned_short(room: int) -> None:
    plaintext = assemble(contents(), [COUNTY.recipient], SITE.sign)
    with pytest.raises(SinkFailed):
        seal(plaintext, [COUNTY.recipient], most=room)
    with pytest.raises(SinkFailed):
        seal(b"a few bytes", [COUNTY.recipient], most=room // 200)


@pytest.mark.parametrize(
    "wrong",
    [
        {"sender_key": b"short"},
        {"created": datetime(2026, 11, 21)},  # noqa: DTZ001 - the point of the test
        {"sections": {}},
        {"sections": {"Items": b"[]"}},
        {"sections": {"items": b"[ ]"}},
        {"stream": {"note": "x" * 5000}},
        {"schema": -1},
        {"bundle_id": "short"},
    ],
)
def test_what_a_reader_would_refuse_is_not_written(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        write_bundle(contents(**wrong), [COUNTY.recipient], SITE.sign, allow_all)


@pytest.mark.parametrize("recipients", [[], ["age1x"], ["ssh-ed25519 AAAA"]])
def test_a_bundle_for_nobody_is_not_written(recipients: list[str]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        write_bundle(contents(), recipients, SITE.sign, allow_all)
