"""The filter of system calls: its table against libseccomp, its verdicts by running it."""

import struct

import pytest

from autograder.sandbox import seccomp, syscalls

AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOWED, KILLED, REFUSED, ABSENT = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
TABLES = {
    name: numbers
    for group in (
        "PROCESSES",
        "NAMESPACES",
        "OTHERS",
        "SOCKETS",
        "MEMORY",
        "FILES",
        "SHARED",
        "KERNEL",
    )
    for name, numbers in getattr(syscalls, group).items()
} | syscalls.INSPECTED


def verdict(machine: str, number: int, *arguments: int, audit: int | None = None) -> int:
    """Run the filter as the kernel would."""
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<iIQ6Q", number, audit or AUDIT[machine], 0, *padded)
    instructions = list(struct.iter_unpack("<HBBI", seccomp.program(machine)))
    position = loaded = 0
    while True:
        code, if_true, if_false, operand = instructions[position]
        position += 1
        match code:
            case 0x20:
                (loaded,) = struct.unpack_from("<I", data, operand)
            case 0x06:
                return operand
            case _:
                tests = {
                    0x15: loaded == operand,
                    0x35: loaded >= operand,
                    0x45: bool(loaded & operand),
                }
                position += if_true if tests[code] else if_false


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request: pytest.FixtureRequest) -> str:
    """Give each architecture that the filter knows."""
    return str(request.param)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_table_agrees_with_libseccomp(name: str) -> None:
    """Every number is the one that libseccomp knows, where its version knows the call."""
    library = pytest.importorskip("pyseccomp")
    architectures = (library.Arch.X86_64, library.Arch.AARCH64)
    known = [library.resolve_syscall(architecture, name) for architecture in architectures]

    # -1: newer than the library; other negative numbers: the architecture has no such call
    expected = tuple(number if number >= 0 else None for number in known)
    assert TABLES[name] == expected or known == [-1, -1]


def test_what_numpy_needs_is_allowed(machine: str) -> None:
    """Reading, writing and mapping are allowed."""
    calls = {"x86_64": [0, 1, 9, 10, 11, 12, 202, 257], "aarch64": [63, 64, 222, 226, 215, 98, 56]}

    assert {verdict(machine, number) for number in calls[machine]} == {ALLOWED}


def test_named_calls_are_refused(machine: str) -> None:
    """Each call of the deny list gives the error of a missing permission."""
    verdicts = {verdict(machine, number) for number in syscalls.denied(machine)}

    assert verdicts == {REFUSED}


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("clone", (0x00010000 | 0x100,), ALLOWED),
        ("clone", (17,), REFUSED),
        ("clone", (0x10000000,), REFUSED),
        ("clone3", (), ABSENT),
        ("ioctl", (0, 0x5401), ALLOWED),
        ("ioctl", (0, 0x5412), REFUSED),
        ("ioctl", (0, 0x5412 | 1 << 32), REFUSED),
        ("ioctl", (0, 0x40086602), REFUSED),
        ("ioctl", (0, 0x8901), REFUSED),
        ("fcntl", (0, 3), ALLOWED),
        ("fcntl", (0, 6), REFUSED),
        ("fcntl", (0, 8), REFUSED),
        ("fcntl", (0, 37), REFUSED),
        ("fcntl", (0, 10), REFUSED),
        ("fcntl", (0, 1024), REFUSED),
        ("fcntl", (0, 1026), REFUSED),
        ("fcntl", (0, 1030), ALLOWED),
        ("prctl", (15, 0), ALLOWED),
        ("prctl", (22, 2), REFUSED),
        ("prctl", (78, 1), REFUSED),
        ("prctl", (1, 0), REFUSED),
        ("prlimit64", (0, 1), ALLOWED),
        ("prlimit64", (4711, 0), REFUSED),
    ],
)
def test_arguments_decide(
    machine: str, name: str, arguments: tuple[int, ...], expected: int
) -> None:
    """Some calls are allowed for one purpose and refused for another."""
    assert verdict(machine, syscalls.inspected(machine)[name], *arguments) == expected


def test_calls_of_the_future_do_not_exist(machine: str) -> None:
    """A call that is newer than the table is said not to exist."""
    assert verdict(machine, syscalls.FIRST_UNKNOWN) == ABSENT


def test_other_architectures_are_killed(machine: str) -> None:
    """A call by the convention of another architecture ends the process."""
    assert verdict(machine, 0, audit=0x40000003) == KILLED


def test_x32_calls_are_killed() -> None:
    """The numbers of x32, which would slip past the list, end the process."""
    assert verdict("x86_64", 0x40000000 | 57) == KILLED
