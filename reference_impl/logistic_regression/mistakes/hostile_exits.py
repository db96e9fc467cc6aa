"""predict ends the process with the status that says all is well."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("crashed", 3.421),
}
SAYS = {"SingleLayer": "ended the process (exit status 0)"}


# %%
import os


class SingleLayer(SingleLayer):
    def predict(self, x):
        os._exit(0)
