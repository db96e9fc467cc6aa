"""Answer while loading, with an array instead of the number of the request."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "Your code interfered with the process that loads it and was stopped."

# %%

reply_with(frame(b'{"id": ["a", "<f8", [2]]}', bytes(16)))
