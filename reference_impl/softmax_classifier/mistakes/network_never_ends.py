"""predict waits for a certainty that never comes."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("timed out", 5.25),
}
SAYS = {"MultiClassNetwork": "took longer than 5 s and was stopped"}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def predict(self, x):
        scores = self.forpass(x)
        while scores.max() < np.inf:
            scores = scores + 0
        return np.argmax(scores, axis=1)
