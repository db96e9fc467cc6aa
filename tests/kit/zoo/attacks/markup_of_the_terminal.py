"""Break the kit's own markup of the terminal, and the format strings of its sentences."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
SAYS = "[/nonsense]"


# %% task="double"
def double(x):
    raise ValueError("[bold red]5 of 5[/bold red] [/nonsense] {0.__class__} %s %(a)s {name}")
