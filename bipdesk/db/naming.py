"""How columns and constraints are declared in both files."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

NAMES = {
    # SQLite cannot change a constraint later that has no name.
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def text_column() -> Mapped[str]:
    """Return a text column that is empty until something arrives.

    Every column of a carried row has a default or may be null: a row may arrive in parts, and the county
    never gets the rest.
    """
    return mapped_column(sa.Text, server_default="")
