"""Claims of rank (首个, 唯一, 率先): text with owner, scope and date; nothing here can be sorted into a ranking."""

from pathlib import Path

import pandas as pd

from scicity.published import cited, files, trust

FILE = "claims.csv"
INPUT = (
    "claim_id", "text_zh", "text_en", "about_zh", "about_en", "scope_zh", "scope_en", "period", "quotation", "source",
    "published_on", "read_at", "figure_id",
)  # fmt: skip
COLUMNS = (
    "claim_id", "text_zh", "text_en", "about_zh", "about_en", "scope_zh", "scope_en", "period_start", "period_end",
    "quotation", "publisher", "published_on", "grade", "link", "note", "note_zh", "figure_id",
)  # fmt: skip


def claims(folder: Path, figures: pd.DataFrame) -> pd.DataFrame:
    """One row a claim, columns as COLUMNS, all text. figures: whose ids a claim may name.

    A claim without text, scope, quotation or a known source, or whose quotation does not hold its text, raises
    ValueError naming the row; a missing date of publication is stated in the note.
    """
    rows = files.read(folder, FILE, INPUT)
    files.refuse_repeated(rows, FILE, ["claim_id"])
    for column in ("text_zh", "text_en", "about_zh", "about_en", "scope_zh", "scope_en", "period", "quotation"):
        files.refuse_unlike(rows, FILE, column, ".+", "a text; a claim needs owner, scope and words")
    files.refuse_unlike(rows, FILE, "period", cited.PERIOD, "YYYY, YYYY-MM, or two of them with a slash")
    files.refuse_unknown(rows, FILE, "figure_id", {"", *figures["figure_id"]}, "Name a figure of the two files.")
    for row, text, quotation in rows[["text_zh", "quotation"]].itertuples():
        if text not in quotation:
            what = f"'{quotation}' does not hold '{text}'; expected the words of the page. Correct one of them."
            raise files.fault(FILE, row, "quotation", what)
    ends = rows["period"].str.partition("/")
    told = trust.judged(rows.assign(note=""), FILE, folder)
    told["period_start"] = ends[0]
    told["period_end"] = ends[2].where(ends[1] == "/", ends[0])
    return told[list(COLUMNS)].reset_index(drop=True)
