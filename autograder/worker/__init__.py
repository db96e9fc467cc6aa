"""The sandboxed side, which uses only the standard library and NumPy.

The judge imports :mod:`autograder.worker.protocol` and the name below, nothing else; in the sandbox
this folder is the package ``worker``, so its modules import each other relatively.
"""

# what the judge sends the supervisor to get a descriptor of its worker's process
ASK_FOR_PROCESS = b"?"
