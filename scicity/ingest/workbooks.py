"""Workbooks from the parent's side: the child process is started, watched, and its answer read line by line."""

import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Any

import orjson

from scicity import places
from scicity.ingest.cells import Broken, Cell, Grid, Merged, Row, Source
from scicity.ingest.findings import Refused

SECONDS = 60.0
MODULE = "scicity.ingest.child"
SHOWN = "scicity.ingest.shown"

log = logging.getLogger(__name__)


def opened(path: Path, kind: str) -> Source:
    """The visible sheets of a workbook. A child that dies or takes more than a minute is a refusal."""
    answer, hidden = _asked(path, kind, MODULE)
    return Source(kind, hidden=hidden, grids=_grids(answer))


def opened_as_shown(path: Path, kind: str) -> tuple[Source, tuple[Grid, ...], dict[str, Any]]:
    """The workbook with all its rows at once, and what `shown` says of each sheet; for tables that fit a page."""
    answer, hidden = _asked(path, kind, SHOWN)
    grids = tuple(replace(grid, rows=iter(list(grid.rows))) for grid in _grids(answer))
    return Source(kind, hidden=hidden), grids, _line(answer)


def _asked(path: Path, kind: str, module: str) -> tuple[IO[bytes], tuple[str, ...]]:
    """The child's answer after its first line, and the names of the hidden sheets."""
    answer = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the rows are read
    command = [sys.executable, "-m", module, str(path.resolve()), kind]
    environment = {**os.environ, "PYTHONPATH": str(places.PROJECT), "OMP_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.PIPE, timeout=SECONDS,
            cwd=places.PROJECT, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Refused("reader_slow", seconds=f"{SECONDS:g}") from error
    if done.returncode != 0:
        log.error("reading %s: child ended with %s: %s", path.name, done.returncode, done.stderr[-2000:])
        raise Refused("reader_died")
    answer.seek(0)
    head = orjson.loads(answer.readline())
    if "refused" in head:
        raise _refused(head)
    return answer, tuple(head["hidden"])


def _refused(line: dict[str, Any]) -> Refused:
    return Refused(line["refused"], found=line["found"], **line["values"])


def _grids(answer: IO[bytes]) -> Iterator[Grid]:
    """One grid after the other; each must be read to its end before the next is asked for."""
    line = _line(answer)
    while "end" not in line:
        if "refused" in line:
            raise _refused(line)
        following: list[dict[str, Any]] = []
        yield Grid(
            line["sheet"],
            _rows(answer, following),
            hidden_rows=line["hidden_rows"],
            hidden_columns=line["hidden_columns"],
        )
        line = following[0]


def _rows(answer: IO[bytes], following: list[dict[str, Any]]) -> Iterator[Row]:
    while isinstance(line := _line(answer), list):
        yield line[0], [_cell(value) for value in line[1:]]
    following.append(line)


def _line(answer: IO[bytes]) -> Any:  # noqa: ANN401 - a row or a head
    line = answer.readline()
    if not line:
        raise Refused("reader_died")
    return orjson.loads(line)


def _cell(value: Any) -> Cell:  # noqa: ANN401
    if not isinstance(value, dict):
        return value
    if "date" in value:
        return date.fromisoformat(value["date"])
    if "merged" in value:
        shows = _cell(value["merged"])
        return Merged(None if isinstance(shows, Broken | Merged) else shows)
    return Broken(value["broken"], value["text"])
