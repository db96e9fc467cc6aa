"""What every attacker knows and has at hand; it is put in front of each attack, never imported.

The names in capitals are filled in: the paths of course, submissions, reports and home, a process,
a port and a socket of the instructor, and a word for the names of files.
"""

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


def in_frames_above(name):
    """Find a local variable of the worker's own code."""
    frame = sys._getframe()
    while name not in frame.f_locals:
        frame = frame.f_back
    return frame.f_locals[name]


def reply_with(content):
    """Write to the judge, past the worker."""
    os.write(in_frames_above("channel")._replies, content)


def end_after_this_call():
    """Make the worker believe that the judge has gone, so that Python ends and runs its hooks.

    Return the descriptor by which the judge's requests still come.
    """
    requests = in_frames_above("channel")._requests
    kept = os.dup(requests)
    nothing, written = os.pipe()
    os.close(written)
    os.dup2(nothing, requests)
    return kept
