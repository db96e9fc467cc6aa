"""The templates of pages and of what is embedded in other people's pages."""

from functools import cache
from pathlib import Path

import jinja2

from autograder.i18n import _
from autograder.report.words import (
    error_name,
    error_sign,
    map_title,
    passed_of_all,
    points,
    points_of_all,
    sign,
    status_name,
)

_WORDS = (
    error_name, error_sign, map_title, passed_of_all, points, points_of_all, sign, status_name,
)  # fmt: skip


@cache
def template(name: str) -> jinja2.Template:
    """Return a template of this folder; all text that goes into it is escaped."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["_"] = _
    for word in _WORDS:
        environment.filters[word.__name__] = word
    return environment.get_template(name)
