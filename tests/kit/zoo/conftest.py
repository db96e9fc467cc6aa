"""Skips the levels of isolation that this machine does not offer."""

import pytest

from autograder.sandbox.probe import probe

NOT_OFFERED = {str(found.level): found.reason for found in probe() if not found.available}


@pytest.fixture
def level(request: pytest.FixtureRequest) -> str:
    """Give a level of isolation, where the machine offers it."""
    if request.param in NOT_OFFERED:
        pytest.skip(f"not offered: {request.param}. {NOT_OFFERED[request.param]}")
    return request.param


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the weaker levels of isolation to the soak."""
    for item in items:
        parameters = getattr(item, "callspec", None)
        if parameters and parameters.params.get("level") in ("partial", "process"):
            item.add_marker(pytest.mark.soak)
