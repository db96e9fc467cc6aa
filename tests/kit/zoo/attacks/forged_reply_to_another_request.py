"""Answer a request that was never made."""

EXPECTED = {"double": ("crashed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "`double` interfered with the process that runs it and was stopped."

# %%
FORGED = lambda request: frame(b'{"id": "0000000000000000", "value": 1.0}')
