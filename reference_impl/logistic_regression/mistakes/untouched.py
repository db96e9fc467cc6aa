"""The stub as it was handed out."""

EXPECTED = {
    "sigmoid": ("not started", 0.0),
    "CEcost": ("not started", 0.0),
    "backprop": ("not started", 0.0),
    "SingleLayer": ("not started", 0.0),
    "derivative_chain": ("not started", 0.0),
    "LogisticNeuron": ("not started", 0.0),
    "l1_cost": ("not started", 0.0),
    "l1_grad": ("not started", 0.0),
    "l2_cost": ("not started", 0.0),
    "l2_grad": ("not started", 0.0),
}
UNWRITTEN = [
    "sigmoid",
    "CEcost",
    "backprop",
    "SingleLayer",
    "derivative_chain",
    "LogisticNeuron",
    "l1_cost",
    "l1_grad",
    "l2_cost",
    "l2_grad",
]
