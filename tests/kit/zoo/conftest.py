"""Makes the modules beside the tests importable, as ``zoo.attack``, and skips missing levels."""

import sys
from pathlib import Path

import pytest

from autograder.sandbox.levels import probe

sys.path.append(str(Path(__file__).parents[1]))

NOT_OFFERED = {str(found.level): found.reason for found in probe() if not found.available}


@pytest.fixture
def level(request: pytest.FixtureRequest) -> str:
    """Give a level of isolation, where the machine offers it."""
    if request.param in NOT_OFFERED:
        pytest.skip(f"not offered: {request.param}. {NOT_OFFERED[request.param]}")
    return request.param
