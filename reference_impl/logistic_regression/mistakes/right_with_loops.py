"""Right, with Python's loops and math in place of numpy's."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
    "backprop": ("passed", 3.0),
    "SingleLayer": ("passed", 5.0),
}


# %% task="sigmoid"
import math


def sigmoid(z):
    values = []
    for score in z.ravel().tolist():
        if score > 0:
            values.append(1 / (1 + math.exp(-score)))
        else:
            values.append(math.exp(score) / (1 + math.exp(score)))
    return np.array(values).reshape(z.shape)


# %% task="CEcost"
def CEcost(a, y):
    total = 0
    for a_i, y_i in zip(a.ravel().tolist(), y.ravel().tolist()):
        a_i = min(max(a_i, 1e-10), 1 - 1e-10)
        if y_i == 1:
            total -= math.log(a_i)
        else:
            total -= math.log(1 - a_i)
    return total / len(y)


# %% task="backprop"
def backprop(X, err):
    w_grad = np.zeros(X.shape[1])
    b_grad = 0
    for x_i, err_i in zip(X, err.ravel().tolist()):
        w_grad += x_i * err_i
        b_grad += err_i
    m = len(X)
    return (w_grad / m).reshape((-1,) + err.shape[1:]), b_grad / m


# %%
class SingleLayer(SingleLayer):
    def forpass(self, x):
        z = np.zeros((len(x), 1))
        for j in range(x.shape[1]):
            z[:, 0] = z[:, 0] + x[:, j] * self.w[j, 0]
        return z + self.b

    def predict(self, x):
        return np.array([[z_i > 0] for z_i in self.forpass(x)[:, 0]])

    def score(self, x, y):
        hits = 0
        for predicted, label in zip(self.predict(x)[:, 0], y):
            if predicted == label:
                hits += 1
        return hits / len(y)
