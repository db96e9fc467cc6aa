"""Never finish the destruction of an object."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("timed out", 0.0)}


# %%
class Sticky:
    def __del__(self):
        while True:
            pass


Sticky()
