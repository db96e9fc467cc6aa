"""Load files and make recorded calls in forks of one process: ``warm_fork.py RECORDING N FILES``.

``N`` forks run at a time. A floor of benchmarks/peers.py: nothing is imported anew, nothing judged.
"""

import sys

from forks import in_forks
from plain_calls import main

recording, at_a_time, *files = sys.argv[1:]
in_forks(lambda file: main(file, recording), files, int(at_a_time))
