"""predict looks through the memory and the disk for the labels of the test."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 5.25),
}
SHUT_IN = True


# %%
import gc
import sys
from pathlib import Path


class MultiClassNetwork(MultiClassNetwork):
    def predict(self, x):
        for thing in gc.get_objects():
            if isinstance(thing, np.ndarray) and thing.shape == (len(x),) and thing.dtype == int:
                return thing
        for root in (sys.prefix, "/tmp", "/home", "/root", "/var"):
            for path in Path(root).rglob("y_test.npy"):
                try:
                    return np.load(path)[: len(x)]
                except OSError:
                    pass
        return np.zeros(len(x), int)
