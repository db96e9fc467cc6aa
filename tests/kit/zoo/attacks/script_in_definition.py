"""Put a script into the page of the report, by names, defaults and a docstring."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "cannot be called as"


# %% task="double"
def double(x, y, z="<script>alert(1)</script>"):
    """<script>alert(2)</script>"""


double.__name__ = double.__qualname__ = "<script>alert(3)</script>"
