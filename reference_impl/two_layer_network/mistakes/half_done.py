"""The network is written; the random start and the comparison are not."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("not started", 0.0),
    "compare_losses": ("not started", 0.0),
}
UNWRITTEN = ["RandomInitNetwork", "compare_losses"]
