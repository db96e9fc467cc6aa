"""fit ends the process with the status that says all is well."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("crashed", 4.083),
}
SAYS = {"MultiClassNetwork": "ended the process (exit status 0)"}


# %%
import os


class MultiClassNetwork(MultiClassNetwork):
    def fit(self, x, y, epochs=100):
        os._exit(0)
