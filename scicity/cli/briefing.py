"""The verb `briefing`: a month as a Word file, slides, a PDF or a workbook, or as a short text."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scicity import releases
from scicity.cli import app
from scicity.cli.asking import AsOf
from scicity.cli.printing import show, tell
from scicity.wording import Language


class Kind(StrEnum):
    """What can be written of a month."""

    monthly = "monthly"
    brief = "brief"
    express = "express"


class Spoken(StrEnum):
    """The language of the text."""

    zh = "zh"
    en = "en"


@app.command("briefing")
def briefing_(
    period: Annotated[str, typer.Option("--period", help="The closing month, e.g. 2020-08 (1—2月 is 2020-02).")],
    out: Annotated[Path, typer.Option("--out", help="FILE.docx, .pptx, .pdf or .xlsx; .txt for express.")],
    kind: Annotated[Kind, typer.Option("--kind", help="月度简报, 专报 or 快讯.")] = Kind.monthly,
    as_of: AsOf = "",
    last: Annotated[
        Path | None, typer.Option("--from", help="Last month's .docx, whose hand-written parts stay.")
    ] = None,
    lang: Annotated[Spoken, typer.Option("--lang")] = Spoken.zh,
) -> None:
    """Writes the briefing of a month; refuses a text the linter blocks and a file that differs from its data."""
    # imported here: only this verb writes documents, and no other should wait for their writers
    from scicity import briefing

    language: Language = "zh" if lang is Spoken.zh else "en"
    release = as_of or _current()
    if kind is Kind.express:
        out.write_text(briefing.express(release, period, language), encoding="utf-8")
        tell(f"Wrote {out}")
        return
    ending = out.suffix.lower().lstrip(".")
    document = getattr(briefing, kind.value)(release, period, language, drawn=ending == "pdf")
    if last:
        from scicity.exports import word

        document = briefing.rolled(word.read(last.read_bytes()), document)
    made = briefing.made(document, ending)
    out.write_bytes(made.data)
    if made.complaints:
        show(["rule", "where", "to look at"], [(one.rule, one.where, one.text) for one in made.complaints])
    told = f": {made.numbers} numbers read back and compared with the release, all agree" if made.numbers else ""
    tell(f"Wrote {out}{told}.")


def _current() -> str:
    current = releases.current()
    if not current:
        raise LookupError("There is no release yet. Run `python run.py setup`, or import a report with --publish.")
    return current
