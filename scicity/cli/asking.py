"""Verbs that ask a release: query, queries, indicators, chart, reconcile."""

import json
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from scicity import contracts, measures, reconcile, releases, warehouse
from scicity.cli import app
from scicity.cli.building import AsJson
from scicity.cli.printing import complain, dump, show, tell

AsOf = Annotated[str, typer.Option("--as-of", help="Answer from this release instead of the current one.")]
Pairs = Annotated[list[str] | None, typer.Argument(help="Choices as key=value; a list is written a,b,c.")]


@app.command()
def query(
    name: str,
    pairs: Pairs = None,
    as_of: AsOf = "",
    format: Annotated[str, typer.Option("--format", help="table, csv, json, parquet or xlsx")] = "table",
    out: Annotated[Path | None, typer.Option("--out", help="Where parquet and xlsx go.")] = None,
) -> None:
    """Asks a named query. `queries` lists them with their parameters."""
    known = contracts.contract(name).params
    frame = warehouse.fetch(_folder(as_of), name, **_values(pairs or [], lists=_lists(known)))
    if format == "table":
        show(frame.columns, frame.itertuples(index=False))
    elif format == "csv":
        typer.echo(frame.to_csv(index=False), nl=False)
    elif format == "json":
        dump(json.loads(frame.to_json(orient="records", force_ascii=False)))
    elif format in ("parquet", "xlsx") and out:
        frame.to_parquet(out) if format == "parquet" else _sheet(frame, out)
        tell(f"Wrote {out}")
    else:
        raise typer.BadParameter("--format is table, csv or json, or parquet or xlsx together with --out FILE.")


@app.command()
def queries(as_json: AsJson = False) -> None:
    """Lists what a release can be asked."""
    known = [contracts.contract(name) for name in contracts.names()]
    if as_json:
        keys = ("name", "answers", "grain", "params", "columns", "source")
        dump([{key: getattr(one, key) for key in keys} for one in known])
        return
    show(["query", "answers", "params"], [(one.name, one.answers, ", ".join(one.params)) for one in known])


@app.command()
def indicators(as_json: AsJson = False) -> None:
    """Lists every indicator with definition, unit and source."""
    known = list(measures.indicators().values())
    if as_json:
        dump([one.__dict__ for one in known])
        return
    show(
        ["indicator", "name", "unit", "kind", "definition"],
        [(one.code, one.name_zh, one.unit, one.kind, one.definition_zh) for one in known],
    )


@app.command()
def chart(
    name: str,
    out: Annotated[
        Path, typer.Option("--out", help="FILE.png, .svg, .pdf, .pptx, .xlsx, .csv, .parquet, .html, .json")
    ],
    pairs: Pairs = None,
    as_of: AsOf = "",
    layout: Annotated[
        str, typer.Option("--layout", help="ppt, ppt_body, a4, a4_half, wechat or wall (pictures)")
    ] = "ppt",
    language: Annotated[str, typer.Option("--language", help="zh or en")] = "zh",
) -> None:
    """Writes a named figure as a file, e.g. `chart monthly_scale month=2020-08 axis2=yes --out scale.pptx`."""
    # imported here: only this verb draws, and no other should wait for the drawing library
    from scicity import gallery

    given = _values(pairs or [], lists={"industries", "subfields"})
    try:
        numbers = gallery.save(name, as_of or _current(), given, out, gallery.file_look(layout, language))
    except gallery.REFUSALS as refused:
        raise ValueError(refused.sentence("en")) from refused
    tell(f"Wrote {out}" + (f" ({numbers} numbers compared with their cells, all agree)" if numbers else ""))


@app.command("reconcile")
def reconcile_(as_of: AsOf = "", as_json: AsJson = False) -> None:
    """Recomputes every published figure that the records imply; exit 1 on any difference."""
    found = reconcile.reconcile(_folder(as_of))
    wrong = [one for one in found if not one.agrees]
    if as_json:
        dump([{**one.__dict__, "agrees": one.agrees} for one in found])
    else:
        show(
            ["published figure", "printed", "recomputed", "agrees"],
            [(one.figure_id, one.printed, one.recomputed, "yes" if one.agrees else "NO") for one in found],
        )
        tell(f"{len(found)} published figures recomputed from the records, {len(wrong)} differ.")
    if wrong:
        complain(f"Differs from what was published: {', '.join(one.figure_id for one in wrong)}.")
        raise typer.Exit(1)


def _current() -> str:
    current = releases.current()
    if not current:
        raise LookupError("There is no release yet. Run `python run.py setup`, or import a report with --publish.")
    return current


def _folder(as_of: str) -> Path:
    return releases.manifest(as_of or _current()).folder


def _lists(params: tuple[str, ...]) -> set[str]:
    return {name for name in params if name in ("items", "kinds", "series", "grades")}


def _values(pairs: list[str], lists: set[str]) -> dict[str, warehouse.Value]:
    """key=value words as parameters; raises a usage error for anything else."""
    found: dict[str, warehouse.Value] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key:
            raise typer.BadParameter(f"'{pair}' is not of the form key=value.")
        found[key] = tuple(part for part in value.split(",") if part) if key in lists else value
    return found


def _sheet(frame: pd.DataFrame, out: Path) -> None:
    """A bare sheet for programs; text stays text, never a formula."""
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs=options) as writer:
        frame.to_excel(writer, index=False, sheet_name="query")
