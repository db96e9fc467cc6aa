"""``python -m autograder``: the command line, without the working directory on the path.

A student's folder may hold a file named ``numpy.py``; it must not become numpy.
"""

import sys

sys.path[:] = [entry for entry in sys.path if entry not in ("", ".")]

from autograder.cli import main  # noqa: E402

if __name__ == "__main__":
    main()
