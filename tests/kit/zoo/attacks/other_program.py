"""Run another program, beside or instead of this one."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os
import subprocess

GAINED = (
    works(lambda: subprocess.run(["/bin/true"], check=True))
    or works(lambda: os.posix_spawn("/bin/true", ["true"], {}))
    or os.system("true") == 0
    or works(lambda: os.execv("/bin/true", ["true"]))
)
