"""Auto-graded exercises for neural networks in numpy.

Checks of an assignment import what they need from here::

    from autograder import expect, gradient
"""

__version__ = "0.1.0"
