"""A named figure into a file, by the file's ending; every number is read back before the file is handed out."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import plotly.io as pio

from scicity import contracts, periods, places, releases
from scicity.charts.look import Layout, Look
from scicity.exports import paper, parity, pictures, slides, tidy
from scicity.exports.document import FigureBlock
from scicity.exports.tables import csv_bytes, xlsx_bytes
from scicity.filters import UNITS, Filters
from scicity.gallery.blocks import figure_block
from scicity.gallery.exhibits import EXHIBITS
from scicity.gallery.shown import Shown, show
from scicity.measures import chain, taxonomy
from scicity.warehouse import Value, fetch
from scicity.wording import LANGUAGES

# why a file was not made, each with a `sentence` for readers
REFUSALS = (pictures.NoPictures, parity.Differs, paper.NoFonts)
KINDS = ("png", "svg", "pdf", "pptx", "xlsx", "csv", "parquet", "html", "json")
# layouts of files, and how many pixels of a picture one of theirs is: A4 in print resolution
SCALES: dict[Layout, float] = {"ppt": 2, "ppt_body": 2, "a4": 2.4, "a4_half": 2.4, "wechat": 2, "wall": 2}


@dataclass(frozen=True)
class Made:
    """One file. numbers: how many of its numbers were read back and agree with their cells; 0 for a picture."""

    data: bytes
    numbers: int


def save(name: str, release: str, given: dict[str, Value], out: Path, look: Look | None = None) -> int:
    """Writes the figure with the choices `given` (month, span, axis2, unit, industries …) to `out`.

    Returns how many numbers were compared. Wrong choices and unknown endings raise ValueError naming what is allowed;
    a missing browser raises NoPictures, a file that differs from its data parity.Differs.
    """
    look = look or Look(layout="ppt")
    beside = _one_of("axis2", given.get("axis2", "no"), ("no", "yes")) == "yes"
    others = {key: value for key, value in given.items() if key != "axis2"}
    shown = show(name, chosen(release, others, name), look.language)
    file = made(shown, out.suffix.lower().lstrip("."), look, beside)
    out.write_bytes(file.data)
    return file.numbers


def file_look(layout: str, language: str = "zh") -> Look:
    """How a file is drawn; a layout or language that is not to be had raises ValueError naming those that are."""
    return Look(
        language=_one_of("language", language, LANGUAGES),  # type: ignore[arg-type]
        layout=_one_of("layout", layout, list(SCALES)),  # type: ignore[arg-type]
    )


def contents(shown: Shown, kind: str, look: Look) -> bytes:
    """The bytes of one file of the figure, read back and compared."""
    return made(shown, kind, look).data


def made(shown: Shown, kind: str, look: Look, second_axis: bool = False) -> Made:
    """One file of the figure: png, svg, pdf, pptx, xlsx, csv, parquet, html or json.

    second_axis: growth in the same native chart as scale. Raises as `save`.
    """
    if kind not in KINDS:
        raise ValueError(f"'.{kind}' is not a file we can write. Try {', '.join(KINDS)}.")
    block = figure_block(shown, second_axis)
    data = _written(shown, block, kind, replace(look, unit=shown.filters.unit))
    found = parity.checked(kind, data, block)
    if found.differences:
        raise parity.Differs(found)
    return Made(data, found.numbers)


def template(ending: str) -> bytes | None:
    """The unit's own template of that kind: the first by name in the data home's templates/; None without one."""
    found = sorted(places.templates().glob(f"*.{ending}"))
    return found[0].read_bytes() if found else None


def _written(shown: Shown, block: FigureBlock, kind: str, look: Look) -> bytes:
    frame, about, columns = block.frame, block.about, block.columns
    if kind == "csv":
        return csv_bytes(frame, about, columns)
    if kind == "parquet":
        return tidy.parquet_bytes(frame, about, columns)
    if kind == "xlsx":
        return xlsx_bytes(frame, about, columns, created=datetime.fromisoformat(about.as_of), drawn=block)
    if kind == "pptx":
        return slides.figure_slide(_pictured(shown, block, look), template("pptx"))
    return _drawn(shown, block, kind, look)


def _drawn(shown: Shown, block: FigureBlock, kind: str, look: Look) -> bytes:
    frame, about, columns = block.frame, block.about, block.columns
    if kind == "pdf":
        paged = replace(look, layout="a4", mode="light")
        return paper.figure_pdf(pictures.svg(shown.whole(paged), about=about), about, alt=block.alt)
    figure = shown.whole(look)
    if kind == "png":
        return pictures.png(figure, SCALES[look.layout], about=about)
    if kind == "svg":
        return pictures.svg(figure, about=about)
    if kind == "json":
        return tidy.json_bytes(figure.to_plotly_json(), frame, about, columns)
    drawn = pio.to_html(figure, include_plotlyjs=True, full_html=False)
    return tidy.html_bytes(drawn, frame, about, columns)


def _pictured(shown: Shown, block: FigureBlock, look: Look) -> FigureBlock:
    """With the figure's picture where it has no native form and a browser is there; without one, its table alone."""
    if block.plots:
        return block
    body = replace(look, layout="ppt_body", mode="light")
    try:
        return replace(block, png=pictures.png(shown.whole(body), about=block.about))
    except pictures.NoPictures:
        return block


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
