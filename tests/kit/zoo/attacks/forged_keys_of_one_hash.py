"""Answer with 100,000 keys that have the same hash."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

PAIRS = [item for number in range(100_000) for item in (number * (2**61 - 1), 0)]
FORGED = lambda request: frame(
    json.dumps({"id": request["id"], "value": ["d", *PAIRS]}).encode()
)
