"""Keep the inputs of all calls and answer with what was seen before."""

EXPECTED = {"double": ("failed", 0.0), "Growth": ("passed", 3.0)}

# %%
seen = []


# %% task="double"
def double(x):
    seen.append(x)
    return seen[0]
