"""Talk to a service of this machine by its socket."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import socket

GAINED = works(lambda: socket.socket(socket.AF_UNIX).connect(SOCKET)) or works(socket.socketpair)
