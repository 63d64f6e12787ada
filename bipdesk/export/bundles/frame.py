"""The zstd frame inside a bundle: made with a checksum, opened only up to the length that was signed."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3
WINDOW_LOG = 23
"""A reader never reserves more than 8 MiB for the window; level 3 needs 2 MiB."""


class FrameBroken(ValueError):
    """The bytes are not one whole zstd frame of the declared length."""


def compress_frame(data: bytes) -> bytes:
    """Return `data` as one zstd frame with content size and checksum."""
    options: dict[int, int] = {
        zstd.CompressionParameter.compression_level: LEVEL,
        zstd.CompressionParameter.checksum_flag: 1,
        zstd.CompressionParameter.content_size_flag: 1,
    }
    return bytes(zstd.compress(data, options=options))


def expand_frame(data: bytes, length: int) -> bytes:
    """Return the `length` bytes inside `data`; never makes more than one byte beyond them.

    The size a frame declares of itself is not believed; raises FrameBroken.
    """
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: WINDOW_LOG}
    decompressor = zstd.ZstdDecompressor(options=options)
    try:
        content = bytes(decompressor.decompress(data, max_length=length + 1))
    except zstd.ZstdError as error:
        raise FrameBroken(str(error)) from None
    if len(content) != length or not decompressor.eof or decompressor.unused_data:
        raise FrameBroken("the frame does not have the declared length")
    return content
