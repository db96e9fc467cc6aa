"""What the judge uses of pytest's inside does what it says: a new pytest that differs is told."""

from contextlib import ExitStack

import pytest

from autograder.judge import pytest_internals

CHECKS = """
import pytest

happened = []


@pytest.fixture(scope="module")
def shared():
    happened.append("shared up")
    yield
    happened.append("shared down")


@pytest.fixture
def own(shared):
    happened.append("own up")
    yield len(happened)
    happened.append("own down")


@pytest.mark.parametrize("size", [3])
def test_one(own, size):
    happened.append(own)


def test_two(own):
    pass
"""


class Collected:
    """A plugin that keeps the tests."""

    def __init__(self) -> None:
        self.items: list[pytest.Function] = []

    @pytest.fixture
    def given(self):
        """Give a test what the plugin has."""

    def pytest_collection_finish(self, session):
        """Keep them by name."""
        self.items = session.items


@pytest.fixture
def collect(tmp_path):
    """Collect the tests of some files, each in a module of its own."""
    with ExitStack() as stack:

        def collected(*files):
            plugin = Collected()
            (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
            for number, text in enumerate(files):
                # pytest knows modules by name, so each has one of its own
                file = tmp_path / f"test_{tmp_path.name}_{number}.py"
                file.write_text(text, encoding="utf-8")
            arguments = [f"--rootdir={tmp_path}", "--noconftest", "--import-mode=importlib"]
            arguments += ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:capture"]
            arguments += ["-p", "no:logging", "-p", "no:faulthandler", "-p", "no:warnings"]
            arguments += ["-p", "no:unraisableexception", "-p", "no:threadexception"]
            arguments += ["-p", "no:debugging", "--disable-plugin-autoload"]
            stack.enter_context(
                pytest_internals.collected_session([*arguments, str(tmp_path)], plugin)
            )
            return plugin.items

        yield collected


def happened(item):
    """Return what the fixtures of a test's module have written down."""
    return item.function.__globals__["happened"]


def test_session_is_held_open(collect):
    """Tests are collected, and their session is there to run them."""
    items = collect(CHECKS)

    assert [item.name for item in items] == ["test_one[3]", "test_two"]
    assert items[0].session is items[1].session


def test_wrong_arguments_are_pytests_own_error(tmp_path):
    """A file that is not there is an error of use."""
    absent = str(tmp_path / "absent.py")

    with (
        pytest.raises(pytest.UsageError),
        pytest_internals.collected_session([absent, f"--rootdir={tmp_path}"], Collected()),
    ):
        pass


def test_set_up_makes_fixtures(collect):
    """All that a test takes is made, what is shared first."""
    one, _two = collect(CHECKS)

    pytest_internals.set_up(one)

    assert happened(one) == ["shared up", "own up"]
    assert one.funcargs["own"] == 2


def test_tear_down_takes_what_is_the_tests_own(collect):
    """What the module shares stays."""
    one, _two = collect(CHECKS)
    pytest_internals.set_up(one)

    pytest_internals.tear_down(one)

    assert happened(one) == ["shared up", "own up", "own down"]


def test_tear_down_others_keeps_what_the_next_test_shares(collect):
    """Another test of the same module finds the shared fixture up."""
    one, two = collect(CHECKS)
    pytest_internals.set_up(one)

    pytest_internals.tear_down_others(two)
    pytest_internals.set_up(two)

    assert happened(one) == ["shared up", "own up", "own down", "own up"]


def test_tear_down_others_makes_room_for_another_module(collect):
    """Nothing of another module is left, from which pytest would refuse to go on."""
    one, _two, other, _more = collect(CHECKS, CHECKS)
    pytest_internals.set_up(one)

    pytest_internals.tear_down_others(other)
    pytest_internals.set_up(other)

    assert happened(one) == ["shared up", "own up", "own down", "shared down"]
    assert happened(other) == ["shared up", "own up"]


def test_tear_down_all_takes_what_is_shared_too(collect):
    """Nothing is up afterwards, and the next test makes all of it again."""
    one, two = collect(CHECKS)
    pytest_internals.set_up(one)

    pytest_internals.tear_down_all(one.session)
    pytest_internals.set_up(two)

    ups = ["shared up", "own up"]
    assert happened(one) == [*ups, "own down", "shared down", *ups]


def test_renewed_test_makes_its_fixtures_again(collect):
    """A test that runs again gets new values."""
    one, _two = collect(CHECKS)
    pytest_internals.set_up(one)
    pytest_internals.tear_down(one)

    pytest_internals.renew(one)
    pytest_internals.set_up(one)

    assert one.funcargs["own"] == 4


@pytest.mark.parametrize(
    ("name", "found"), [("own", "own"), ("given", "given"), ("request", None), ("absent", None)]
)
def test_function_of_a_fixture_is_found(collect, name, found):
    """A fixture's function is known by the name that a test takes it by."""
    (item,) = collect(CHECKS.partition("@pytest.mark")[0] + "def test(own, given, request): pass\n")

    function = pytest_internals.fixture_function(item, name)

    assert getattr(function, "__name__", None) == found


def test_nearest_fixture_of_a_name_is_found(collect):
    """A file's own fixture goes before the plugin's of the same name."""
    (item,) = collect(
        CHECKS.partition("@pytest.mark")[0].replace("own", "given") + "def test(given): pass\n"
    )

    function = pytest_internals.fixture_function(item, "given")

    assert function.__module__ == item.module.__name__


def test_parameter_is_told_from_a_fixture(collect):
    """What a parametrised test takes by `parametrize` comes from no fixture, and has its value."""
    one, _two = collect(CHECKS)

    found = {
        name: pytest_internals.is_parameter(pytest_internals.fixture_function(one, name))
        for name in one.fixturenames
    }

    assert found == {"own": False, "shared": False, "size": True}
    assert pytest_internals.parameter(one, "size") == 3
