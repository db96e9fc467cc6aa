"""Grading inside an nbgrader course: its notebooks, its commands and its gradebook.

nbgrader belongs to instructors; nothing outside of this package imports it, but for the build of
the notebooks.
"""
