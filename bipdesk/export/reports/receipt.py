"""A receipt: half a page, for the man who paid; neutral, because others may find it in his pocket."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.fee import amount
from bipdesk.domain.receipt import Receipt
from bipdesk.export.layout.fitting import fit_line
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import FRAME, HAIR, PageDrawing

_TITLE = Face(15.0, bold=True)
_NAME = Face(11.0, bold=True)
_LABEL = Face(9.0, grey=0.3)
_VALUE = Face(11.0)
_SUM = Face(13.0, bold=True)
_LABEL_MM = 45.0
_STEP_MM = 9.0
_SIGN_MM = 80.0
_SMALLEST = 8.0


def render_receipt(receipt: Receipt) -> bytes:
    """Return the receipt as PDF; the same values give the same bytes."""
    page = PageDrawing(receipt.paper, f"Receipt {receipt.number}", "en")
    y = page.top + 8
    page.text(page.left, y, *fit_line(receipt.programme, _NAME, page.room, _SMALLEST))
    page.text(page.left, y + 13, f"Receipt {receipt.number}", _TITLE)
    page.rule(page.left, y + 17, page.room, FRAME)
    y += 26
    for label, value, face in (
        ("Date", day_in_words(receipt.on_date, "en"), _VALUE),
        ("Received from", f"{receipt.name} · {receipt.case_number}", _VALUE),
        ("Amount", amount(receipt.cents, receipt.currency), _SUM),
        ("How it was paid", receipt.words, _VALUE),
    ):
        if value:
            page.text(page.left, y, label, _LABEL)
            page.text(page.left + _LABEL_MM, y, *fit_line(value, face, page.room - _LABEL_MM, _SMALLEST))
            y += _STEP_MM
    y += 16
    page.rule(page.left, y, _SIGN_MM, HAIR)
    page.text(page.left, y + 4.5, "Signature, for the programme", _LABEL)
    page.end_page()
    return page.finish()
