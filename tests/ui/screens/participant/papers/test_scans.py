"""Scans that are pictures of the wrong shape: the program says so and goes on."""

import struct
import zlib

from pytestqt.qtbot import QtBot

from bipdesk.ui.screens.participant.papers.scans import picture_of


def png(width: int, height: int) -> bytes:
    """Return a black picture of this size; all black, so that it is a few kilobytes."""

    def part(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = (b"\0" + b"\0" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(lines)) + part(b"IEND", b"")
    )


def test_a_strip_of_one_pixel_is_not_blown_up_until_the_memory_is_full(qtbot: QtBot) -> None:
    assert picture_of(png(1, 12000)) is None
    assert picture_of(png(30_000, 2)) is None


def test_a_page_is_shown(qtbot: QtBot) -> None:
    found = picture_of(png(210, 297))
    assert found is not None
    assert (found.width(), found.height()) == (210, 297)
