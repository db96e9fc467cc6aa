"""Have a spreadsheet run a command when the grades are opened."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "HYPERLINK"

# %%
raise type("=HYPERLINK", (ValueError,), {})('=HYPERLINK("http://example.org")\n=1+1')
