"""The system calls that a worker may make, by name; everything else is refused.

What Python, numpy and the libraries of an exercise need once they run: files, memory, threads,
time. :mod:`autograder.sandbox.syscall_numbers` is generated from these names; to add one, write it
here and run ``python tests/kit/sandbox/make_syscall_numbers.py``.
"""

# what is open, be it a file or a pipe
DESCRIPTORS = (
    *("read", "readv", "pread64", "preadv", "preadv2"),
    *("write", "writev", "pwrite64", "pwritev", "pwritev2"),
    *("lseek", "close", "close_range", "dup", "dup2", "dup3", "pipe", "pipe2"),
    *("poll", "ppoll", "select", "pselect6"),
    *("fadvise64", "fallocate", "fdatasync", "fsync", "ftruncate"),
    *("copy_file_range", "sendfile"),
)

# files by name; what may be written is decided by mounts or Landlock
FILES = (
    *("open", "openat", "openat2", "creat"),
    *("stat", "lstat", "fstat", "newfstatat", "statx", "statfs", "fstatfs"),
    *("access", "faccessat", "faccessat2", "readlink", "readlinkat"),
    *("getcwd", "chdir", "fchdir", "getdents", "getdents64", "umask"),
    *("mkdir", "mkdirat", "rmdir", "unlink", "unlinkat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"),
    *("getxattr", "lgetxattr", "fgetxattr", "listxattr", "llistxattr", "flistxattr"),
)

# its own memory, which has a limit
MEMORY = ("brk", "madvise", "mincore", "mmap", "mprotect", "mremap", "msync", "munmap")

# its own threads; the filter looks at the arguments of clone
THREADS = (
    *("futex", "set_robust_list", "set_tid_address", "rseq", "arch_prctl", "riscv_flush_icache"),
    *("gettid", "sched_yield", "sched_getaffinity", "sched_getparam", "sched_getscheduler"),
    *("sched_get_priority_max", "sched_get_priority_min", "getcpu", "exit", "exit_group"),
)

# what is asked about itself and the machine
QUESTIONS = (
    *("getpid", "getppid", "getpgrp", "getpgid", "getsid", "getgroups"),
    *("getuid", "geteuid", "getresuid", "getgid", "getegid", "getresgid"),
    *("capget", "getpriority", "getrlimit", "getrusage", "times", "sysinfo", "uname", "getrandom"),
)

# clocks, alarms of its own, and signals that it gets
TIME = (
    *("clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time"),
    *("alarm", "getitimer", "setitimer", "pause", "restart_syscall", "sigaltstack"),
    *("rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend"),
    *("rt_sigtimedwait",),
)

ALLOWED = (*DESCRIPTORS, *FILES, *MEMORY, *THREADS, *QUESTIONS, *TIME)

# allowed or not by their arguments
INSPECTED = ("clone", "clone3", "fcntl", "ioctl", "prctl", "prlimit64")
