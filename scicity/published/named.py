"""What print names without a number: honours, centres, facilities, members of an alliance, rings round universities.

A list keeps all its places: ten centres are ten rows, though print names three of them.
"""

from pathlib import Path

import pandas as pd

from scicity.published import files, trust

FILE = "named.csv"
LISTS = (
    "honours", "centres", "facilities", "milestones", "alliance", "rings", "fortune500", "expo", "big10", "proj65",
    "carriers", "service_platforms", "programmes", "partners",
)  # fmt: skip
# lists that a programme's name counts: another place in one of them is another version of the programme
COUNTED = {"centres": "ten_rd_innovation_centres", "service_platforms": "ten_service_platforms"}
STAGES = ("", "applied", "approved", "building", "accepted", "promoted", "landing", "planned", "operating")
INPUT = (
    "list", "rank", "name_zh", "name_en", "item", "stage", "dated", "figure_id", "quotation", "source", "title",
    "published_on", "read_at",
)  # fmt: skip
COLUMNS = (*(name for name in INPUT if name != "source"), "publisher", "grade", "link")


def named(folder: Path, figures: pd.DataFrame) -> pd.DataFrame:
    """One row a place of a list, columns as COLUMNS; rank is a number, everything else text, '' where not said.

    figures: `cited.figures(folder)`. A name without quotation and source, an unknown list, stage, figure or source
    raises ValueError naming the row.
    """
    rows = files.read(folder, FILE, INPUT)
    files.refuse_repeated(rows, FILE, ["list", "rank"])
    files.refuse_unknown(rows, FILE, "list", LISTS, "Choose one of them.")
    files.refuse_unknown(rows, FILE, "stage", STAGES, "Choose one of them.")
    files.refuse_unknown(rows, FILE, "figure_id", {"", *figures["figure_id"]}, "Name a cited figure.")
    files.refuse_unlike(rows, FILE, "rank", r"\d+", "a place in the list")
    files.refuse_unlike(rows, FILE, "dated", f"({files.DATE})?", "a date as YYYY-MM-DD, YYYY-MM, YYYY or nothing")
    _refuse_uncited(rows)
    _refuse_miscounted(rows, figures)
    known = rows[rows["name_zh"] != ""].assign(note="", period="")
    judged = trust.judged(known, FILE, folder)[["publisher", "grade", "link"]]
    return rows.assign(rank=rows["rank"].astype(int)).join(judged).fillna("")[list(COLUMNS)].reset_index(drop=True)


def _refuse_uncited(rows: pd.DataFrame) -> None:
    """What is named must say where the name stands; a place without a name says nothing."""
    for column in ("quotation", "source"):
        wrong = rows.index[(rows["name_zh"] != "") != (rows[column] != "")]
        if len(wrong):
            what = "named without it, or given without a name; expected both or neither. Complete the row."
            raise files.fault(FILE, int(wrong[0]), column, what)


def _refuse_miscounted(rows: pd.DataFrame, figures: pd.DataFrame) -> None:
    """A programme of ten has ten places; an eleventh needs a new version of the programme, with its own figure."""
    values = figures.set_index("figure_id")["value"]
    for name, figure in COUNTED.items():
        places = rows.index[rows["list"] == name]
        if len(places) != values[figure]:
            what = (
                f"{len(places)} places found; expected {values[figure]:g} as {figure} says. Cite a new version first."
            )
            raise files.fault(FILE, int(places[-1]) if len(places) else 1, "list", what)
