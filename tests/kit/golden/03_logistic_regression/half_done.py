"""The first two functions are right, the others are as they were handed out."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("not started", 0.0),
    "SingleLayer": ("not started", 0.0),
}
UNWRITTEN = ["backprop", "SingleLayer"]
