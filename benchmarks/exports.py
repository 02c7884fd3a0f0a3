"""How long files take on this machine once it is warm: python benchmarks/exports.py.

Prints seconds: one picture, a batch of fifteen, one native slide, a deck of twelve slides, a workbook, a CSV.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scicity import gallery, releases  # noqa: E402
from scicity.charts.look import Look  # noqa: E402
from scicity.exports import slides  # noqa: E402
from scicity.exports.document import Document, Masthead  # noqa: E402
from scicity.filters import Filters  # noqa: E402
from scicity.gallery.blocks import figure_block  # noqa: E402
from scicity.gallery.saving import contents  # noqa: E402

SLIDES, PICTURES = 11, 15  # and a cover


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return round(time.perf_counter() - started, 3)


def median(work: Callable[[], object]) -> float:
    return sorted(timed(work) for _ in range(5))[2]


def main() -> None:
    filters, look = Filters(releases.current(), "2020-08"), Look(layout="ppt")
    every = [gallery.show(name, filters) for name in gallery.EXHIBITS]
    native = [figure_block(one) for one in every if one.plots()][:SLIDES]
    whole = Document("basket", "简报", Masthead("", "", "", "", ""), tuple(native), native[0].about)
    first = {"png_first_s": timed(lambda: contents(every[0], "png", look))}
    told = {
        f"{kind}_s": median(lambda kind=kind: contents(every[0], kind, look)) for kind in ("png", "pptx", "xlsx", "csv")
    }
    batch = {f"png_{PICTURES}_s": timed(lambda: [contents(one, "png", look) for one in every[:PICTURES]])}
    sys.stdout.write(json.dumps({**first, **told, "deck_12_s": median(lambda: slides.deck(whole)), **batch}) + "\n")


if __name__ == "__main__":
    main()
