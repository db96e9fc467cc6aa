"""Keep a thread busy behind every call."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import threading
import time


def busy():
    while True:
        time.sleep(0.0001)


threading.Thread(target=busy, daemon=True).start()
