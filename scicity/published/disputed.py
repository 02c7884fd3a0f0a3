"""Where sources agree, contradict each other or break: a short text beside each figure it concerns."""

from pathlib import Path

import pandas as pd

from scicity.published import files

FILE = "contradictions.csv"
READINGS = ("consistent", "contradiction", "break")
COLUMNS = ("number", "reading", "text_zh", "text_en", "figure_id")
INPUT = (*COLUMNS[:-1], "figure_ids")


def contradictions(folder: Path, known: pd.Series) -> pd.DataFrame:
    """One row a matter and figure, columns as COLUMNS; figure_id is '' where what was printed was left out.

    known: the figure_ids there are. An unknown figure or reading, or a missing text raises ValueError naming the row.
    """
    rows = files.read(folder, FILE, INPUT)
    files.refuse_repeated(rows, FILE, ["number"])
    files.refuse_unlike(rows, FILE, "number", r"\d+", "a running number")
    files.refuse_unknown(rows, FILE, "reading", READINGS, "Choose one of them.")
    for column in ("text_zh", "text_en"):
        files.refuse_unlike(rows, FILE, column, ".+", "a text")
    listed = rows.assign(figure_id=rows["figure_ids"].str.split(" ")).explode("figure_id")
    ids, alone = set(known), rows["figure_ids"] == ""
    for row, figure in listed["figure_id"].items():
        if figure not in ids and not alone[row]:
            what = f"'{figure}' is unknown; expected figures of the files, divided by one blank. Correct the name."
            raise files.fault(FILE, int(str(row)), "figure_ids", what)
    return listed.assign(number=listed["number"].astype(int))[list(COLUMNS)].reset_index(drop=True)
