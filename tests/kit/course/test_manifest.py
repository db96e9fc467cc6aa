"""Reading assignment.toml: what is understood, and what is refused in which words."""

from pathlib import Path

import pytest

from autograder.course.manifest import DataSpec, Limits, read_manifest
from autograder.errors import KitError

HEAD = 'schema = 1\nmodule = "net"\ntitle = { en = "Net", ko = "망" }\n'
TASK = '[[task]]\nname = "softmax"\npoints = 2\nhint = { en = "Look.", ko = "보세요." }\n'
GOOD = "[thresholds.a]\nvalue = 0\nseeds = 1\nminimum = 0\nmean = 0\nstd = 0\ndata = ''\n"
SECOND = TASK.replace("softmax", "CEcost")


def _write(folder: Path, text: str) -> Path:
    path = folder / "assignment.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_absent_tables_take_their_defaults(tmp_path):
    """A manifest without limits and data gets the default limits and no data."""
    manifest = read_manifest(_write(tmp_path, HEAD + TASK))
    assert (manifest.limits, manifest.data, manifest.thresholds) == (Limits(), None, {})


def test_everything_is_read(tmp_path):
    """Limits, data, needs and thresholds arrive as they are written."""
    text = HEAD + TASK + SECOND + 'needs = ["softmax"]\nseconds = 20\n'
    text += '[limits]\ncall_seconds = 1\n[data]\nname = "mnist"\nstand_in = "digits"\ntrain = 600\n'
    text += (
        "[thresholds.accuracy]\nvalue = 0.9\nseeds = 50\nminimum = 0.91\nmean = 0.93\nstd = 0.01\n"
    )
    manifest = read_manifest(_write(tmp_path, text + 'data = "mnist"\n'))
    assert manifest.tasks[1].needs == ("softmax",)
    assert manifest.tasks[1].seconds == 20.0
    assert manifest.limits == Limits(call_seconds=1.0)
    assert manifest.data == DataSpec("mnist", stand_in="digits", train=600)
    assert manifest.thresholds["accuracy"].value == 0.9


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "key `schema`: is missing"),
        (HEAD, "key `task`: is missing"),
        (HEAD + "task = []", "key `task`: needs at least one [[task]]"),
        (HEAD + "task = [3]", "task 1: must be a table, not an integer"),
        (HEAD.replace("1", '"1"') + TASK, "key `schema`: must be an integer, not a string"),
        (HEAD.replace("1", "2") + TASK, "key `schema`: must be 1, which is the only version"),
        (HEAD.replace('"net"', '"my net"') + TASK, "key `module`: must be a Python name"),
        (HEAD.replace("망", " ") + TASK, "key `title.ko`: is empty"),
        ("colour = 1\n" + HEAD + TASK, "key `colour`: unknown key"),
        (HEAD + TASK.replace("2", '"2"'), "task 1 (`softmax`), key `points`: must be a number"),
        (HEAD + TASK.replace("2", "0"), "task 1 (`softmax`), key `points`: must be > 0"),
        (HEAD + TASK.replace("2", "inf"), "task 1 (`softmax`), key `points`: must be <="),
        (HEAD + TASK.replace("2", "nan"), "task 1 (`softmax`), key `points`: must be > 0"),
        (HEAD + TASK.replace("points", "point"), "task 1 (`softmax`), key `point`: unknown key"),
        (HEAD + TASK.replace("Look.", ""), "task 1 (`softmax`), key `hint.en`: is empty"),
        (HEAD + TASK.replace("ko", "jp"), "task 1 (`softmax`), key `hint.jp`: unknown key"),
        (HEAD + TASK.replace("softmax", "soft max"), "key `name`: must be a Python name"),
        (HEAD + TASK + TASK, "task 2 (`softmax`), key `name`: is also the name of an earlier task"),
        (HEAD + TASK + 'needs = ["CEcost"]\n' + SECOND, "`CEcost` is not an earlier task"),
        (HEAD + TASK + "needs = [1]", "key `needs[0]`: must be a string, not an integer"),
        (HEAD + TASK + "[limits]\nmemory_mb = 1", "key `limits.memory_mb`: must be >= 256"),
        (HEAD + TASK + "[data]\ntrain = 9", "key `data.name`: is missing"),
        (HEAD + TASK + GOOD + '[thresholds.b]\nvalue = "1"', "key `thresholds.b.value`: must be"),
        ("thresholds = 1\n" + HEAD + TASK, "key `thresholds`: must be a table"),
        (HEAD + TASK + "[thresholds.loss]\nvalue = 1", "key `thresholds.loss.seeds`: is missing"),
    ],
)
def test_a_malformed_manifest_is_answered_with_file_key_and_problem(tmp_path, text, complaint):
    """Each mistake is answered with the file, the key in words, and what is wrong there."""
    path = _write(tmp_path, text)
    with pytest.raises(KitError) as error:
        read_manifest(path)
    assert str(error.value).startswith(f"{path}: ")
    assert complaint in str(error.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [("schema = 1\nmodule =\n", 2), (HEAD + "[[task]\n", 4), ('schema = 1\ntitle = "', 2)],
)
def test_a_syntax_error_is_answered_with_its_line(tmp_path, text, line):
    """What is not TOML at all is answered with the number of the line."""
    with pytest.raises(KitError, match=f"assignment.toml: line {line}: not valid TOML: "):
        read_manifest(_write(tmp_path, text))


def test_other_encodings_are_refused(tmp_path):
    """A manifest saved in another encoding is refused with what to do."""
    path = tmp_path / "assignment.toml"
    path.write_bytes("title = '망'".encode("cp949"))
    with pytest.raises(KitError, match="is not UTF-8 text; save it as UTF-8"):
        read_manifest(path)


def test_a_missing_file_is_named(tmp_path):
    """A manifest that is not there is answered with its name."""
    with pytest.raises(KitError, match=r"assignment.toml: cannot be read: No such file"):
        read_manifest(tmp_path / "assignment.toml")
