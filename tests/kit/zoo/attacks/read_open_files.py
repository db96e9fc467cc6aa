"""Read from every file that was left open."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import os
import stat


def is_file(number):
    try:
        return stat.S_ISREG(os.fstat(number).st_mode)
    except OSError:
        return False


GAINED = any(is_file(number) for number in range(256))
