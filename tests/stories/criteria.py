"""The criteria of suitability answered by keyboard: all are met."""

from PySide6.QtCore import Qt

from tests.stories.keyboard import Keyboard

YES, NO = (Qt.Key.Key_Space,), (Qt.Key.Key_Right, Qt.Key.Key_Space)
CRITERIA = (
    ("A man: Yes", YES, ""),
    ("18 or over: Yes", YES, ""),
    ("Offended within a heterosexual relationship: Yes", YES, "Marriage"),
    ("The victim is a current partner or a previous partner: Yes", YES, "Wife then"),
    ("How he comes: Statutory case, dealt with by the court process", YES, ""),
    ("The index offence is intimate partner violence (IPV): Yes", YES, "Conviction"),
    ("Motivated to make positive change: Yes", YES, "Asked for it"),
    (
        "Able to recall and discuss at least some of the relationship aggression he was convicted of or "
        "referred for: Yes",
        YES,
        "Told two",
    ),
    ("In extreme denial of his behaviour: Yes", NO, "He owns it"),
)


def answer(keys: Keyboard, asked: tuple[tuple[str, tuple[Qt.Key, ...], str], ...]) -> None:
    """Answer criteria one after the other, with evidence and where it comes from."""
    for name, chosen, evidence in asked:
        keys.tab_to(name)
        for key in chosen:
            keys.key(key)
        if evidence:
            about = name.rsplit(":", 1)[0]
            keys.fill(f"Evidence: {about}", evidence)
            keys.fill(f"Where the evidence comes from: {about}", "What he says")
