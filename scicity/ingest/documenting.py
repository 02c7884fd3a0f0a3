"""The documentation page of a form, written from the form itself, so that it says what the reader does."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scicity import places
from scicity.ingest import forms
from scicity.ingest.schema import Check, Column, Form
from scicity.measures import taxonomy
from scicity.wording import LANGUAGES, Language, say

ENDINGS: dict[Language, str] = {"zh": ".md", "en": ".en.md"}
GENERAL = ("types", "required", "duplicate", "units", "totals", "cells", "file")  # what every form is checked for


def form_page(form: str | Form, language: Language = "zh") -> str:
    """Columns with names, types, units, allowed values and examples; checks; a file as an example. Markdown.

    An unknown form raises ValueError.
    """
    form = forms.given(form)
    parts = [
        f"# {form.title(language)}",
        say("doc_generated", language, name=form.name),
        _about(form, language),
        f"## {say('doc_columns', language)}",
        _columns(form, language),
        *_lists(form, language),
        f"## {say('doc_checks', language)}",
        _checks(form, language),
        f"## {say('doc_example', language)}",
        _example(form, language),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def write_pages(form: str | Form) -> list[Path]:
    """Writes the page of a form in both languages to docs/forms/; returns the paths."""
    form = forms.given(form)
    places.FORM_DOCS.mkdir(parents=True, exist_ok=True)
    written = []
    for language in LANGUAGES:
        path = places.FORM_DOCS / f"{form.name}{ENDINGS[language]}"
        path.write_text(form_page(form, language), encoding="utf-8")
        written.append(path)
    return written


def _about(form: Form, language: Language) -> str:
    keys = _listed((form.column(name).header(language) for name in form.key), language)
    lines = [say("doc_key", language, keys=keys)]
    if form.has_amounts:
        units = _listed(form.units, language)
        lines.append(say("doc_units", language, units=units, stored=form.stored_unit))
    lines.append(say("doc_blank", language, name=form.name))
    return "\n".join(f"- {line}" for line in lines)


def _listed(texts: Iterable[str], language: Language) -> str:
    return say("ingest_list", language).join(texts)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ([cell.replace("|", "\\|") for cell in line] for line in (head, ["---"] * len(head), *rows))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _columns(form: Form, language: Language) -> str:
    head = [say(f"doc_head_{one}", language) for one in ("column", "other", "type", "duty", "names", "note", "example")]
    other: Language = "en" if language == "zh" else "zh"
    rows = [
        [column.header(language), column.header(other), _type(form, column, language),
         say("doc_required" if column.required else "doc_optional", language),
         _listed((f"`{column.name}`", *column.aliases), language), column.note(language), column.example]
        for column in form.columns
    ]  # fmt: skip
    return _table(head, rows)


def _type(form: Form, column: Column, language: Language) -> str:
    unit = form.stored_unit if column.type == "amount" else column.unit
    said = say(f"doc_type_{column.type}", language)
    return say("doc_unit_of", language, type=said, unit=unit) if unit else said


def _lists(form: Form, language: Language) -> Iterator[str]:
    """What a choice or a sub-field may be."""
    for column in form.of_type("choice"):
        yield f"### {say('form_choices', language, header=column.header(language))}"
        head = [say(f"doc_head_{one}", language) for one in ("option", "code", "names")]
        yield _table(head, ([option.name(language), f"`{option.code}`", _listed(option.aliases, language)]
                            for option in column.options))  # fmt: skip
    for column in form.of_type("subfield"):
        yield f"### {say('form_choices', language, header=column.header(language))}"
        names = [f"{taxonomy.item(one).name(language)} `{one}`" for one in taxonomy.subfields()]
        yield _listed([*names, f"{say('form_other', language)} `{taxonomy.OTHER}`"], language)


def _checks(form: Form, language: Language) -> str:
    lines = [say(f"doc_check_{one}", language) for one in GENERAL if form.has_amounts or one != "units"]
    return "\n".join(f"- {line}" for line in [*lines, *(_check(form, check, language) for check in form.checks)])


def _check(form: Form, check: Check, language: Language) -> str:
    columns = _listed((form.column(name).header(language) for name in check.columns), language)
    by = form.column(check.by).header(language) if check.by else ""
    said = say(f"doc_check_{check.kind}", language, columns=columns, by=by)
    return say("doc_severity", language, check=said, severity=say(f"doc_{check.severity}", language))


def _example(form: Form, language: Language) -> str:
    """A file of the form with one row, as CSV; columns without an example are left out."""
    shown = [column for column in form.columns if column.example or column.required]
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow([column.header(language) for column in shown])
    writer.writerow([column.example for column in shown])
    return f"```csv\n{table.getvalue()}```"
