"""Answer with what a report holds: status, points, score."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
import json

PASSED = {"status": "passed", "points": 2.0, "max_points": 2.0, "score": 5.0, "message": ""}
FORGED = lambda request: frame(json.dumps({"id": request["id"], "value": None} | PASSED).encode())
