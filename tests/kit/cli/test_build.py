"""``autograder build`` as a course author runs it."""


def test_build_then_check(command_line, tiny_course):
    """A fresh course is out of step, and in step after a build."""
    before = command_line("build", "--check", cwd=tiny_course)
    built = command_line("build", cwd=tiny_course)
    after = command_line("build", "--check", cwd=tiny_course)
    assert [run.returncode for run in (before, built, after)] == [1, 0, 0]
    assert "assignments/01_doubling/doubling.py: is missing\n" in before.stdout
    assert before.stdout.endswith("out of date; run `autograder build`\n")
    assert "assignments/01_doubling/doubling.py\n" in built.stdout
    assert built.stdout.endswith("6 files changed\n")


def test_check_writes_nothing(command_line, tiny_course):
    """With --check no folder is made."""
    command_line("build", "--check", "--course", tiny_course)
    assert not (tiny_course / "assignments").exists()


def test_a_faulty_exercise_is_one_sentence(command_line, tiny_course, tiny_solution):
    """A mistake in an exercise ends with 2 and one sentence, without a traceback."""
    source = tiny_solution / "doubling.py"
    source.write_text(source.read_text().replace("    ### END SOLUTION\n", "", 1))
    run = command_line("build", "--course", tiny_course)
    sentence = (
        f"autograder: {source}: line 26: this BEGIN is inside the solution that began in line 13"
    )
    assert (run.returncode, run.stdout, run.stderr) == (2, "", sentence + "\n")


def test_outside_of_a_course(command_line):
    """Outside of a course the command ends with 2 and says what to do."""
    run = command_line("build")
    assert run.returncode == 2
    assert run.stderr.endswith("or use --course DIR\n")
