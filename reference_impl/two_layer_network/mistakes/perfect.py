"""The model answer."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}
