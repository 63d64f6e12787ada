"""What every captured row has: the office it was born in, its id, and whether it is hidden."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column


class CapturedRow:
    """Mixin of the rows whose changes go into the operation log; `org_id` comes first in the key."""

    __tablename__: str

    org_id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True, sort_order=-3)
    id: Mapped[UUID] = mapped_column(sa.Uuid, primary_key=True, sort_order=-2)
    is_void: Mapped[bool] = mapped_column(sa.Boolean, server_default=sa.false(), default=False, sort_order=-1)
