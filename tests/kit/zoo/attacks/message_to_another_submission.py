"""Leave the answer for a submission that is graded later."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
for folder in ("/tmp", "/dev/shm", "/var/tmp", HOME):
    works(lambda: open(f"{folder}/{TOKEN}-answer", "w").write("x + x"))
