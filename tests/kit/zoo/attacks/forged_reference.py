"""Answer with the judge's own data, by name."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

FORGED = lambda request: frame(
    json.dumps({"id": request["id"], "value": ["m", "y_test"]}).encode()
)
