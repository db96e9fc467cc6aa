"""Put a script into the page of the report, by the name and text of an exception."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "alert(1)"


# %% task="double"
def double(x):
    kind = type("<script>alert(2)</script>", (ValueError,), {})
    raise kind("</pre></td><script>alert(1)</script><img src=x onerror=alert(3)>")
