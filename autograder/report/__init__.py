"""The result of grading one submission: its model and the ways to write it."""
