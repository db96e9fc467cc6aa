"""Ask the judge for the answer, as a worker does that may ask."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(
    json.dumps({"id": request["id"], "asks": "double", "args": [1.0], "kwargs": {}}).encode()
)
