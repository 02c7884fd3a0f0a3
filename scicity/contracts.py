"""A query is a file with a contract: its header says what it answers, its grain, its parameters and its columns."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scicity import places

KEYS = ("answers", "grain", "params", "columns", "source")


@dataclass(frozen=True)
class Contract:
    """The header of one query file and its statement."""

    name: str
    answers: str
    grain: str
    params: tuple[str, ...]
    columns: tuple[str, ...]
    source: str
    statement: str


@cache
def contract(name: str) -> Contract:
    """The contract of queries/`name`.sql. An unknown query or an incomplete header raises ValueError saying so."""
    path = places.QUERIES / f"{name}.sql"
    if not path.is_file():
        raise ValueError(f"There is no query '{name}'. Known: {', '.join(names())}.")
    return read(name, path.read_text(encoding="utf-8"))


def read(name: str, text: str) -> Contract:
    """Reads a contract from the text of a query file."""
    header = dict(re.findall(r"^-- *(\w+): *(.*)$", text, re.M))
    missing = [key for key in KEYS if key not in header]
    if missing:
        raise ValueError(
            f"The header of query '{name}' lacks {', '.join(missing)}: write one line '-- key: …' for each."
        )
    return Contract(
        name=name,
        answers=header["answers"],
        grain=header["grain"],
        params=_listed(header["params"]),
        columns=_listed(header["columns"]),
        source=header["source"],
        statement=text,
    )


def names() -> list[str]:
    """All queries a release can be asked, as 'subject/question' (marts are not among them)."""
    found = (path.relative_to(places.QUERIES) for path in places.QUERIES.glob("*/*.sql"))
    return sorted(path.with_suffix("").as_posix() for path in found if path.parts[0] != "marts")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def mart_files(subject: str) -> list[Path]:
    """The mart files of a subject, for fingerprints."""
    return sorted((places.QUERIES / "marts" / subject).glob("*.sql"))
