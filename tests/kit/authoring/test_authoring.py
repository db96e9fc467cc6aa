"""The recipe for a new assignment, and the rules that it has to keep before a release."""

import shutil
from pathlib import Path

import pytest

from autograder.authoring.new import new
from autograder.authoring.release_check import check_release
from autograder.build import build
from autograder.course.root import find_course
from autograder.errors import KitError

NAME = "08_mean_square"


@pytest.fixture
def course(tiny_course):
    """Open the tiny course with a new assignment in it."""
    opened = find_course(tiny_course)
    new(opened, NAME)
    return find_course(opened.root)


@pytest.fixture
def exercise(course):
    """Give the new exercise's folder, its model answer written."""
    folder = course.root / "solutions" / NAME
    answer = folder / "mean_square.py"
    text = answer.read_text(encoding="utf-8")
    answer.write_text(text.replace("np.zeros(())", "np.mean(x**2)"), encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    """Verify the assignment of an exercise's folder."""
    return list(check_release(find_course(folder).assignment(folder.name)).findings)


def spoil(path: Path, old: str, new: str) -> None:
    """Replace a text that is there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_new_assignment_has_one_task_to_write(course):
    """A new assignment lacks one model answer, and nothing else."""
    (problem,) = check_release(course.assignment(NAME)).findings

    assert problem.startswith("The model answer of `mean_square` does not pass")


def test_recipe_ends_in_an_assignment_that_can_be_released(exercise):
    """With the answer written nothing is wrong, and the students' folder can be built."""
    assert problems(exercise) == []
    assert any(path.name == "mean_square.py" for path in build(find_course(exercise)))


def test_recipe_at_the_command_line(tiny_course, command_line):
    """`new`, the answer, `build` and `verify` end without a complaint."""
    command_line("new", NAME, cwd=tiny_course)
    spoil(tiny_course / "solutions" / NAME / "mean_square.py", "np.zeros(())", "np.mean(x**2)")
    command_line("build", cwd=tiny_course)

    run = command_line("verify", NAME, cwd=tiny_course)

    assert (run.returncode, run.stdout, run.stderr) == (0, f"✔ {NAME}\n", "")


def test_verify_says_what_to_do(tiny_course, command_line):
    """What is wrong stands below the assignment, and what is not built is told with the command."""
    command_line("build", cwd=tiny_course)
    command_line("new", NAME, cwd=tiny_course)

    run = command_line("verify", NAME, cwd=tiny_course)

    assert run.returncode == 1
    assert "\n      expected: 5\n" in run.stdout
    assert f"\nassignments/{NAME}/mean_square.py: is missing\n" in run.stdout
    assert run.stdout.endswith("run `autograder build`\n")


@pytest.mark.parametrize(
    "name", ["momentum", "8_momentum", "08-momentum", "08_Momentum", "../08_x"]
)
def test_other_names_are_refused(tiny_course, name):
    """A name of another form is refused with the right one."""
    with pytest.raises(KitError, match="named like 08_momentum"):
        new(find_course(tiny_course), name)


def test_nothing_is_overwritten(course):
    """A second time the files are there, and stay as they are."""
    with pytest.raises(KitError, match="already exists"):
        new(course, NAME)


def test_missing_korean_name_is_found(exercise):
    """A check without its Korean sentence is found."""
    spoil(exercise / "test_mean_square.py", "    ko: 1과 2의 두 배는 2와 4입니다.\n", "")

    assert problems(exercise) == [
        "The docstring of test_double_by_hand has no Korean translation (add `ko: …`)."
    ]


def test_missing_handout_is_found(exercise):
    """A handout that is empty is found."""
    (exercise / "handout.ko.md").write_text("\n", encoding="utf-8")

    assert "handout.ko.md is missing or empty." in problems(exercise)


def test_visible_check_with_the_oracle_is_found(exercise):
    """A visible check that imports what a student does not have is found."""
    spoil(exercise / "test_mean_square.py", "import pytest\n", "import pytest\nimport scipy\n")

    found = problems(exercise)

    assert found == ["test_mean_square.py imports scipy, which students do not have."]


def test_task_without_a_hidden_check_is_found(exercise):
    """A task that only visible checks look at is found."""
    hidden = find_course(exercise).root / "tests" / "grading" / NAME / "test_mean_square.py"
    spoil(hidden, '"double"', '"mean_square"')

    assert "`double` has no hidden check." in problems(exercise)


def test_task_without_a_visible_check_is_found(exercise):
    """A task that only hidden checks look at is found."""
    spoil(exercise / "test_mean_square.py", 'task("double")', 'task("mean_square")')

    assert "`double` has no visible check." in problems(exercise)


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("Add x to itself: [1, 2] makes [2, 4].", "`double`.*hint.en.*is empty"),
        ("x에 x를 더하세요. [1, 2]는 [2, 4]가 됩니다.", "`double`.*hint.ko.*is empty"),
        (', ko = "Mean square"', "title.ko.*is missing"),
    ],
    ids=["empty hint", "empty Korean hint", "title in one language"],
)
def test_manifest_that_lacks_words_is_refused(exercise, old, said):
    """An empty hint and a missing translation are refused with their place."""
    spoil(exercise / "assignment.toml", old, "")

    with pytest.raises(KitError, match=said):
        problems(exercise)


def test_stub_that_gets_points_is_found(exercise):
    """A task whose stub is not "not started" is found."""
    old, new = (
        "### BEGIN SOLUTION\n    return 2 * x",
        "return 2 * x\n    ### BEGIN SOLUTION\n    pass",
    )
    spoil(exercise / "mean_square.py", old, new)

    assert any("Running the stub of `double`" in problem for problem in problems(exercise))


@pytest.mark.parametrize(
    ("threshold", "said"),
    [
        ("value = 0.9\nseeds = 3\nminimum = 0.95\nmean = 0.96\nstd = 0.001", "3 seeds"),
        ("value = 0.96\nseeds = 500\nminimum = 0.95\nmean = 0.97\nstd = 0.001", "so high"),
        ("value = 0.94\nseeds = 500\nminimum = 0.945\nmean = 0.96\nstd = 0.01", "so high"),
    ],
    ids=["few seeds", "above the minimum", "above the quantile"],
)
def test_threshold_without_calibration_is_found(exercise, threshold, said):
    """A threshold that was measured over few seeds, or lies too high, is found."""
    manifest = exercise / "assignment.toml"
    table = f'\n[thresholds.accuracy]\n{threshold}\ndata = "made up"\n'
    manifest.write_text(manifest.read_text(encoding="utf-8") + table, encoding="utf-8")

    (problem,) = problems(exercise)

    assert said in problem


def test_figure_out_of_step_is_found(exercise):
    """A figure that is not what its script draws is found."""
    script = exercise / "figure.py"
    script.write_text(
        "from pathlib import Path\nPath(__file__).with_name('figure.svg').write_text('<svg/>')\n"
    )
    shutil.copy(script, exercise / "figure.svg")

    assert problems(exercise) == ["figure.svg differs from what figure.py draws."]


def test_figure_that_cannot_be_drawn_is_found(exercise):
    """A figure's script that ends with an error is found."""
    (exercise / "figure.py").write_text("raise SystemExit(3)\n")

    assert problems(exercise) == ["figure.py does not run without errors."]
