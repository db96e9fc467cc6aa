"""A class as its gradebook holds it, for more students than a screen has lines."""

from io import StringIO

from rich.console import Console

from autograder.report.gradebook_table import Grade, GradedClass, gradebook_overview
from autograder.report.row import row_of


def _printed(renderable):
    console = Console(file=StringIO(), width=100, color_system=None)
    console.print(renderable)
    return console.file.getvalue()


def test_statistics_of_a_large_class(make_report):
    """The spread is that of the gradebook's scores; students without a submission do not count."""
    reports = [make_report(student=f"s{number:02}") for number in range(61)]
    tasks = {task.name: 1.0 for task in reports[0].tasks}
    grades = [Grade(student=each.student, name="", tasks=tasks, score=7.5) for each in reports]
    absent = [Grade(student=f"t{number}", name="", missing=True) for number in range(3)]
    graded = GradedClass(grades=[*grades, *absent], maximum=9.0, unknown=[])

    text = _printed(gradebook_overview(graded, [row_of(each) for each in reports]))

    assert "Score, out of 9: mean 7.5" in text
    assert "Missing, because there is no submission: 3" in text


def test_names_of_few_unknown_students(make_report):
    """Only the first unknown ids are named, all are counted."""
    reports = [make_report(student=f"s{number:02}") for number in range(12)]
    grades = [Grade(student=each.student, name="", score=1.0) for each in reports]
    unknown = [each.student for each in reports]
    graded = GradedClass(grades=grades, maximum=9.0, unknown=unknown)

    text = _printed(gradebook_overview(graded, [row_of(each) for each in reports]))

    assert "added to it: 12 (s00, s01," in text
    assert "s09, …)" in " ".join(text.split())
