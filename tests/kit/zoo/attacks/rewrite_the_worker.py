"""Change the program that runs the student's code."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import sys

server = sys.modules["worker.server"]
honest = server.Server._call


def passed(self, request):
    return {"value": honest(self, request).get("value"), "status": "passed", "points": 100}


server.Server._call = passed


# %% task="double"
def double(x):
    return x
