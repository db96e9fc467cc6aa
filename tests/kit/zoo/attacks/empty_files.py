"""Fill the memory of the kernel with files that hold nothing."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import os


def make_files():
    os.mkdir(f"/tmp/{TOKEN}")
    for number in range(20_000):
        os.mknod(f"/tmp/{TOKEN}/{number}")


GAINED = works(make_files)
