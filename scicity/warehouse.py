"""Named queries on one release. The same release and the same question always give the same frame.

Each release's files are attached read-only to an in-memory DuckDB, once per process; every query takes a cursor of
its own. A release never changes, so an answer is kept for as long as the process lives.
"""

import threading
from functools import lru_cache
from pathlib import Path

import duckdb
import pandas as pd

from scicity.contracts import contract

Value = str | int | float | bool | tuple[str, ...]
KEPT_OPEN = 8

_lock = threading.Lock()
_opened: dict[str, duckdb.DuckDBPyConnection] = {}


class UnknownParameters(ValueError):
    """A query was called with other parameters than its header declares."""


def fetch(release: Path, name: str, **params: Value) -> pd.DataFrame:
    """The rows of queries/`name`.sql on the release in that folder.

    params: exactly those the header declares; lists are given as tuples. The frame is shared between callers: treat it
    as frozen, copy before changing. Other parameters or other columns than the header's raise ValueError.
    """
    declared, given = set(contract(name).params), set(params)
    if declared != given:
        raise UnknownParameters(
            f"Query '{name}' takes {', '.join(sorted(declared)) or 'nothing'} but was given "
            f"{', '.join(sorted(given)) or 'nothing'}. Pass every declared parameter, or change the header of "
            f"queries/{name}.sql."
        )
    return _answer(str(release), name, tuple(sorted(params.items())))


@lru_cache(maxsize=2048)
def _answer(release: str, name: str, params: tuple[tuple[str, Value], ...]) -> pd.DataFrame:
    asked = contract(name)
    bound = {key: list(value) if isinstance(value, tuple) else value for key, value in params}
    cursor = _open(release).cursor()
    try:
        frame = cursor.execute(asked.statement, bound or None).df()
    finally:
        cursor.close()
    if tuple(frame.columns) != asked.columns:
        raise ValueError(
            f"Query '{name}' gave {', '.join(frame.columns)} but its header promises {', '.join(asked.columns)}."
        )
    return frame


def forget(release: Path) -> None:
    """Closes the files of a trial release, so that they can be removed. Its folder's name never comes again."""
    with _lock:
        connection = _opened.pop(str(release), None)
    if connection:
        connection.close()


def _open(release: str) -> duckdb.DuckDBPyConnection:
    """The database of the release; of all opened ones those asked last stay open."""
    with _lock:
        _opened[release] = _opened.pop(release) if release in _opened else _attached(release)
        while len(_opened) > KEPT_OPEN:
            del _opened[next(iter(_opened))]
        return _opened[release]


def _attached(release: str) -> duckdb.DuckDBPyConnection:
    """An in-memory database with each file of the release attached by its name, unable to reach anything else."""
    files = sorted(Path(release).glob("*.duckdb"))
    if not files:
        raise FileNotFoundError(f"Release {Path(release).name} has no files: publish again or roll back.")
    connection = duckdb.connect(config={"threads": 2, "autoinstall_known_extensions": False})
    for file in files:
        quoted = str(file).replace("'", "''")
        connection.execute(f"attach '{quoted}' as {file.stem} (read_only)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection
