"""A report as one self-contained page."""

from functools import cache
from pathlib import Path

import jinja2

from autograder.i18n import _
from autograder.report.model import Report
from autograder.report.terminal import points, status_name


def to_html(report: Report) -> str:
    """Write a report as a page in its own language; all text in it is escaped."""
    return _template().render(report=report)


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["_"] = _
    environment.filters["points"] = points
    environment.filters["status_name"] = status_name
    return environment.get_template("report.html.jinja")
