"""What every attacker knows and has at hand; it is put in front of each attack, never imported.

The names in capitals are filled in: the paths of course, submissions, reports and home, a process,
a port and a socket of the instructor, and a word for the names of files.
"""

import json
import os
import struct
import sys

GAINED = FORGED = None


def works(action):
    """Tell whether the machine lets something happen."""
    try:
        action()
    except (OSError, ValueError):
        return False
    return True


def frame(header, body=b""):
    """Make what the worker sends to the judge."""
    return struct.pack("<4sIQ", b"nn01", len(header), len(body)) + header + body


def request_in_work():
    """Find the judge's request in the frames above."""
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals["request"]


def double_if_gained(x):
    """Answer rightly only when the attack has gained what it was after."""
    return x + x if GAINED else x


def double_by_forgery(x):
    """Answer past the worker."""
    os.write(json.loads(sys.argv[1])["replies"], FORGED(request_in_work()))
    return x
