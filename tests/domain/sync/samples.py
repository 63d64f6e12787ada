"""Operations for tests."""

import itertools
from typing import Any
from uuid import UUID

from bipdesk.domain.sync.op import Cluster, Kind, Op, body_of, op_id
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Registry, Table

ORG, ROW, USER, EPOCH = (UUID(int=number) for number in (1, 2, 3, 4))
REGISTRY = Registry(
    (
        Table(
            "person",
            subject_column="id",
            columns={
                "name": Column(Compartment.COURT),
                "risk": Column(Compartment.COURT, "risk", Protective(("low", "medium", "high"))),
                "phone": Column(Compartment.CORE),
            },
        ),
    )
)
_SALT = itertools.count(1)


def an_op(clusters: dict[str, Cluster] | None = None, **changed: Any) -> Op:
    """Return an operation on one row of one person."""
    values: dict[str, Any] = {
        "kind": Kind.SET,
        "table": "person",
        "row": ROW,
        "subject": ROW,
        "compartment": "COURT",
        "org": ORG,
        "epoch": EPOCH,
        "user": USER,
        "hlc": 1,
        "schema": 1,
        "clusters": {"name": Cluster({"name": "Ann"}, ())} if clusters is None else clusters,
        "ctx": (),
        "salt": f"{next(_SALT):032x}",
    }
    return Op(**values | changed)


def named(op: Op) -> tuple[str, Op]:
    """Return an operation with its id."""
    return op_id(body_of(op)), op
