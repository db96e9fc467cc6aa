"""Print, for each kind and door, the points: ``python tests/kit/wear/table.py [DOOR ...]``."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from wear.doors import DOORS, assignment_of, kinds_of
from wear.kinds import KINDS


def main(*names: str) -> None:
    """Grade, and print one line a kind."""
    wanted = names or tuple(DOORS)
    graded = {}
    for door in wanted:
        graded[door] = {}
        for number in sorted({kind.number for kind in KINDS.values()}):
            with tempfile.TemporaryDirectory() as root:
                graded[door] |= DOORS[door](Path(root), number, kinds_of(door, number))
    print("| kind | deserves |", " | ".join(wanted), "|")
    print("|---|---:|", "---:|" * len(wanted), sep="")
    for name, kind in KINDS.items():
        most = sum(task.points for task in assignment_of(kind.number).tasks)
        cells = [
            f"{found[name].share * most:.2f}" if name in found else "-" for found in graded.values()
        ]
        print(f"| {name} | {kind.share * most:g} |", " | ".join(cells), "|")
    print("\n## Remarks\n")
    for door, found in graded.items():
        for name, result in found.items():
            print(f"- {door} · {name}: {result.remarks!r}")


if __name__ == "__main__":
    main(*sys.argv[1:])
