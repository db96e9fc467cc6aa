"""Take away another process's time: limits, priority, processors."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os
import resource

GAINED = (
    works(lambda: resource.prlimit(VICTIM, resource.RLIMIT_CPU, (0, 0)))
    or works(lambda: os.setpriority(os.PRIO_PROCESS, VICTIM, 19))
    or works(lambda: os.sched_setaffinity(VICTIM, {0}))
)
