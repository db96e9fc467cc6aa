"""The functions are right, the class is as it was handed out."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("not started", 0.0),
}
UNWRITTEN = ["MultiClassNetwork"]
