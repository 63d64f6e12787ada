"""Page, fonts and blocks that the reports share: the only place that imports reportlab."""

import bipdesk.export.layout.home_files  # noqa: F401  before anything here can import reportlab
