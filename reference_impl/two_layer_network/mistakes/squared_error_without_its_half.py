"""The ½ is left out, as in the code of document 000."""

EXPECTED = {
    "MSEcost": ("failed", 0.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("passed", 2.0),
}
SAYS = {"MSEcost": "look for a missing ½"}


# %% task="MSEcost"
def MSEcost(A2, Y):
    m = Y.shape[1]
    E2 = Y - A2
    return np.sum(E2 * E2) / m
