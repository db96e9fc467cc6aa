"""Makes the modules beside the tests importable, as ``zoo.attack`` and so on."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
