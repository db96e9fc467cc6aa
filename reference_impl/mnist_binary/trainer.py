"""The oracle in the place of an answer, for `autograder calibrate`: it trains by the reference."""

from reference_impl.mnist_binary import reference


def optimize(W, b, X, Y, alpha, epochs):
    """Train by the reference."""
    trained = reference.train(W, b, X, Y, alpha, epochs)
    return trained.W, trained.b, trained.costs.tolist()


ANSWERS = {"optimize": optimize}
