"""Grade nbgrader courses: notebooks, commands and gradebook.

In the order in which a submission passes through them:

- ``pipeline``: what to grade, and the grading of one submission
- ``reader``, ``sanitize``: tolerant reader for submitted notebooks; what of them may be displayed
- ``released``, ``merge``: the released notebook, and a student's answers put into it
- ``code_cells``: the code that the judge runs
- ``record``: a report in the graded notebook and in the gradebook
- ``database``, ``writer``: the gradebook and the folders that ``autograder grade`` writes
- ``converter``: the kit's steps in ``nbgrader autograde``
- ``initialise``, ``settings``, ``imports``: the course, its settings, and importing nbgrader

nbgrader is an extra for instructors. Outside this package, only ``autograder.build.release``
imports it: the step in ``nbgrader generate_assignment``, which also makes the students' notebooks.
"""
