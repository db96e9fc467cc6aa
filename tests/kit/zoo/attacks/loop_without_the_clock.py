"""Never finish loading, with the clock of the loading turned off."""

EXPECTED = {"double": ("passed", 2.0), "Growth": ("passed", 3.0)}
SAYS = "Loading your code took longer than 1 s and was stopped."

# %%
import signal

for clock, number in (
    (signal.ITIMER_PROF, signal.SIGPROF),
    (signal.ITIMER_REAL, signal.SIGALRM),
):
    signal.setitimer(clock, 0)
    signal.signal(number, signal.SIG_IGN)
while True:
    pass
