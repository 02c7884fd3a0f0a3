"""A city of four enterprises in one sub-field: small enough to import, publish and roll back in many times."""

from pathlib import Path

import pandas as pd

from scicity import records

UNIT = 4 * 1000 / 10_000  # what one of a content's steps adds to the cell: four enterprises, from 万元 to 亿元


def rows(content: int, month: str = "2020-08") -> pd.DataFrame:
    """Four enterprises of one sub-field whose outputs are as large as the content says."""
    return pd.DataFrame(
        {
            "sheet": "", "row": range(2, 6), "month": month, "subfield": "NIT-IC",
            "enterprise_code": [f"R{number}" for number in range(4)], "enterprise_name": None, "group_code": None,
            "is_high_tech": True, "is_strategic": False, "output_month": [float(content * 1000)] * 4,
            "output_ytd": [float(content * 2000)] * 4, "base_month": [1000.0] * 4, "base_ytd": [2000.0] * 4,
        }
    )  # fmt: skip


def arrival(content: int, folder: Path, month: str = "2020-08", **about) -> records.Arrival:
    """The report of that content; its file is written into the folder."""
    file = folder / f"{month}-{content}.csv"
    if not file.exists():
        file.write_text(f"report {month} {content}\n", encoding="utf-8")
    return records.Arrival(rows(content, month), file, "enterprise_output", **about)
