"""The sigmoid is taken from the model answer or the oracle, wherever on the disk they lie."""

EXPECTED = {
    "sigmoid": ("failed", 0.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}
SHUT_IN = True


# %% task="sigmoid"
import sys
from pathlib import Path


def find():
    """Look in and above every folder that Python knows of."""
    modules = [getattr(module, "__file__", None) or "/" for module in list(sys.modules.values())]
    places = [Path(place).absolute() for place in (*sys.path, *modules, Path.cwd(), Path.home())]
    for root in {folder for place in places for folder in (place, *place.parents)}:
        for file in (
            "solutions/03_logistic_regression/logistic_regression.py",
            "reference_impl/logistic_regression/reference.py",
        ):
            try:
                found = {"__name__": "found"}
                exec((root / file).read_text(), found)
                return found["sigmoid"]
            except Exception:
                pass
    return lambda z: np.zeros(z.shape)


sigmoid = find()
