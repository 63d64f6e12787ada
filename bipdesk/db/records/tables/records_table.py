"""What all tables of the records file share, and short ways to say where columns may go."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

from bipdesk.db.naming import NAMES
from bipdesk.domain.sync.registry import Column, Compartment


class RecordsTable(DeclarativeBase):
    """All tables of the records file."""

    metadata = sa.MetaData(naming_convention=NAMES)


def plain(compartment: Compartment, *names: str) -> dict[str, Column]:
    """Return columns that hold codes, numbers, dates or ids; each is merged alone."""
    return {name: Column(compartment, name) for name in names}


def text(compartment: Compartment, *names: str) -> dict[str, Column]:
    """Return columns in which people write what they like; each is merged alone."""
    return {name: Column(compartment, name, free_text=True) for name in names}


def together(compartment: Compartment, cluster: str, *names: str) -> dict[str, Column]:
    """Return columns that only make sense together; they are merged as one."""
    return {name: Column(compartment, cluster, free_text=True) for name in names}
