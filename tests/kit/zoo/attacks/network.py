"""Send the inputs of the checks over the network, to this machine or another."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
import socket

GAINED = works(lambda: socket.socket().connect(("127.0.0.1", PORT))) or works(
    lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", PORT))
)
