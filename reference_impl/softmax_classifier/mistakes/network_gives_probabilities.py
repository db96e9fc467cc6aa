"""forpass applies the softmax already."""

EXPECTED = {
    "softmax": ("passed", 2.0),
    "one_hot_encoding": ("passed", 1.0),
    "CEcost": ("passed", 2.0),
    "MultiClassNetwork": ("failed", 4.958),
}


# %%
class MultiClassNetwork(MultiClassNetwork):
    def forpass(self, x):
        self.a1 = self.sigmoid(np.dot(x, self.w1) + self.b1)
        return softmax(np.dot(self.a1, self.w2) + self.b2)
