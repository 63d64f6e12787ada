"""The criteria as the invented participants meet them: answers with evidence, decisions, one override."""

from dataclasses import replace
from datetime import date, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.suitability import Outcome, Verdict

ASSESS_AGAIN = timedelta(days=91)
OVERRIDE_EVERY = 11
"""Of so many who were found suitable one was by override."""
OVERRIDE_WORDS = "He came to both 1-2-1s unasked. Motivation is worked on there, and looked at again."
HIS, PAPERS, STAFF = "What he says", "Referral papers", "Staff"
_EVIDENCE = {
    "heterosexual": ("Judgment of the court", PAPERS),
    "partner": ("Judgment of the court; they lived together for some years", PAPERS),
    "index_offence": ("Assault in the home, as the judgment has it", PAPERS),
    "motivated": ("Names one thing he wants to be otherwise in a year", HIS),
    "recalls": ("Tells of one evening and of what he did with his hands", HIS),
    "extreme_denial": ("Plays it down, does not deny it", STAFF),
}
_NO_MOTIVE = ("Says that he has nothing to change", HIS)
_DENIES = ("Says that nothing of it ever happened, and reads nothing that says so", STAFF)
_SILENT = ("Remembers nothing of that evening nor of any other", HIS)
HALF = ("heterosexual", "partner", "index_offence")
"""What is answered from the papers, before he was spoken to."""


def _criterion(answer: str, evidence: tuple[str, str]) -> dict[str, str]:
    return {"answer": answer, "evidence": evidence[0], "source": evidence[1]}


def _met() -> dict[str, object]:
    answers: dict[str, object] = {name: _criterion("yes", said) for name, said in _EVIDENCE.items()}
    answers["extreme_denial"] = _criterion("no", _EVIDENCE["extreme_denial"])
    answers |= {"man": {"answer": "yes"}, "adult": {"answer": "yes"}, "route": "statutory"}
    return answers


def begin(desk: Desk, participant_id: ParticipantId) -> None:
    """Answer from the papers what they say, and leave the rest open."""
    file = desk.suitability.file(participant_id)
    answers = {name: answer for name, answer in _met().items() if name in (*HALF, "man", "adult", "route")}
    desk.suitability.save(participant_id, file.instrument, replace(file.working, answers=answers))


def decide(desk: Desk, participant_id: ParticipantId, number: int, suitable: bool) -> None:
    """Answer the rest and decide, on the day it is."""
    file = desk.suitability.file(participant_id)
    answers, verdict = _answers(number, suitable, desk.clock.today())
    working = replace(file.working, answers=answers)
    desk.suitability.decide(participant_id, file.instrument, working, verdict)


def _answers(number: int, suitable: bool, today: date) -> tuple[dict[str, object], Verdict]:
    answers = _met()
    if suitable and number % OVERRIDE_EVERY:
        return answers, Verdict(Outcome.SUITABLE, today)
    if suitable:
        answers["motivated"] = _criterion("no", _NO_MOTIVE)
        return answers, Verdict(Outcome.SUITABLE, today, OVERRIDE_WORDS)
    again = today + ASSESS_AGAIN
    if number % 4 == 1:
        answers["extreme_denial"] = _criterion("yes", _DENIES)
    else:
        answers |= {name: _criterion("no", _SILENT) for name in ("recalls", "unconvicted")}
    return answers, Verdict(Outcome.UNSUITABLE, today, assess_again_on=again)
