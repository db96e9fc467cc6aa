"""Run several commands of nbgrader in one process, as ``nbgrader NAME ...`` would each.

The arguments are commands in JSON: a list of lists of words. Starting nbgrader takes longer than
most of its commands.
"""

import json
import sys

from nbgrader.apps import NbGraderApp

for words in json.loads(sys.argv[1]):
    NbGraderApp.launch_instance(words)
    NbGraderApp.instance().reset()
