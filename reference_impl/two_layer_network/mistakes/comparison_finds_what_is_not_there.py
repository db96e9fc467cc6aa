"""np.argmax says 0 where the goal is never reached."""

EXPECTED = {
    "MSEcost": ("passed", 2.0),
    "DualLayer": ("passed", 8.0),
    "RandomInitNetwork": ("passed", 3.0),
    "compare_losses": ("failed", 0.2),
}


# %% task="compare_losses"
def compare_losses(ones, random, goal):
    ones, random = np.array(ones), np.array(random)
    lead = np.argmax(random < ones)
    return int(np.argmax(ones <= goal)), int(np.argmax(random <= goal)), int(lead)
