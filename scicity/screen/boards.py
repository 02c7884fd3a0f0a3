"""The boards of key projects: ten places, sixty-five places, and the carriers, which are not projects.

Print gives names for some and dates for none: a place without a name stays 待命名, and no light is lit without a date.
"""

from datetime import date
from html import escape

import pandas as pd
import streamlit as st

from scicity import releases
from scicity.exports.columns import TableColumn
from scicity.measures import taxonomy
from scicity.measures.lights import light
from scicity.screen import tables
from scicity.screen.answers import answer
from scicity.screen.blocks import chip
from scicity.screen.choices import chosen, spoken
from scicity.wording import say


def headline() -> tuple[str, str, tuple[str, ...]]:
    """The page's title and what its lists are."""
    return say("page_boards", spoken()), say("boards_line", spoken()), (say("projects_note_scopes", spoken()),)


def show_ten() -> None:
    """The ten-row board with a light and its reason a row."""
    _show("big10", say("boards_big10_line", spoken()), lit=True)


def show_sixty_five() -> None:
    """The sixty-five places, named or not; a project that stands in both lists is marked."""
    rows = answer("projects/named", list="proj65")
    named = int((rows["name_zh"] != "").sum())
    _show("proj65", say("boards_proj65_line", spoken(), named=named, rest=len(rows) - named), lit=True)


def show_carriers() -> None:
    """The carriers that are named, apart from the projects and never counted with them."""
    _show("carriers", say("boards_carriers_line", spoken()), lit=False)


def _show(name: str, line: str, lit: bool) -> None:
    language = spoken()
    rows = _worded(answer("projects/named", list=name))
    kinds = [("rank", "count"), ("project", "text"), ("field", "text"), ("lists", "text")]
    kinds += [("light", "text"), ("reason", "text")] if lit else []
    # a column in which nothing stands only takes room
    kinds = [(one, kind) for one, kind in kinds if kind == "count" or (rows[one] != "").any()]
    columns = [TableColumn(one, say(f"column_{one}", language), kind) for one, kind in kinds]  # type: ignore[arg-type]
    title = say(f"boards_{name}", language)
    with st.container(key=f"panel_{name}"):
        mark = chip("press", language)
        head = f"<h2>{escape(title)} {mark}</h2><div class='kxc-line'>{escape(line)}</div>"
        st.html(f"<div class='kxc'>{head}</div>")
        tables.show_table(rows, columns, language, title)


def _worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The places in words. `dated` of a list is the due date where print gives a whole day."""
    language = spoken()
    today = date.fromisoformat(releases.manifest(chosen().release).published_on)
    judged = [light(_day(text), None, today) for text in rows["dated"]]
    return rows.assign(
        project=[name or say("boards_unnamed", language) for name in rows[f"name_{language}"]],
        field=[taxonomy.item(code).name(language) if code else "" for code in rows["item"]],
        lists=[say("boards_both", language) if count > 1 else "" for count in rows["lists_count"]],
        light=[say(f"light_{one.light}", language) for one in judged],
        reason=[say(f"light_why_{one.light}", language, due=due, days=one.days)
                for one, due in zip(judged, rows["dated"], strict=True)],
    )  # fmt: skip


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == len("2020-01-01") else None
