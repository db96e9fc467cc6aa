"""Raise an exception whose text never comes."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("timed out", 0.0)}


# %%
class Wordy(Exception):
    def __str__(self):
        while True:
            pass


raise Wordy
