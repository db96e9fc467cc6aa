"""Answer with an array of pointers."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(
    json.dumps({"id": request["id"], "value": ["a", "|O", [1]]}).encode(), bytes(8)
)
