"""The signed manifest: what it holds, and the strict way back from bytes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync import canonical
from bipdesk.export.bundles.limits import MAX_MANIFEST, MAX_PAYLOAD, MAX_RECIPIENTS, MAX_SECTIONS, MAX_STREAM
from bipdesk.export.bundles.values import BundleKind, Json

VERSION = 1
_HEX_128 = re.compile(r"[0-9a-f]{32}")
_HEX_256 = re.compile(r"[0-9a-f]{64}")
_SECTION_NAME = re.compile(r"[a-z][a-z0-9_]{0,31}")
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class ManifestInvalid(ValueError):
    """The manifest is not one this version could have written."""


class ManifestTooNew(ValueError):
    """The manifest names a later version of the format."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the payload: its name, its length in bytes and the SHA-256 of its bytes."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the sender signs, apart from his own public key, which stands in front of it."""

    bundle_id: str
    kind: BundleKind
    sender: OrgId
    recipients: tuple[str, ...]
    created: datetime
    schema: int
    stream: Mapping[str, Json]
    sections: tuple[Section, ...]
    compressed_length: int
    length: int
    sha256: str


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return the canonical JSON of `manifest`; raises ManifestInvalid if a reader would refuse it."""
    sections = [{"len": s.length, "name": s.name, "sha256": s.sha256} for s in manifest.sections]
    data = canonical.dumps(
        {
            "bundle": manifest.bundle_id,
            "created": manifest.created.astimezone(UTC).strftime(_TIME),
            "kind": str(manifest.kind),
            "len": manifest.length,
            "recipients": list(manifest.recipients),
            "schema": manifest.schema,
            "sections": sections,
            "sender": str(manifest.sender),
            "sha256": manifest.sha256,
            "stream": dict(manifest.stream),
            "v": VERSION,
            "zlen": manifest.compressed_length,
        }
    ).encode()
    parse_manifest(data)
    return data


def parse_manifest(data: bytes) -> Manifest:
    """Return the manifest spelt by `data`; raises ManifestInvalid or ManifestTooNew, nothing else."""
    try:
        fields = canonical.decode(data, MAX_MANIFEST)
    except canonical.InvalidSyncData as error:
        raise ManifestInvalid(str(error)) from None
    if not isinstance(fields, dict):
        raise ManifestInvalid("not an object")
    _check_version(fields)
    if set(fields) != _FIELDS:
        raise ManifestInvalid("other fields than expected")
    return _manifest(fields)


_FIELDS = {
    "bundle", "created", "kind", "len", "recipients", "schema",
    "sections", "sender", "sha256", "stream", "v", "zlen",
}  # fmt: skip


def _check_version(fields: dict[str, Json]) -> None:
    version = fields.get("v")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise ManifestInvalid("no version")
    if version > VERSION:
        raise ManifestTooNew(str(version))


def _manifest(fields: dict[str, Json]) -> Manifest:
    sections = _sections(fields["sections"])
    manifest = Manifest(
        bundle_id=_text(fields["bundle"], _HEX_128),
        kind=_kind(fields["kind"]),
        sender=_org(fields["sender"]),
        recipients=_recipients(fields["recipients"]),
        created=_instant(fields["created"]),
        schema=_number(fields["schema"], 2**31),
        stream=_stream(fields["stream"]),
        sections=sections,
        compressed_length=_number(fields["zlen"], MAX_PAYLOAD),
        length=_number(fields["len"], MAX_PAYLOAD),
        sha256=_text(fields["sha256"], _HEX_256),
    )
    if sum(section.length for section in sections) != manifest.length:
        raise ManifestInvalid("the sections do not add up")
    return manifest


def _number(value: Json, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise ManifestInvalid("a number is out of range")
    return value


def _text(value: Json, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ManifestInvalid("a text has the wrong form")
    return value


def _kind(value: Json) -> BundleKind:
    try:
        return BundleKind(str(value))
    except ValueError:
        raise ManifestInvalid("unknown kind") from None


def _org(value: Json) -> OrgId:
    try:
        org = UUID(value if isinstance(value, str) else "")
    except ValueError:
        raise ManifestInvalid("the sender is no identifier") from None
    if str(org) != value:
        raise ManifestInvalid("the sender is not spelt canonically")
    return OrgId(org)


def _recipients(value: Json) -> tuple[str, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_RECIPIENTS:
        raise ManifestInvalid("no list of recipients")
    names = [name for name in value if isinstance(name, str)]
    if len(names) != len(value) or names != sorted(set(names)):
        raise ManifestInvalid("the recipients are not in order")
    return tuple(names)


def _instant(value: Json) -> datetime:
    try:
        instant = datetime.strptime(str(value), "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        raise ManifestInvalid("the time has the wrong form") from None
    if instant.strftime(_TIME) != value:
        raise ManifestInvalid("the time is not in UTC")
    return instant.astimezone(UTC)


def _stream(value: Json) -> Mapping[str, Json]:
    if not isinstance(value, dict) or len(canonical.dumps(value).encode()) > MAX_STREAM:
        raise ManifestInvalid("the stream is no small object")
    return value


def _sections(value: Json) -> tuple[Section, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_SECTIONS:
        raise ManifestInvalid("no list of sections")
    sections = tuple(_section(entry) for entry in value)
    names = [section.name for section in sections]
    if names != sorted(set(names)):
        raise ManifestInvalid("the sections are not in order")
    return sections


def _section(entry: Json) -> Section:
    if not isinstance(entry, dict) or set(entry) != {"len", "name", "sha256"}:
        raise ManifestInvalid("a section has other fields than expected")
    name = _text(entry["name"], _SECTION_NAME)
    return Section(name, _number(entry["len"], MAX_PAYLOAD), _text(entry["sha256"], _HEX_256))
