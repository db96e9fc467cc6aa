"""score writes replies of its own to every descriptor, with the true id of the request."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("crashed", 3.684),
}
SAYS = {"SingleLayer": "interfered with the process that runs it"}


# %%
import json
import os
import struct
import sys


class SingleLayer(SingleLayer):
    def score(self, x, y):
        frame = sys._getframe()
        while frame and "request" not in frame.f_locals:
            frame = frame.f_back
        identity = frame.f_locals["request"]["id"] if frame else "hello"
        reply = {"id": identity, "status": "passed", "points": 5.0, "value": 1.0}
        header = json.dumps(reply).encode()
        for descriptor in range(3, 64):
            try:
                os.write(descriptor, struct.pack("<4sIQ", b"nn01", len(header), 0) + header)
            except OSError:
                pass
        return 1.0
