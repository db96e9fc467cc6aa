"""The stub as it was handed out."""

EXPECTED = {
    "MSEcost": ("not started", 0.0),
    "DualLayer": ("not started", 0.0),
    "RandomInitNetwork": ("not started", 0.0),
    "compare_losses": ("not started", 0.0),
}
UNWRITTEN = ["MSEcost", "DualLayer", "RandomInitNetwork", "compare_losses"]
