"""Start as many threads as will start."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}

# %%
import threading

stop = threading.Event()
for _ in range(500):
    thread = threading.Thread(target=stop.wait, daemon=True)
    try:
        thread.start()
    except (RuntimeError, MemoryError):
        break
