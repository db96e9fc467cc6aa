"""``check("softmax")`` in a notebook: the visible checks, on what the kernel holds.

It works in every front end of Jupyter, and as text in a plain Python or IPython shell. The judge
is the one that grades submissions; only the student's functions are not in a sandbox, but where
the student wrote them.
"""

from autograder.notebook.api import check

__all__ = ["check"]
