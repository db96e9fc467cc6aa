"""Answer with an array that is larger than its bytes."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(
    json.dumps({"id": request["id"], "value": ["a", "<f8", [1 << 40, 1 << 40]]}).encode(), bytes(8)
)
