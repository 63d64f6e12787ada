"""What is half typed on the safety side is kept nowhere: drafts lie among the records."""

from tests.architecture.tree import ROOT, modules

HERS = ("bipdesk.ui.screens.safety", "bipdesk.services.safety", "bipdesk.domain.safety", "bipdesk.db.safety")


def test_nothing_on_the_safety_side_speaks_of_drafts() -> None:
    hers = [module for module in modules(ROOT) if any(module.is_in(package) for package in HERS)]
    assert len(hers) > 10
    assert [module.path for module in hers if "draft" in module.text.casefold()] == []
