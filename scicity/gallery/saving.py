"""A named figure into a file, by the file's ending."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import plotly.io as pio

from scicity import contracts, periods, releases
from scicity.charts.look import Look
from scicity.exports import pictures
from scicity.exports.tables import csv_bytes, xlsx_bytes
from scicity.filters import UNITS, Filters
from scicity.gallery.exhibits import EXHIBITS
from scicity.gallery.shown import Shown, show
from scicity.measures import chain, taxonomy
from scicity.warehouse import Value, fetch

PAGE = "<!doctype html><html lang='{language}'><meta charset='utf-8'><title>{title}</title><body>{body}</body></html>"


def save(name: str, release: str, given: dict[str, Value], out: Path, look: Look | None = None) -> None:
    """Writes the figure with the choices `given` (month, span, total, unit, industries, subfields …) to `out`.

    Wrong choices and unknown endings raise ValueError naming what is allowed; a missing browser raises NoPictures.
    """
    look = look or Look(layout="ppt")
    shown = show(name, chosen(release, given, name), look.language)
    out.write_bytes(contents(shown, out.suffix.lower().lstrip("."), look))


def contents(shown: Shown, kind: str, look: Look) -> bytes:
    """The bytes of one file of the figure: png, svg, html, json, csv or xlsx."""
    frame, columns = shown.table()
    if kind == "csv":
        return csv_bytes(frame, shown.about(), columns)
    if kind == "xlsx":
        made = datetime.fromisoformat(releases.manifest(shown.filters.release).published_on)
        return xlsx_bytes(frame, shown.about(), columns, created=made)
    figure = shown.whole(replace(look, unit=shown.filters.unit))
    if kind == "png":
        return pictures.png(figure, about=shown.about())
    if kind == "svg":
        return pictures.svg(figure, about=shown.about())
    if kind == "json":
        return str(figure.to_json()).encode()
    if kind == "html":
        body = pio.to_html(figure, include_plotlyjs=True, full_html=False)
        return PAGE.format(language=look.language, title=shown.title(), body=body).encode()
    raise ValueError(f"'.{kind}' is not a file we can write. Try png, svg, html, json, csv or xlsx.")


def chosen(release: str, given: dict[str, Value], name: str = "") -> Filters:
    """Choices written as words, checked; the latest complete month of the figure's subject when none is named."""
    known = {"month", "span", "total", "unit", "industries", "subfields", "classification", "from_month", "lag"}
    unknown = set(given) - known
    if unknown:
        raise ValueError(f"Unknown choice {', '.join(sorted(unknown))}. Known: {', '.join(sorted(known))}.")
    months = fetch(releases.manifest(release).folder, f"{_subject(name)}/periods")
    latest = months.loc[months["is_complete"], "month"].max()
    filters = Filters(
        release=release,
        month=_one_of("month", given.get("month", latest), months["month"].tolist()),
        span=_one_of("span", given.get("span", "ytd"), periods.SPANS),  # type: ignore[arg-type]
        unit=_one_of("unit", given.get("unit", UNITS[0]), UNITS),  # type: ignore[arg-type]
        classification=_one_of("classification", given.get("classification", "leading"), taxonomy.CLASSIFICATIONS),
        industry_only=_one_of("total", given.get("total", "ALL"), ("ALL", "IND")) == "IND",
        industries=_all_of("industries", given.get("industries", ()), taxonomy.industries()),
        subfields=_all_of("subfields", given.get("subfields", ()), taxonomy.subfields()),
        lag_months=int(_one_of("lag", str(given.get("lag", 0)), [str(months) for months in range(chain.MOST_LAG + 1)])),
    )
    start = given.get("from_month")
    return replace(filters, from_month=_one_of("from_month", start, months["month"].tolist())) if start else filters


def _subject(name: str) -> str:
    """Whose months the figure has; the industry's where the subject has none of its own, or the name is unknown."""
    subject = EXHIBITS[name].query.partition("/")[0] if name in EXHIBITS else ""
    return subject if f"{subject}/periods" in contracts.names() else "industry"


def _one_of(name: str, value: Value, options: tuple[str, ...] | list[str]) -> str:
    if value not in options:
        raise ValueError(f"{name}={value} is not to be had. Choose from {', '.join(options)}.")
    return str(value)


def _all_of(name: str, values: Value, options: list[str]) -> tuple[str, ...]:
    wanted = values if isinstance(values, tuple) else (str(values),)
    return tuple(_one_of(name, value, options) for value in wanted)
