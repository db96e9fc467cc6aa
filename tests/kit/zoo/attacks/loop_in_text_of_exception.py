"""Raise an exception whose text never comes."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}


# %%
class Wordy(Exception):
    def __str__(self):
        while True:
            pass


raise Wordy
