"""What a page may ask: named queries on the release the reader chose."""

import pandas as pd

from scicity import releases
from scicity.screen.choices import chosen
from scicity.warehouse import Value, fetch


def answer(name: str, **params: Value) -> pd.DataFrame:
    """The rows of a named query on the release on show; treat the frame as frozen."""
    return fetch(releases.manifest(chosen().release).folder, name, **params)
