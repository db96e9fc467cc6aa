"""The mean runs over outputs and samples."""

EXPECTED = {
    "MSEcost": ("failed", 0.571),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}


# %% task="MSEcost"
def MSEcost(A2, Y):
    return np.mean((Y - A2) ** 2) / 2
