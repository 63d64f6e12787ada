"""What the buttons of the tab Papers do."""

from enum import StrEnum


class PaperAct(StrEnum):
    """One thing that can be done with a participant's papers."""

    MAKE_WAIVER = "make-waiver"
    PRINT_WAIVER = "print-waiver"
    SIGN = "sign"
    ATTACH_WAIVER = "attach-waiver"
    SHOW_WAIVER = "show-waiver"
    REVOKE = "revoke"
    TAKE_BACK = "take-back"
    BLANK_WAIVER = "blank-waiver"
    AGREEMENT_ENGLISH = "agreement-english"
    AGREEMENT_SPANISH = "agreement-spanish"
    SIGN_AGREEMENT = "sign-agreement"
    ATTACH_AGREEMENT = "attach-agreement"
    SHOW_AGREEMENT = "show-agreement"
    BLANK_AGREEMENT = "blank-agreement"
    WRITE_LETTER = "write-letter"
    COURT_ORDER = "court-order"
