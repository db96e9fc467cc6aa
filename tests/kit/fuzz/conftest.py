"""How long to fuzz: a little in CI, the same inputs each time; as long as wanted by command.

``AUTOGRADER_FUZZ=20000 pytest tests/kit/fuzz`` tries so many inputs a target, other ones each time.
"""

import os

from hypothesis import HealthCheck, settings

WANTED = int(os.environ.get("AUTOGRADER_FUZZ", "0"))

settings.register_profile(
    "kit",
    max_examples=WANTED or 150,
    derandomize=not WANTED,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kit")
