"""Numbers of the system calls that the filter names, for each architecture that it knows.

Calls added to Linux since 2019 have the same number everywhere. ``None``: the architecture has no
such call.
"""

X86_64 = "x86_64"
AARCH64 = "aarch64"

# the first number that is not yet given to any call that was looked at for this table
FIRST_UNKNOWN = 470

# new processes; the filter looks at the arguments of clone
PROCESSES = {
    "fork": (57, None),
    "vfork": (58, None),
}

# other views of the file system and of the machine
NAMESPACES = {
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
}

# reading, stopping or slowing down other processes
OTHERS = {
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "ptrace": (101, 117),
    "kcmp": (312, 272),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
}

# talking to anybody
SOCKETS = {
    "socket": (41, 198),
    "socketpair": (53, 199),
}

# memory that the limit on the address space does not count, and message queues
MEMORY = {
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "vmsplice": (278, 75),
}

# changes to files that Landlock does not stop
FILES = {
    "truncate": (76, 45),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
}

# what makes other programs wait, or uses up what all programs of a user or a machine share
SHARED = {
    "io_setup": (206, 0),
    "epoll_create": (213, None),
    "epoll_create1": (291, 20),
    "flock": (73, 32),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "inotify_add_watch": (254, 27),
    "sync": (162, 81),
    "syncfs": (306, 267),
}

# parts of the kernel with a large surface, for administrators, or without a limit of memory
KERNEL = {
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "acct": (163, 89),
    "syslog": (103, 116),
    "personality": (135, 92),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "fanotify_init": (300, 262),
    "lookup_dcookie": (212, 18),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "nfsservctl": (180, 42),
    "uselib": (134, None),
    "vhangup": (153, 58),
    "seccomp": (317, 277),
}

# allowed or not by their arguments
INSPECTED = {
    "clone": (56, 220),
    "clone3": (435, 435),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
}

_COLUMNS = {X86_64: 0, AARCH64: 1}
_DENIED = PROCESSES | NAMESPACES | OTHERS | SOCKETS | MEMORY | FILES | SHARED | KERNEL


def denied(machine: str) -> list[int]:
    """Return the numbers of the calls that are refused whatever their arguments, ascending."""
    column = _COLUMNS[machine]
    numbers = (row[column] for row in _DENIED.values())
    return sorted(number for number in numbers if number is not None)


def inspected(machine: str) -> dict[str, int]:
    """Return the numbers of the calls that the filter decides by their arguments."""
    column = _COLUMNS[machine]
    return {name: row[column] for name, row in INSPECTED.items()}
