"""The lead is the first epoch below, though it is lost again."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("failed", 0.8),
}


# %% task="compare_losses"
def compare_losses(ones, random, goal):
    ones, random = np.array(ones), np.array(random)
    def first(holds):
        return int(np.argmax(holds)) if np.any(holds) else -1

    return first(ones <= goal), first(random <= goal), first(random < ones)
