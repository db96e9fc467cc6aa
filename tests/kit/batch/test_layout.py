"""Layouts of a class: archives, folders one too high, other assignments, loose files."""

import csv
import shutil
import zipfile

import pytest

RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return 3 * x\n"
FILE = "doubling.py"


@pytest.fixture
def grade(command_line, tiny_course):
    """Grade a path with the tiny course."""
    return lambda path: command_line("grade", path, "--assignment", "01", "--course", tiny_course)


@pytest.fixture
def scores(tmp_path):
    """Read the points of `double` from the table."""

    def read():
        table = tmp_path / "reports" / "01_doubling" / "grades.csv"
        with table.open(encoding="utf-8") as file:
            return {row["student"]: row["double"] for row in csv.DictReader(file)}

    return read


@pytest.fixture
def write(tmp_path):
    """Write files of submissions below a folder, by their paths in it."""

    def files(folder, contents):
        for name, text in contents.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / folder

    return files


CLASS = {"kim": RIGHT, "lee": WRONG, "park": RIGHT}


@pytest.mark.parametrize(
    "place", ["{0}/" + FILE, "class/{0}/" + FILE, "sub/{0}/01_doubling/" + FILE]
)
def test_an_archive_of_a_class_is_a_class(write, grade, scores, tmp_path, place):
    """Each student in the archive is graded, wherever the folders lie in it."""
    folder = write("files", {place.format(name): code for name, code in CLASS.items()})
    archive = shutil.make_archive(str(tmp_path / "class"), "zip", folder)

    done = grade(archive)

    assert done.returncode == 0, done.stderr
    assert scores() == {"kim": "2.0", "lee": "0.0", "park": "2.0"}


def test_an_archive_of_one_student_is_one(write, grade, scores, tmp_path):
    """An old copy in a folder of its own makes no second student."""
    folder = write("files", {FILE: RIGHT, f"old/{FILE}": WRONG})
    shutil.make_archive(str(tmp_path / "kim"), "zip", folder)

    grade(tmp_path / "kim.zip")

    assert list(scores().values()) == ["2.0"]


def test_a_member_that_points_outside_stays_inside(grade, scores, tmp_path):
    """An archive cannot write beside the temporary folder that it is unpacked into."""
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as file:
        for name, code in CLASS.items():
            file.writestr(f"{name}/{FILE}", code)
        file.writestr("../../escaped.py", "")

    done = grade(tmp_path / "class.zip")

    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.parent.rglob("escaped.py"))


@pytest.mark.parametrize("sections", [["monday"], ["monday", "friday"]])
def test_a_folder_one_too_high_is_refused(write, grade, tmp_path, sections):
    """Classes are not students: the sentence names the folder that looks right."""
    places = {f"{section}/{n}/{FILE}": code for section in sections for n, code in CLASS.items()}

    done = grade(write("term", places))

    assert done.returncode == 2
    assert "Grade that folder" in done.stderr
    assert str(tmp_path / "term" / sorted(sections)[0]) in done.stderr.replace("\n", "")
    assert not (tmp_path / "reports").exists()


def test_a_student_with_an_old_copy_is_a_student(write, grade, scores):
    """One of the class has two folders with the file; the class is graded."""
    places = {f"kim/new/{FILE}": RIGHT, f"kim/old/{FILE}": RIGHT, f"lee/{FILE}": RIGHT}

    grade(write("class", places))

    assert scores() == {"kim": "2.0", "lee": "2.0"}


def test_work_on_another_assignment_is_refused(write, grade, tiny_course, tmp_path):
    """Nobody gets no points because the wrong number was typed."""
    for path in list(tiny_course.rglob("01_doubling")):
        shutil.copytree(path, path.with_name("02_second"))
    second = tiny_course / "solutions" / "02_second"
    (second / FILE).rename(second / "second.py")
    manifest = (second / "assignment.toml").read_text(encoding="utf-8")
    renamed = manifest.replace('module = "doubling"', 'module = "second"')
    (second / "assignment.toml").write_text(renamed, encoding="utf-8")

    done = grade(write("class", {f"{name}/second.py": "def triple(x): ..." for name in CLASS}))

    assert done.returncode == 2
    assert "no submission contains doubling.py; 3 contain second.py" in done.stderr
    assert "--assignment 02" in done.stderr
    assert not (tmp_path / "reports").exists()


def test_folders_without_any_work_are_refused(write, grade, tmp_path):
    """A folder of something else is no class of students with no points."""
    done = grade(write("photos", {"2025/a.txt": "", "2026/b.txt": ""}))

    assert done.returncode == 2
    assert "none of its 2 folders contains doubling.py" in done.stderr
    assert not (tmp_path / "reports").exists()


def test_loose_files_are_named(write, grade, scores):
    """A file beside the folders of the students is nobody's, and not passed over silently."""
    folder = write("class", {f"kim/{FILE}": RIGHT, f"lee/{FILE}": RIGHT, "park_doubling.py": RIGHT})

    done = grade(folder)

    assert done.returncode == 0, done.stderr
    assert "in no student's folder: park_doubling.py." in done.stderr
    assert set(scores()) == {"kim", "lee"}
