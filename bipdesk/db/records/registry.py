"""What each column of the records file is: where it may go, with what it is merged. Unlisted is refused."""

from bipdesk.domain.sync.registry import Column, Compartment, Registry, Table

COURT, CORE = Compartment.COURT, Compartment.CORE
STAFF, CONFIG = Compartment.STAFF, Compartment.CONFIG


def _plain(compartment: Compartment, *names: str) -> dict[str, Column]:
    return {name: Column(compartment, name) for name in names}


def _text(compartment: Compartment, *names: str) -> dict[str, Column]:
    return {name: Column(compartment, name, free_text=True) for name in names}


def _together(compartment: Compartment, cluster: str, *names: str) -> dict[str, Column]:
    """Columns that only make sense together are merged as one."""
    return {name: Column(compartment, cluster, free_text=True) for name in names}


RECORDS = Registry(
    (
        Table(
            "site",
            subject_column=None,
            columns=_text(CONFIG, "name")
            | _plain(CONFIG, "paper", "case_prefix")
            | _together(CONFIG, "place", "country", "region")
            | _text(CONFIG, "danger_emergency", "danger_police", "danger_on_call")
            | _text(CONFIG, "danger_victim_service", "danger_sealed_code"),
        ),
        Table("staff", subject_column=None, columns=_text(STAFF, "name") | _plain(STAFF, "roles")),
        Table(
            "participant",
            subject_column="id",
            columns=_plain(COURT, "case_number")
            | _together(COURT, "name", "given_name", "family_name")
            | _text(COURT, "called")
            | _plain(COURT, "date_of_birth")
            | _text(CORE, "phone")
            | _together(CORE, "language", "language", "interpreter")
            | {"search": Column(Compartment.LOCAL, "search")},
        ),
        Table(
            "referral",
            subject_column="participant_id",
            columns=_plain(COURT, "participant_id", "kind", "referred_on", "hearing_on")
            | _text(COURT, "referrer")
            | _together(COURT, "order", "court_case", "order_ends_on")
            | _together(COURT, "status", "status", "status_since"),
        ),
        Table(
            "waiver",
            subject_column="participant_id",
            columns=_plain(COURT, "participant_id", "signed_on", "revoked_on"),
        ),
        Table(
            "hand_over",
            subject_column=None,
            columns=_plain(CORE, "referral_id", "made_at", "sealed"),
        ),
        Table(
            "group_run",
            subject_column=None,
            columns=_text(CONFIG, "name", "place")
            | _plain(CONFIG, "curriculum_id", "facilitators", "every_weeks")
            | _together(CONFIG, "hours", "starts_at", "length_minutes"),
        ),
        Table(
            "group_session",
            subject_column=None,
            columns=_plain(CONFIG, "group_id", "step_code", "number", "on_date", "state"),
        ),
        Table(
            "group_member",
            subject_column="participant_id",
            columns=_plain(CORE, "participant_id", "group_id", "joined_on", "left_on"),
        ),
        Table(
            "attendance",
            subject_column="participant_id",
            columns=_plain(COURT, "participant_id", "session_id", "step_code", "on_date", "mark")
            | _plain(CORE, "arrived_at", "participation", "homework_done"),
        ),
        Table(
            "individual_session",
            subject_column="participant_id",
            columns=_plain(COURT, "participant_id", "step_code", "kind", "on_date") | _text(CORE, "reason"),
        ),
        Table(
            "note",
            subject_column="participant_id",
            columns=_plain(CORE, "participant_id", "session_id", "written_on", "author_id")
            | _together(CORE, "note", "note_class", "text"),
        ),
        Table("audit", local=True),
        Table("own_secret", local=True),
        Table("peer", local=True),
        Table("bundle", local=True),
    )
)
