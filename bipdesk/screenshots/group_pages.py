"""One group: its run, cancelling an evening, going over to another group, the checks."""

from bipdesk.domain.group import GroupRow
from bipdesk.ui.studio import Studio


def draw_group(studio: Studio, group: GroupRow) -> None:
    """Draw the pages about one group that runs."""
    studio.open_page("group", group.group_id)
    studio.take("group")
    for words, name in (
        ("Cancel evening…", "group-cancel"),
        ("Other group…", "group-transfer"),
        ("Change group…", "group-change"),
    ):
        studio.press(words)
        studio.take(name)
        studio.close_dialog()
    studio.press("All checks")
    studio.take("group-checks")
