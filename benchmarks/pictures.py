"""How long a picture takes: the first one opens the browser, the others find it open.

Usage: python benchmarks/pictures.py (needs a built data home and a browser)
"""

import json
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scicity import gallery, releases  # noqa: E402
from scicity.charts.look import Look  # noqa: E402
from scicity.exports import pictures  # noqa: E402
from scicity.filters import Filters  # noqa: E402
from scicity.gallery.saving import contents  # noqa: E402


def timed(act) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def main() -> None:
    shown = gallery.show("contribution", Filters(releases.current(), "2020-08"))
    look = Look(layout="ppt")
    measured = {"png_first_s": timed(lambda: contents(shown, "png", look))}
    for kind in ("png", "svg", "xlsx", "csv"):
        seconds = [timed(lambda kind=kind: contents(shown, kind, look)) for _ in range(7)]
        measured[f"{kind}_warm_s"] = statistics.median(seconds)
    with ThreadPoolExecutor(20) as readers:
        measured["png_20_readers_s"] = timed(
            lambda: list(readers.map(lambda _: contents(shown, "png", look), range(20)))
        )
    pictures.painter().close()
    print(json.dumps({name: round(seconds, 3) for name, seconds in measured.items()}))


if __name__ == "__main__":
    main()
