"""Grading many submissions: over several processes, and only those that changed."""
