"""Answer with 200,000 brackets."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}

# %%
FORGED = lambda request: frame(b"[" * 200_000)
