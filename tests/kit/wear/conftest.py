"""Makes the modules beside the tests importable, as ``wear.kinds``."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
