"""How large anything in a bundle may be; a reader refuses more before he reserves memory for it."""

MAX_PAYLOAD = 256 * 1024 * 1024
"""Bytes of all sections together, before compression."""
MAX_PLAINTEXT = MAX_PAYLOAD + 1024 * 1024
"""Bytes inside the age file, padding included."""
MAX_SEALED = MAX_PLAINTEXT + 1024 * 1024
"""Bytes of the file on the stick."""
MAX_MANIFEST = 64 * 1024
MAX_STREAM = 4 * 1024
MAX_SECTIONS = 32
MAX_RECIPIENTS = 64
