"""Epochs are counted from 1."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("failed", 0.0),
}


# %% task="compare_losses"
def compare_losses(ones, random, goal):
    ones, random = np.array(ones), np.array(random)
    def first(holds):
        return 1 + int(np.argmax(holds)) if np.any(holds) else -1

    below = np.logical_and.accumulate((random < ones)[::-1])[::-1]
    return first(ones <= goal), first(random <= goal), first(below)
