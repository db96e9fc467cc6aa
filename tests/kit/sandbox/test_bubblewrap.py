"""Where bubblewrap may not make mounts for a server, each worker is started in a box of its own."""

from pathlib import Path

import pytest

from autograder.sandbox import bubblewrap
from autograder.sandbox.faults import Crashed
from autograder.sandbox.levels import Level
from autograder.sandbox.probe import obstacle

pytestmark = pytest.mark.skipif(bool(obstacle(Level.BUBBLEWRAP)), reason="needs bubblewrap")

ATTACKER = (Path(__file__).parent / "attacker.py").read_text(encoding="utf-8")


@pytest.fixture
def attacker(make_student, monkeypatch):
    """Give the attacker in a box of his own."""
    monkeypatch.setattr(bubblewrap, "can_serve", lambda: False)
    return make_student(ATTACKER, level=Level.BUBBLEWRAP)


def test_it_works(attacker):
    """Calls are answered."""
    assert attacker.answer() == 42.0


def test_a_signal_is_told(attacker):
    """A worker that crashes is told as such, though bubblewrap stands between it and the judge."""
    with pytest.raises(Crashed, match=r"crashed the process \(SIGSEGV\)"):
        attacker.crash()

    assert attacker.answer() == 42.0


def test_network_and_processes_are_refused(attacker):
    """The system calls are filtered there too."""
    assert attacker.kill_parent() == "Operation not permitted"
    assert attacker.connect(80) == "Operation not permitted"


def test_the_interpreter_is_tried_as_a_server_would():
    """What decides is a trial of the very namespaces that a server makes."""
    assert bubblewrap._tried("from nowhere import nothing", serves=True).endswith("'nowhere'")
    assert bubblewrap._tried("pass", serves=True) == ""
