"""The oracle of the course: plain numpy that reads like the maths, for checks that need the truth.

Rows are samples throughout. All functions are pure: they change none of their arguments and keep
nothing between calls. Wrong shapes raise :class:`ValueError`.

The formulas are deliberately not those of the model answers, so that the two cannot share a bug.
"""
