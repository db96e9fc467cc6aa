"""Rows are taken for samples."""

EXPECTED = {
    "MSEcost": ("failed", 0.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}


# %% task="MSEcost"
def MSEcost(A2, Y):
    m = Y.shape[0]
    return np.sum((Y - A2) ** 2) / (2 * m)
