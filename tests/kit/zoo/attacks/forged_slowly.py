"""Answer byte by byte, a tenth of a second each."""

EXPECTED = {"double": ("timed out", 0.0), "Growth": ("passed", 3.0)}

# %%
import time


# %% task="double"
def double(x):
    for byte in frame(b'{"id": "0000000000000000", "value": 1.0}'):
        reply_with(bytes([byte]))
        time.sleep(0.1)
