"""The class is written and relies on a function that is not."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("not started", 0.0),
    "SingleLayer": ("passed", 5.0),
}
UNWRITTEN = ["backprop"]
SAYS = {"SingleLayer": "the model answer replaced: `backprop`."}
