"""The gate: who may be told what, and what the refusal says."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk.domain.disclosure import (
    FACTS,
    AuthorityKind,
    Disclosure,
    Document,
    Fact,
    Obligation,
    Provenance,
    Recipient,
    Refusal,
    Standing,
    authorise,
    topics_of,
    unfit_word,
)
from bipdesk.domain.ids import ParticipantId, Seen, WaiverId
from bipdesk.domain.waiver import (
    COMPULSORY,
    DisclosureTopic,
    NamedRecipient,
    RecipientClass,
    Waiver,
    default_terms,
)

SIGNED, TODAY = date(2026, 7, 9), date(2026, 11, 22)
SOMEBODY = UUID(int=7)
PROBATION = Recipient("Dale County Probation", RecipientClass.PROBATION, is_referrer=True)
STATUS = Document.STATUS_LETTER
WAIVER = Waiver(
    waiver_id=WaiverId(UUID(int=1)),
    participant_id=ParticipantId(UUID(int=2)),
    referral_id=None,
    seen=Seen(""),
    terms=default_terms(SIGNED),
    signed_on=SIGNED,
    witnessed_by="C. Rivers",
    revoked_on=None,
)


def standing(waiver: Waiver | None = WAIVER, document: Document = STATUS, **more: object) -> Standing:
    return replace(Standing(waiver, facts=FACTS[document]), **more)  # type: ignore[arg-type]


def reason(
    held: Standing, recipient: Recipient = PROBATION, document: Document = STATUS, day: date = TODAY
) -> str:
    found = authorise(document, recipient, held, day)
    assert isinstance(found, Refusal), found
    return found.reason


def test_a_waiver_lets_its_recipients_be_told_and_is_named_as_the_right() -> None:
    found = authorise(STATUS, PROBATION, standing(), TODAY)
    assert isinstance(found, Disclosure)
    assert (found.authority.kind, found.authority.words) == (
        AuthorityKind.WAIVER,
        "Waiver signed on 9 July 2026",
    )
    assert found.purpose == "To report attendance and taking part up to today"


@pytest.mark.parametrize(
    ("waiver", "ended", "part"),
    [
        (None, None, "He has signed no waiver: make one under Papers, print it, let him sign it"),
        (replace(WAIVER, signed_on=None), None, "He has signed no waiver"),
        (replace(WAIVER, revoked_on=date(2026, 11, 3)), None, "He revoked his waiver on 3 November 2026"),
        (WAIVER, date(2026, 8, 1), "ran out on 30 October 2026"),
        (replace(WAIVER, terms=replace(WAIVER.terms, ends_on=TODAY - timedelta(1))), None, "ran out on"),
        (replace(WAIVER, terms=replace(WAIVER.terms, begins_on=TODAY + timedelta(1))), None, "not begun yet"),
    ],
)
def test_without_a_waiver_that_stands_the_refusal_says_how_to_obtain_one(
    waiver: Waiver | None, ended: date | None, part: str
) -> None:
    words = reason(standing(waiver, discharged_on=ended))
    assert part in words
    assert "Papers" in words
    assert words.count(". ") == 0  # one sentence


def test_the_last_day_is_ninety_days_after_discharge_and_still_counts() -> None:
    held = standing(discharged_on=date(2026, 8, 1))
    assert isinstance(authorise(STATUS, PROBATION, held, date(2026, 10, 30)), Disclosure)
    assert isinstance(authorise(STATUS, PROBATION, held, date(2026, 10, 31)), Refusal)


def test_a_recipient_outside_the_waiver_is_refused_unless_it_is_named_in_it() -> None:
    surgery = Recipient("Harlow surgery", RecipientClass.HEALTH)
    assert "covers neither Harlow surgery nor health services" in reason(standing(), surgery)
    named = (NamedRecipient("harlow Surgery ", RecipientClass.HEALTH),)
    waiver = replace(WAIVER, terms=replace(WAIVER.terms, named=named))
    assert isinstance(authorise(STATUS, surgery, standing(waiver), TODAY), Disclosure)
    by_agency = (NamedRecipient("Old name", RecipientClass.HEALTH, SOMEBODY),)
    waiver = replace(WAIVER, terms=replace(WAIVER.terms, named=by_agency))
    moved = replace(surgery, name="New name", agency_id=SOMEBODY)
    assert isinstance(authorise(STATUS, moved, standing(waiver), TODAY), Disclosure)


@pytest.mark.parametrize("document", [d for d in Document if topics_of(d)])
def test_each_topic_a_document_tells_of_must_be_in_the_waiver(document: Document) -> None:
    for topic in topics_of(document):
        fewer = replace(WAIVER.terms, topics=WAIVER.terms.topics - {topic})
        held = standing(replace(WAIVER, terms=fewer), document)
        assert topic.label.lower() in reason(held, document=document)


def test_nothing_goes_to_a_survivor_from_this_side_whatever_the_waiver_says() -> None:
    her = Recipient("Anybody", RecipientClass.SURVIVORS)
    order = Obligation(
        AuthorityKind.COURT_ORDER,
        "Order",
        SIGNED,
        topics=frozenset(DisclosureTopic),
        recipient_class=RecipientClass.SURVIVORS,
    )
    assert "safety officer alone" in reason(standing(obligations=(order,)), her)


def test_a_class_note_is_refused_for_every_recipient() -> None:
    note = Fact("What he shared", DisclosureTopic.PARTICIPATION, Provenance.HIS, confidential=True)
    assert "A class note never leaves" in reason(standing(facts=(*FACTS[STATUS], note)))


def test_there_is_no_name_for_anything_she_said() -> None:
    assert {each.value for each in Provenance} == {"his", "agency", "staff"}


def test_a_duty_lets_the_referrer_be_told_without_a_waiver_and_nobody_else() -> None:
    document = Document.REJECTION_NOTICE
    duty = Obligation(AuthorityKind.DUTY, "OAR 137-087-0060(1)(d)", TODAY, documents=frozenset({document}))
    held = standing(None, document, obligations=(duty,))
    found = authorise(document, PROBATION, held, TODAY)
    assert isinstance(found, Disclosure)
    assert (found.authority.kind, found.authority.words) == (AuthorityKind.DUTY, "OAR 137-087-0060(1)(d)")
    reason(held, replace(PROBATION, is_referrer=False), document)
    reason(held, document=STATUS)
    reason(held, document=document, day=TODAY - timedelta(1))


def test_an_order_of_a_court_covers_its_topics_for_its_recipients_until_its_end() -> None:
    order = Obligation(
        AuthorityKind.COURT_ORDER,
        "Dale County Court, 26-CR-1142, 2 November 2026",
        date(2026, 11, 2),
        date(2026, 12, 1),
        topics=frozenset({DisclosureTopic.ATTENDANCE, DisclosureTopic.PARTICIPATION}),
        recipient_class=RecipientClass.COURTS,
    )
    court = Recipient("Dale County Court", RecipientClass.COURTS)
    held = standing(None, obligations=(order,))
    found = authorise(STATUS, court, held, TODAY)
    assert isinstance(found, Disclosure)
    assert found.authority.kind is AuthorityKind.COURT_ORDER
    reason(held)
    reason(held, court, day=date(2026, 12, 2))
    less = replace(order, topics=frozenset({DisclosureTopic.ATTENDANCE}))
    reason(standing(None, obligations=(less,)), court)


def test_a_revocation_notice_needs_a_revocation_whatever_the_waiver_covers() -> None:
    document = Document.REVOCATION_NOTICE
    assert "only after he has revoked" in reason(standing(WAIVER, document), document=document)


def test_a_waiver_without_a_compulsory_recipient_admits_nobody() -> None:
    assert WAIVER.admits(TODAY, None)
    for each in COMPULSORY:
        struck = replace(WAIVER.terms, recipients=WAIVER.terms.recipients - {each})
        assert not replace(WAIVER, terms=struck).admits(TODAY, None)
        assert struck.missing_classes == (each,)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He is safe now", "safe"),
        ("Cured of it", "Cured"),
        ("of LOW-RISK", "LOW-RISK"),
        ("es de bajo riesgo", "de bajo riesgo"),
        ("está curado", "curado"),
        ("the safety officer was told", ""),
        ("He cannot recall any aggression", ""),
    ],
)
def test_words_that_promise_what_nobody_knows_are_found(text: str, word: str) -> None:
    assert unfit_word(text) == word
