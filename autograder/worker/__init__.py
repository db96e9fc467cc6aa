"""What runs inside the sandbox, next to the student's code: the standard library and numpy only.

The judge imports :mod:`autograder.worker.protocol` from here and nothing else; inside the sandbox
this folder is the package ``worker``, so its modules import each other relatively.
"""
