# %% [markdown]
# # Doubling
#
# The smallest assignment there is: a function, and a class that uses it.

# %%
import numpy as np


# %% task="double"
def double(x):
    """Return 2 x for an array x of any shape."""
    ### BEGIN SOLUTION
    return np.add(x, x)
    ### END SOLUTION


# %% task="Growth"
class Growth:
    """A value that doubles in each step."""

    def __init__(self, value=1.0):
        self.value = value

    def step(self, times=1):
        """Double the value some times, and return it."""
        ### BEGIN SOLUTION
        for _ in range(times):
            self.value = double(self.value)
        ### END SOLUTION
        return self.value
