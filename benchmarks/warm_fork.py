"""Load files and make recorded calls in forks of one process: ``warm_fork.py RECORDING N FILES``.

``N`` forks run at a time. The second floor of benchmarks/peers.py: nothing is imported anew.
"""

import os
import sys

from plain_calls import main

recording, at_a_time, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
running = 0
for file in files:
    if running == at_a_time:
        os.wait()
        running -= 1
    running += 1
    if os.fork() == 0:
        main(file, recording)
        os._exit(0)
for _fork in range(running):
    os.wait()
