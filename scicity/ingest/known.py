"""What was accepted before, as a new file is compared with it: the enterprises, their months, what was published.

Nothing here is read from disk; whoever keeps the records hands the rows over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from scicity.ingest import forms
from scicity.ingest.schema import Form


@dataclass(frozen=True, eq=False)  # frames have no equality that is true or false
class Known:
    """What was accepted before. Amounts stand in the form's stored unit; an empty part compares nothing.

    latest: by enterprise (the `by` of the check 'jump') its latest amount.
    record: the latest version of every accepted row, in the form's columns; one row a key, missing is NA.
    expected: by month ('YYYY-MM') the codes that must report (应报). A month it does not name expects whoever
        reported the observation before.
    published: by month and sub-field code ('' for all of them) the published amount of the month alone.
    """

    latest: Mapping[str, Decimal] = field(default_factory=dict)
    record: pd.DataFrame = field(default_factory=pd.DataFrame)
    expected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    published: Mapping[tuple[str, str], Decimal] = field(default_factory=dict)


def known_from(rows: pd.DataFrame, form: str | Form, expected: Mapping[str, frozenset[str]] | None = None,
               published: Mapping[tuple[str, str], Decimal] | None = None) -> Known:  # fmt: skip
    """What the latest versions of accepted rows tell about a form; no rows give an empty Known.

    rows: one row a key in the form's columns (more columns do no harm); of two rows with one key the last counts.
    Rows of the demonstration and official rows are not to be mixed: the one is no history of the other.
    """
    form = forms.given(form)
    given = {"expected": expected or {}, "published": published or {}}
    if rows.empty:
        return Known(**given)  # type: ignore[arg-type]
    record = rows[[column.name for column in form.recorded() if column.name in rows]]
    record = record.drop_duplicates(list(form.key), keep="last").reset_index(drop=True)
    return Known(_latest(record, form), record, **given)  # type: ignore[arg-type]


def _latest(record: pd.DataFrame, form: Form) -> dict[str, Decimal]:
    """The last amount of whoever the check 'jump' follows."""
    check = next((one for one in form.checks if one.kind == "jump"), None)
    if check is None:
        return {}
    amount = check.columns[0]
    last = record[record[amount].notna()].sort_values(form.month, kind="stable").drop_duplicates(check.by, keep="last")
    return {code: Decimal(str(value)) for code, value in zip(last[check.by], last[amount], strict=True)}
