"""The filter of system calls: its table against libseccomp, its verdicts by running it."""

import runpy
import struct
from pathlib import Path

import pytest

from autograder.sandbox import seccomp, syscalls
from autograder.sandbox.syscall_numbers import NUMBERS

AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7, "riscv64": 0xC00000F3}
ALLOWED, KILLED, REFUSED, ABSENT = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
NEWEST_OF_THE_TABLES = 469
# of each kind that student code must not have, the calls that attacks begin with
DANGEROUS = [
    *("fork", "vfork", "execve", "execveat", "wait4", "setsid", "setpgid"),
    *("unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "fsopen", "open_tree"),
    *("kill", "tkill", "tgkill", "rt_sigqueueinfo", "ptrace", "process_vm_readv", "pidfd_open"),
    *("socket", "socketpair", "connect", "bind", "sendmsg", "shmget", "msgget", "mq_open"),
    *("memfd_create", "memfd_secret", "userfaultfd", "mlock", "mbind", "pkey_alloc", "vmsplice"),
    *("io_uring_setup", "io_setup", "epoll_create1", "eventfd2", "signalfd4", "timerfd_create"),
    *("timer_create", "inotify_init1", "fanotify_init", "flock", "sync", "splice"),
    *("bpf", "perf_event_open", "keyctl", "add_key", "seccomp", "landlock_create_ruleset"),
    *("setuid", "setresuid", "setgroups", "capset", "setrlimit", "setpriority", "personality"),
    *("chmod", "fchmodat", "fchownat", "utimensat", "setxattr", "truncate", "mknod", "mknodat"),
    *("init_module", "kexec_load", "reboot", "swapon", "acct", "syslog", "quotactl", "iopl"),
    *("clock_settime", "adjtimex", "name_to_handle_at", "open_by_handle_at", "move_pages"),
]


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


@pytest.fixture(params=AUDIT)
def machine(request: pytest.FixtureRequest) -> str:
    """Give each architecture that the filter knows."""
    return str(request.param)


def test_table_is_what_libseccomp_says() -> None:
    """The module of numbers is the one that its generator writes."""
    pytest.importorskip("pyseccomp")
    generator = runpy.run_path(str(Path(__file__).with_name("make_syscall_numbers.py")))

    written = generator["TARGET"].read_text(encoding="utf-8")

    assert written == generator["source"]()


@pytest.mark.parametrize("name", syscalls.ALLOWED)
def test_named_calls_are_allowed(machine: str, name: str) -> None:
    """Each call of the list is allowed where the architecture has it."""
    number = NUMBERS[machine].get(name, NUMBERS[machine]["read"])

    assert verdict(machine, number) == ALLOWED


@pytest.mark.parametrize("name", DANGEROUS)
def test_dangerous_calls_are_refused(name: str) -> None:
    """Calls that student code must not make give the error of a missing permission."""
    library = pytest.importorskip("pyseccomp")
    numbers = {
        machine: library.resolve_syscall(getattr(library.Arch, machine.upper()), name)
        for machine in AUDIT
    }

    # a negative number: the architecture has no such call
    verdicts = {verdict(machine, number) for machine, number in numbers.items() if number >= 0}

    assert verdicts == {REFUSED}


def test_everything_else_is_refused(machine: str) -> None:
    """A number that the list does not name is refused, whatever call it is or may become."""
    others = set(range(NEWEST_OF_THE_TABLES + 1)) - set(NUMBERS[machine].values())

    assert {verdict(machine, number) for number in others} == {REFUSED}


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
    assert verdict(machine, NUMBERS[machine][name], *arguments) == expected


@pytest.mark.parametrize("number", [NEWEST_OF_THE_TABLES + 1, 999, 0x3FFFFFFF])
def test_calls_of_the_future_do_not_exist(machine: str, number: int) -> None:
    """A call that is newer than the filter is said not to exist, so that libraries fall back."""
    assert verdict(machine, number) == ABSENT


def test_other_architectures_are_killed(machine: str) -> None:
    """A call by the convention of another architecture ends the process."""
    assert verdict(machine, 0, audit=0x40000003) == KILLED


def test_x32_calls_are_killed() -> None:
    """The numbers of x32, which would slip past the list, end the process."""
    assert verdict("x86_64", 0x40000000 | 57) == KILLED
