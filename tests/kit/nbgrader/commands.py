"""Run several commands of nbgrader in one process, as ``nbgrader NAME ...`` would each.

Starting nbgrader takes longer than most of its commands. The arguments are the commands; one that
starts with ``gradebook:`` is a statement on the open gradebook ``book``, which is kept, and ``cd:``
goes to another folder.
"""

import os
import sys

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp

for command in sys.argv[1:]:
    kind, _colon, rest = command.partition(":")
    if kind == "cd":
        os.chdir(rest)
    elif kind == "gradebook":
        with Gradebook("sqlite:///gradebook.db") as book:
            exec(rest)
            book.db.commit()
    else:
        NbGraderApp.launch_instance(command.split())
        NbGraderApp.instance().reset()
