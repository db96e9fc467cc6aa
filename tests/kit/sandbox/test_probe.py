"""Choosing a level of isolation, and what `autograder doctor` says about it."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from subprocess import CompletedProcess

import pytest

from autograder.errors import KitError
from autograder.sandbox import bubblewrap
from autograder.sandbox import probe as probing
from autograder.sandbox.levels import Level

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    """Let each test find the best level anew."""
    probing.best_level.cache_clear()
    yield
    probing.best_level.cache_clear()


def test_probe_tells_of_every_level() -> None:
    """Each level is either available or has a reason, and a process can always be had."""
    found = probing.probe()

    assert [probe.level for probe in found] == list(Level)
    assert {probe.available is (probe.reason == "") for probe in found} == {True}
    assert found[-1].available


def test_best_level_is_the_first_that_starts() -> None:
    """The best level is the first that can be had."""
    available = [probe.level for probe in probing.probe() if probe.available]

    assert probing.best_level() is available[0]


def test_a_level_can_be_demanded(monkeypatch: pytest.MonkeyPatch, level: Level) -> None:
    """The environment chooses among what is available."""
    monkeypatch.setenv(probing.VARIABLE, level)

    assert probing.best_level() is level


def test_an_unknown_level_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt demand is told with the levels there are."""
    monkeypatch.setenv(probing.VARIABLE, "vault")

    with pytest.raises(KitError, match="vault; it must be one of: bubblewrap, partial, process"):
        probing.best_level()


def test_without_bubblewrap_the_next_level_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where bubblewrap is not installed, a lower level serves, and the remedy is told."""
    monkeypatch.setattr(bubblewrap, "executable", lambda: None)
    monkeypatch.delenv(probing.VARIABLE, raising=False)

    assert probing.best_level() is not Level.BUBBLEWRAP
    assert "apt install bubblewrap" in probing.obstacle(Level.BUBBLEWRAP)


def test_a_demand_that_cannot_be_met_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody grades at a lower level than demanded without knowing."""
    monkeypatch.setattr(bubblewrap, "executable", lambda: None)
    monkeypatch.setenv(probing.VARIABLE, "bubblewrap")

    with pytest.raises(KitError, match="requires bubblewrap, which is not available"):
        probing.best_level()


@pytest.mark.parametrize(
    ("said", "remedy"),
    [
        ("bwrap: Unknown option --size", "bubblewrap 0.8 or later"),
        ("bwrap: No permissions to create new namespace", "user namespaces must be allowed"),
    ],
)
def test_what_bubblewrap_says_leads_to_a_remedy(
    monkeypatch: pytest.MonkeyPatch, said: str, remedy: str
) -> None:
    """A bubblewrap that does not start is quoted, with what to do."""
    monkeypatch.setattr(bubblewrap, "executable", lambda: "/usr/bin/bwrap")
    monkeypatch.setattr(bubblewrap, "try_bubblewrap", lambda: said)

    reason = probing.obstacle(Level.BUBBLEWRAP)

    assert said in reason
    assert remedy in reason


def test_other_systems_can_import_the_sandbox() -> None:
    """Where there are neither ``fcntl`` nor ``resource``, as on Windows, importing still works."""
    code = (
        "import sys; sys.modules.update(fcntl=None, resource=None);"
        "import autograder.sandbox.probe, autograder.worker.start"
    )

    ended = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False)

    assert ended.returncode == 0


def test_doctor_says_what_this_machine_gets(command_line: Run) -> None:
    """The doctor names the best level, all levels, and the versions it runs on."""
    result = command_line("doctor")

    assert result.returncode == 0, result.stderr
    assert f"Isolation on this machine: {probing.best_level()}" in result.stdout
    assert re.search(r"(?m)^process +available", result.stdout)
    assert re.search(r"(?m)^numpy +\d", result.stdout)


@pytest.mark.parametrize(
    ("demanded", "told"),
    [
        ("process", "Isolation on this machine: process\nStudent code can read your files"),
        ("nonsense", "none\nStudent code cannot run on this machine. AUTOGRADER_ISOLATION is "),
    ],
)
def test_doctor_heeds_the_level_that_is_demanded(
    command_line: Run, monkeypatch: pytest.MonkeyPatch, demanded: str, told: str
) -> None:
    """The doctor names the level that `check` and `grade` would use, and the variable."""
    monkeypatch.setenv("AUTOGRADER_ISOLATION", demanded)

    result = command_line("doctor")

    assert result.returncode == 0, result.stderr
    assert told in result.stdout
    assert re.search(rf"(?m)^AUTOGRADER_ISOLATION +{demanded}", result.stdout)
