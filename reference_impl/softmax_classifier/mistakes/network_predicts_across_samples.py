"""argmax runs over the samples."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 5.25),
}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def predict(self, x):
        return np.argmax(self.forpass(x), axis=0)
