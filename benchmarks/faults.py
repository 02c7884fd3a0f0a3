"""The long run of tests/faults: 200 kills, 100 releases before 50 readers. Prints what pytest says; some minutes.

python benchmarks/faults.py
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    command = [sys.executable, "-m", "pytest", "tests/faults", "-q", "--durations=0", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"SCICITY_FAULTS": "long"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
