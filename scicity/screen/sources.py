"""What stands beside the cited figures: claims of rank, contradictions of sources, versions of the classification."""

from functools import cache
from html import escape

import pandas as pd
import streamlit as st

from scicity import periods
from scicity.charts.anatomy import alt, on_page
from scicity.charts.look import Caption
from scicity.charts.versions import versions as drawn
from scicity.exports.columns import TableColumn
from scicity.measures import versions
from scicity.screen import figures, tables
from scicity.screen.answers import answer
from scicity.screen.choices import spoken
from scicity.wording import Language, say


def notes_of(figures_found: pd.Series) -> dict[str, list[str]]:
    """The readings that concern each of these figures, worded, by figure_id."""
    language = spoken()
    matters = answer("published/contradictions")
    matters = matters[matters["figure_id"].isin(figures_found)]
    found: dict[str, list[str]] = {}
    for row in matters.to_dict("records"):
        found.setdefault(row["figure_id"], []).append(_worded(row, language))
    return found


def show_claims() -> None:
    """Claims of rank as text, in the order of their time: what, of what, among what, by whom, when."""
    language = spoken()
    rows = answer("published/claims")
    frame = rows.assign(
        claim=rows[f"text_{language}"],
        claim_about=rows[f"about_{language}"],
        claim_scope=rows[f"scope_{language}"],
        period_label=[
            periods.range_label(*ends, language) for ends in zip(rows["period_start"], rows["period_end"], strict=True)
        ],
        grade_words=[say(f"published_grade_{grade}", language) for grade in rows["grade"]],
        note_words=rows["note_zh" if language == "zh" else "note"],
    )
    names = (
        "claim",
        "claim_about",
        "claim_scope",
        "period_label",
        "quotation",
        "publisher",
        "published_on",
        "grade_words",
        "note_words",
    )
    title = say("claims", language, n=len(frame))
    with st.container(key="panel_claims"):
        _heading(title, say("claims_line", language))
        tables.show_table(frame, _columns(names, language), language, title)


def show_contradictions() -> None:
    """Every matter once, with its reading and the figures it concerns as they were printed."""
    language = spoken()
    matters = answer("published/contradictions")
    known = answer("published/figures", search="", domain="", grades=("official", "press", "unverified"))
    printed = dict(
        zip(
            known["figure_id"],
            zip(known[f"indicator_{language}"], known[f"printed_{language}"], strict=True),
            strict=True,
        )
    )
    frame = pd.DataFrame(
        [_matter(rows, printed, language) for _, rows in matters.groupby("number", sort=True)],
        columns=["number", "reading_words", "text", "figures"],
    )
    title = say("contradictions", language, n=len(frame))
    with st.container(key="panel_contradictions"):
        _heading(title, say("contradictions_line", language))
        columns = _columns(("number", "reading_words", "text", "figures"), language)
        st.html(tables.twin_html(frame, columns, language, title))


def show_versions() -> None:
    """The versions as a line of time with its breaks, as a table, and the mapping from V1 to V2."""
    language = spoken()
    frame = _versions(language)
    title = say("versions", language)
    caption = Caption(say("versions_headline", language), title, (), "press")
    with st.container(key="panel_versions"):
        _heading(say("versions_headline", language), say("versions_line", language))
        figure = on_page(drawn(frame, figures.look("wide")), caption, figures.look("wide"))
        st.plotly_chart(
            figure, theme=None, key="plot_versions", config=figures.CONFIG, alt=alt(caption, "versions", language)
        )
        names = ("version", "first_seen", "industries", "version_source", "version_note")
        tables.show_table(frame, _columns(names, language), language, title)
        _heading(say("mapping", language), "")
        columns = _columns(("old_name", "new_name", "mapping_kind", "note_words"), language)
        tables.show_table(_mapping(language), columns, language, say("mapping", language))


def _matter(rows: pd.DataFrame, printed: dict[str, tuple[str, str]], language: Language) -> dict[str, object]:
    first = rows.iloc[0]
    named = [" ".join(printed[one]) for one in rows["figure_id"] if one in printed]
    return {
        "number": str(first["number"]),
        "reading_words": say(f"reading_{first['reading']}", language),
        "text": first[f"text_{language}"],
        "figures": say("tell_semicolon", language).join(named) or say("reading_left_out", language),
    }


def _worded(row: dict, language: Language) -> str:
    reading = say(f"reading_{row['reading']}", language)
    return say("reading_note", language, reading=reading, text=row[f"text_{language}"])


@cache
def _versions(language: Language) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "version": one.version,
                "from_month": one.from_month,
                "first_seen": periods.range_label(one.from_month, one.from_month, language),
                "label": _label(one, language),
                "is_in_use": one.version == versions.IN_USE,
                "industries": one.text("industries", language),
                "version_source": f"{one.text('source', language)} {one.seen_on}",
                "version_note": one.text("note", language),
            }
            for one in versions.versions()
        ]
    )


def _label(one: versions.Version, language: Language) -> str:
    counts = {"version": one.version, "industries": one.industries_count, "subfields": one.subfields_count}
    if not one.industries_count:
        return say("versions_bar_key", language, **counts)
    if not one.subfields_count:
        return say("versions_bar_plain", language, **counts)
    tracks = one.version != versions.IN_USE
    return say("versions_bar_tracks" if tracks else "versions_bar", language, **counts)


def _mapping(language: Language) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "old_name": one.text("old", language),
                "new_name": one.text("new", language),
                "mapping_kind": say(f"mapping_{one.kind}", language),
                "note_words": one.text("note", language),
            }
            for one in versions.mapping()
        ]
    )


def _columns(names: tuple[str, ...], language: Language) -> list[TableColumn]:
    return [TableColumn(name, say(f"column_{name}", language), "text") for name in names]


def _heading(title: str, line: str) -> None:
    below = f"<div class='kxc-line'>{escape(line)}</div>" if line else ""
    st.html(f"<div class='kxc'><h2>{escape(title)}</h2>{below}</div>")
