"""The first two functions are right, the others are as they were handed out."""

EXPECTED = {
    "sigmoid": ("passed", 2.0),
    "CEcost": ("passed", 2.0),
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
    "backprop",
    "SingleLayer",
    "derivative_chain",
    "LogisticNeuron",
    "l1_cost",
    "l1_grad",
    "l2_cost",
    "l2_grad",
]
