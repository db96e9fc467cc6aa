"""Stay when told to go: an endless loop, and a thread, for the end of the process."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import atexit
import threading


@atexit.register
def stay():
    while True:
        pass


threading.Thread(target=threading.Event().wait, daemon=False).start()
