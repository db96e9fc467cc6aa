"""Seeds: the same at a regrade, new for each course and code; the secret is kept well."""

import stat

import numpy as np
import pytest

from autograder.course.secret import SECRET_FILE, course_secret
from autograder.errors import KitError
from autograder.judge.plugin import check_generator, submission_seed

ONE = (b"secret", "03", "digest")


def test_seed_is_the_same_at_a_regrade():
    """The same submission has the same seed."""
    assert submission_seed(*ONE) == submission_seed(*ONE)


@pytest.mark.parametrize(
    "other",
    [
        (b"other", "03", "digest"),
        (b"secret", "06", "digest"),
        (b"secret", "03", "changed"),
    ],
    ids=["course", "assignment", "code"],
)
def test_seed_depends_on_all_that_identifies_a_submission(other):
    """Another course, assignment or code has another seed."""
    assert submission_seed(*ONE) != submission_seed(*other)


def test_seed_is_exact_in_json():
    """A seed is below 2⁴⁸, so that readers that know only doubles keep it."""
    assert 0 <= submission_seed(*ONE) < 2**48


def test_checks_have_generators_of_their_own():
    """Two checks of one submission do not share their random numbers."""
    assert check_generator(1, "test_a").random() != check_generator(1, "test_b").random()


def test_generator_is_reproducible():
    """A check draws the same numbers at every run."""
    first, second = (check_generator(1, "test_a").normal(size=3) for _run in range(2))

    assert np.array_equal(first, second)


def test_secret_is_made_once_for_its_owner_alone(tmp_path):
    """The secret is made at the first grading, kept, and readable by its owner only."""
    first, second = course_secret(tmp_path), course_secret(tmp_path)

    assert first == second
    assert len(first) == 64
    assert stat.S_IMODE((tmp_path / SECRET_FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [SECRET_FILE]


def test_courses_have_different_secrets(tmp_path):
    """No two courses share a secret."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert course_secret(tmp_path / "a") != course_secret(tmp_path / "b")


def test_unwritable_course_is_said(tmp_path):
    """A course whose secret cannot be made is refused in a sentence."""
    with pytest.raises(KitError, match="is neither readable nor writable"):
        course_secret(tmp_path / "absent")
