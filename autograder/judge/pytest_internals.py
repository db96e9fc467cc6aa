"""The judge's only uses of pytest's private API, one function per name.

The public way to run a test again is to run pytest again, which takes longer than all checks of a
submission. A release of pytest may rename what is used here: ``pyproject.toml`` therefore bounds
pytest, and ``tests/kit/judge/test_pytest_internals.py`` has a test for each function.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from _pytest.config import _prepareconfig
from _pytest.python import get_direct_param_fixture_func


@contextmanager
def collected_session(arguments: Sequence[str], plugin: object) -> Iterator[pytest.Session]:
    """Start and finish a pytest session as ``pytest.main`` does.

    Parameters
    ----------
    arguments : sequence of str
        The command line.
    plugin : object
        Has hooks and fixtures.

    Raises
    ------
    pytest.UsageError
        An argument is wrong, or names a file that is not there.
    """
    config = _prepareconfig(list(arguments), [plugin])
    try:
        config._do_configure()
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        session.perform_collect()
        yield session
        config.hook.pytest_sessionfinish(session=session, exitstatus=pytest.ExitCode.OK)
    finally:
        config._ensure_unconfigure()


def set_up(item: pytest.Function) -> None:
    """Set up a test and its fixtures after unneeded ones were torn down."""
    item.session._setupstate.setup(item)


def tear_down(item: pytest.Function) -> None:
    """Tear down a test and its own fixtures, keeping those of its module."""
    parent: Any = item.parent  # any node will do in place of the next test
    item.session._setupstate.teardown_exact(parent)


def tear_down_others(item: pytest.Function) -> None:
    """Tear down fixtures of other tests that this one does not need."""
    item.session._setupstate.teardown_exact(item)


def tear_down_all(session: pytest.Session) -> None:
    """Tear down everything, including module and session fixtures."""
    session._setupstate.teardown_exact(None)


def renew(item: pytest.Function) -> None:
    """Reset a test's fixture values so that it can run again."""
    item._initrequest()


def fixture_function(item: pytest.Function, name: str) -> Callable[..., Any] | None:
    """Return the function behind a fixture of a test.

    Of fixtures with one name the last is the nearest; ``request`` has no function.
    """
    *_farther, nearest = item._fixtureinfo.name2fixturedefs.get(name, [None])
    return nearest.func if nearest is not None else None


def is_parameter(function: Callable[..., Any] | None) -> bool:
    """Return whether a fixture's function is pytest's own for parameters."""
    return function is get_direct_param_fixture_func


def parameter(item: pytest.Function, name: str) -> Any:
    """Return the value of a parameter of a parametrised test."""
    return item.callspec.params[name]
