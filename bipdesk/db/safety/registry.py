"""What each column of the safety file is; it goes to computers of the site that hold its key, alone."""

from bipdesk.domain.sync.registry import Column, Compartment, Protective, Registry, Table

SAFETY = Compartment.SAFETY


def _columns(cluster: str | None, *names: str, free_text: bool = True) -> dict[str, Column]:
    return {name: Column(SAFETY, cluster or name, free_text=free_text) for name in names}


SAFETY_FILE = Registry(
    (
        Table(
            "partner",
            subject_column=None,
            columns=_columns(None, "code", "name", "remarks")
            | _columns(None, "participant_id", "support", free_text=False)
            # Two officers who disagree about the rule: what forbids more is shown until a person decides.
            | {"contact_allowed": Column(SAFETY, "contact_allowed", Protective((True, False)))}
            | _columns("rule", "contact_ways", "contact_never", "code_word", "rule_agreed_on"),
        ),
        Table(
            "contact",
            subject_column=None,
            columns=_columns("contact", "summary")
            | _columns("contact", "partner_id", "on_date", "channel", "author_id", free_text=False),
        ),
        Table(
            "opened_envelope",
            subject_column=None,
            columns=_columns("opened", "opened_at", "opened_by", free_text=False),
        ),
        Table("audit", local=True),
        Table("own_secret", local=True),
    )
)
