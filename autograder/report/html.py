"""A report as one self-contained page."""

from autograder.report.model import Report
from autograder.report.templates import template


def to_html(report: Report) -> str:
    """Write a report as a page in its own language; all text in it is escaped."""
    return template("report.html.jinja").render(report=report)
