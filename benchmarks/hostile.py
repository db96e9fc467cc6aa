"""What hostile submissions cost the others: a class of 200 with every tenth one hostile.

    python benchmarks/hostile.py [STUDENTS]

The hostile ones are attacks of ``tests/kit/zoo``, spread over the list. The same class is graded
with honest work in their places, before. Every honest submission must have all its points, and no
file outside of the reports may have changed.
"""

import csv
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests" / "kit"))

from zoo.attack import ATTACKS, Attack, honest  # noqa: E402
from zoo.surroundings import Surroundings, environment  # noqa: E402

from autograder.sandbox.probe import best_level  # noqa: E402

EVERY = 10


def main(students: str = "200") -> None:
    """Measure, and print what came of it."""
    level, number = best_level(), int(students)
    attacks = [attack for attack in ATTACKS if level in attack.levels]
    chosen = attacks[:: max(1, len(attacks) // (number // EVERY))][: number // EVERY]
    peaceful, seconds = grade(number, []), grade(number, chosen)
    print(f"{number} submissions, level {level}, seconds: {peaceful:.1f} without attacks,")
    print(f"{seconds:.1f} with {len(chosen)}: {', '.join(attack.name for attack in chosen)}")


def grade(number: int, attacks: Sequence[Attack]) -> float:
    """Grade a class on a machine of its own; return the seconds that it took."""
    honest_ones = {f"student_{n:03}" for n in range(number)}
    with Surroundings() as machine:
        for place, attack in enumerate(attacks):
            student = f"student_{place * EVERY:03}"
            honest_ones.remove(student)
            machine.hand_in(student, attack.assemble(machine.known))
        for student in honest_ones:
            machine.hand_in(student, f"{honest()}\n# {student}\n")
        machine.open_to_everybody()
        before, start = machine.snapshot(), time.perf_counter()
        subprocess.run(
            [
                sys.executable, "-m", "autograder", "grade", machine.submitted,
                "--assignment", "01", "--course", machine.course, "--out", machine.out,
            ],
            env=environment(machine, best_level()), check=True, capture_output=True,
        )  # fmt: skip
        seconds = time.perf_counter() - start
        assert machine.snapshot() == before
        with (machine.out / "grades.csv").open(encoding="utf-8", newline="") as file:
            scores = {row["student"]: float(row["score"]) for row in csv.DictReader(file)}
    assert len(scores) == number
    assert {scores[student] for student in honest_ones} == {5.0}
    return seconds


if __name__ == "__main__":
    main(*sys.argv[1:])
