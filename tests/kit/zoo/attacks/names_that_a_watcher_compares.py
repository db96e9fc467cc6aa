"""Overwrite names with objects that lie to anyone who compares them."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}


# %%
class Liar:
    @property
    def __class__(self):
        raise SystemExit

    def __eq__(self, other):
        while True:
            pass

    __hash__ = None

    def __getattr__(self, name):
        while True:
            pass


np = Liar()
len = Liar()
