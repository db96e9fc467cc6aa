"""Become root."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
import ctypes
import os

GAINED = (
    works(lambda: os.setuid(0))
    or works(lambda: os.setresuid(0, 0, 0))
    or works(lambda: os.setgroups([0]))
    or os.geteuid() == 0
)
