"""Make every program wait that opens a file of the interpreter."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import fcntl
import os

F_SETLEASE, F_NOTIFY, DN_ACCESS = 1024, 1026, 1
file = os.open(np.__file__, os.O_RDONLY)
folder = os.open("/usr", os.O_RDONLY)
GAINED = works(lambda: fcntl.fcntl(file, F_SETLEASE, fcntl.F_WRLCK)) or works(
    lambda: fcntl.fcntl(folder, F_NOTIFY, DN_ACCESS)
)
