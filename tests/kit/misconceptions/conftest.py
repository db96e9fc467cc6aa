"""What tests of misconceptions share: the table's own functions."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

TABLE = Path(__file__).with_name("table.py")


@pytest.fixture(scope="session")
def table():
    """Import the script that prints the table."""
    spec = spec_from_file_location("table", TABLE)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
