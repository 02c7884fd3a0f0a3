"""What the command line prints: tables for people, JSON for programs, progress for a terminal."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table

OUT = Console(soft_wrap=True)
ERROR = Console(stderr=True, soft_wrap=True)


def complain(text: str) -> None:
    ERROR.print(f"[bold]Refused.[/bold] {_plain(text)}", highlight=False)


def tell(text: str) -> None:
    OUT.print(_plain(text), highlight=False)


def dump(value: Any) -> None:  # noqa: ANN401  # anything JSON can hold
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def show(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A plain table; a missing value is an empty cell."""
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*["" if pd.isna(value) else _plain(str(value)) for value in row])
    OUT.print(table)


def step(text: str) -> None:
    """A line of progress on a terminal, nothing in a pipe."""
    if ERROR.is_terminal:
        ERROR.print(f"· {_plain(text)}", highlight=False)


def _plain(text: str) -> str:
    """Square brackets are text here, not markup."""
    return text.replace("[", r"\[")
