"""What tests of the curriculum share: the model answers as modules."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SOLUTIONS = Path(__file__).parents[3] / "solutions"


@pytest.fixture(scope="session")
def model_answer():
    """Import the model answer of an assignment by the name of its folder."""

    def load(assignment):
        path = SOLUTIONS / assignment / f"{assignment.partition('_')[2]}.py"
        spec = spec_from_file_location(f"model_answer_{path.stem}", path)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
