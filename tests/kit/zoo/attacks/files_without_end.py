"""Fill the disk."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
LEVELS = ("bubblewrap", "partial")

# %%
for folder in ("/tmp", "/dev/shm", "/var/tmp", HOME):
    for number in range(30):
        try:
            with open(f"{folder}/{TOKEN}-{number}", "wb") as file:
                file.write(bytes(10 << 20))
        except OSError:
            break
