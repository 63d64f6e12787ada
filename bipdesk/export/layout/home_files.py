"""Keeps reportlab from running the files ~/.reportlab_mods and ~/.reportlab_settings as Python.

When it is first imported, reportlab imports modules of these two names and, finding none, executes the hidden
files of the home folder. Empty modules of these names, put in place before, stop both.
"""

import sys
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules[_name] = ModuleType(_name, "Empty on purpose: no file of the home folder is run.")
