"""Never finish the destruction of an object."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}


# %%
class Sticky:
    def __del__(self):
        while True:
            pass


Sticky()
