"""The verb that reads figures out of a text: facts."""

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from scicity.cli import app
from scicity.cli.building import AsJson
from scicity.cli.printing import dump, show, step, tell


@app.command()
def facts(
    file: Annotated[str, typer.Argument(help="A text file (UTF-8), or - for what is piped in.")],
    published: Annotated[
        str, typer.Option("--published", help="Day the text was published, YYYY-MM-DD; settles 今年 and bare months.")
    ] = "",
    source: Annotated[str, typer.Option("--source", help="Who printed the text; goes into every row.")] = "",
    out: Annotated[
        Path | None, typer.Option("--out", help="Write rows in the columns of article_facts.csv here.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Lists the figures that a bulletin or article prints, as candidates to confirm; changes nothing."""
    # imported here: only this verb waits for the published figures
    from scicity.ingest import news

    found = news.candidates(_text(file), _day(published))
    rows = news.as_rows(found, source, published)
    if out:
        _write(rows, news.COLUMNS, out)
        tell(f"Wrote {len(rows)} candidates to {out}. Confirm each against its quotation before it is used.")
    elif as_json:
        dump([{**one.__dict__, "name": one.name} for one in found])
    else:
        shown = ("indicator_zh", "value", "unit", "qualifier", "period", "scope", "quotation")
        show(shown, [[row[column] for column in shown] for row in rows])
        step(f"{len(rows)} candidates")


def _text(file: str) -> str:
    """The text of the file, or of what is piped in; another encoding than UTF-8 or GB 18030 is refused."""
    written = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError(f"{file}: the text is neither UTF-8 nor GB 18030. Save it as a plain text file in UTF-8.")


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise typer.BadParameter(f"--published '{published}' is no day; write it as YYYY-MM-DD.") from None


def _write(rows: list[dict[str, str]], columns: tuple[str, ...], out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
