"""A gauge in the place of a threshold: calibration sees what the check would have compared."""


class Gauge(float):
    """A threshold that everything passes and that keeps what it was compared with.

    Attributes
    ----------
    readings : list of float
        One value for each time that :func:`autograder.expect.at_least` met it.
    """

    readings: list[float]

    def __new__(cls) -> "Gauge":
        """Make a gauge without readings."""
        gauge = super().__new__(cls, float("-inf"))
        gauge.readings = []
        return gauge
