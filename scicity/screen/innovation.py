"""The pieces of the pages on incubators and R&D platforms: cards, lists with all their places, and what print says."""

from collections.abc import Iterable
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from scicity import narrative, periods
from scicity.exports.columns import TableColumn
from scicity.filters import Filters
from scicity.measures import taxonomy
from scicity.narrative import innovation
from scicity.narrative.cards import Card
from scicity.screen import sources, tables
from scicity.screen.answers import answer
from scicity.screen.blocks import chip, notes_html, show_list
from scicity.screen.choices import pick_one, pick_switch, spoken
from scicity.wording import say

WHOLE, NATIONAL = "incubators_municipal_plus", "incubators_national"
PLATFORMS, ADDED = "rd_platforms_municipal_plus", "state_key_labs_added"
FACILITY_FIGURES = ("cwtd_invest", "cwtd_area", "core_biobank_sampled_2021")
RING_FIGURES = ("spb_univ_circle_projects_in_use", "zcdsq_univ_circles_2021h1", "zcdsq_univ_circle_teams_2021h1")
ALLIANCE = ("no", "name", "contracts", "spinoffs", "stay")


def choose(subject: str, filters: Filters) -> tuple[Filters, str]:
    """The page's own choices: which part of the subject, and the ending of the stock figure's name.

    '' for month ends, '_quarter' for quarter ends, '_events' for month ends of all platforms with the honours marked.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices_page"):
        part = _pick_part(subject)
        suffix = "_quarter" if pick_switch("stock_by", ("month", "quarter"), "month") == "quarter" else ""
        marked = subject == "platforms" and pick_switch("events", ("off", "on"), "off") == "on"
    # an honour is of the science city, not of one of its parts
    return replace(filters, part=part), "_events" if marked and not suffix and not part else suffix


def _pick_part(subject: str) -> str:
    language = spoken()
    known = answer(f"{subject}/part_names")
    groups = [say(f"part_{one}", language) for one in known["classification"]]
    names = {
        part: say("part_one", language, group=group, part=name)
        for part, group, name in zip(known["part"], groups, known[f"name_{language}"], strict=True)
    }
    return pick_one(
        "part", ["", *names], "", say("part_label", language), lambda part: names.get(part, say("part_all", language))
    )


def headline(subject: str, filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """The page's title: how many stand at the end of the month on show."""
    language = spoken()
    told = innovation.stock(answer(f"{subject}/stock", months=(filters.month,), part=""), subject, language)
    return told.headline, told.subline, ()


def incubator_cards(filters: Filters) -> list[Card]:
    """The two published counts, what follows from them, and what nobody published."""
    whole, national = _figure(WHOLE), _figure(NATIONAL)
    derived = innovation.derived_cards(whole["value"], national["value"], spoken())
    return [_published(whole), _published(national), *derived]


def incubator_work(filters: Filters) -> list[Card]:
    """What the incubators of the ledger report for the month."""
    return _work("incubators", filters, ("tenants", "graduates", "area", "survival"))


def platform_cards(filters: Filters) -> list[Card]:
    """The 169 as published, the laboratory added, the stock of them nobody published, and the ledger's staff."""
    cards = [_published(_figure(PLATFORMS)), _published(_figure(ADDED), stock=False)]
    return [*cards, innovation.missing_card("skl", spoken()), *_work("platforms", filters, ("staff",))]


def show_doubt() -> None:
    """What sources say differently about the 169, beside it."""
    language = spoken()
    readings = sources.notes_of(pd.Series([PLATFORMS])).get(PLATFORMS, [])
    with st.container(key="panel_doubt"):
        lines = [*readings, say("innovation_doubt_level", language)]
        show_list(say("innovation_doubt", language), say("innovation_doubt_line", language), lines)


def show_centres() -> None:
    """Exactly the ten tiles print plans; what it does not name is 待命名, what it does not date has no bar."""
    language = spoken()
    rows = answer("platforms/named", list="centres")
    named = int((rows["name_zh"] != "").sum())
    tiles = "".join(_tile(row) for row in rows.to_dict("records"))
    with st.container(key="panel_centres"):
        _heading("innovation_centres", say("innovation_centres_line", language, n=named))
        st.html(f"<div class='kxc kxc-tiles'>{tiles}</div>")
        st.html(notes_html([say("innovation_centres_note", language)]))


def show_facilities() -> None:
    """Each facility with its stage, its dated milestones and the figures print gives of it."""
    language = spoken()
    milestones = answer("platforms/named", list="milestones")
    lines = [_staged(row) for row in answer("platforms/named", list="facilities").to_dict("records")]
    lines += [_milestone(row) for row in milestones.to_dict("records")]
    lines += [_told(figure) for figure in map(_figure, FACILITY_FIGURES)]
    lines += [say("innovation_not_opened", language), say("innovation_plan_none", language)]
    with st.container(key="panel_facilities"):
        _heading("innovation_facilities", say("innovation_facilities_line", language))
        _list(lines)


def show_alliance() -> None:
    """Fourteen rows always; what is not reported is grey, and there is no ranking."""
    language = spoken()
    rows = answer("platforms/named", list="alliance")
    missing = say("innovation_missing", language)
    frame = pd.DataFrame(
        [
            {
                "no": str(row["rank"]),
                "name": row[f"name_{language}"] or say("innovation_alliance_unnamed", language),
                **dict.fromkeys(ALLIANCE[2:], missing),
            }
            for row in rows.to_dict("records")
        ]
    )
    title = say("innovation_alliance", language)
    columns = [TableColumn(name, say(f"innovation_alliance_{name}", language), "text") for name in ALLIANCE]
    with st.container(key="panel_alliance"):
        _heading("innovation_alliance", say("innovation_alliance_line", language))
        st.html(f"<div class='kxc kxc-missing'>{tables.table_html(frame, columns, language, title)}</div>")
        st.html(notes_html([say("innovation_alliance_note", language)]))


def show_rings() -> None:
    """The rings in words: print gives no borders. Figures of other territories stand below, each with its own."""
    language = spoken()
    lines = [
        say("innovation_ring", language, name=row[f"name_{language}"], stage=say(f"stage_{row['stage']}", language),
            quotation=row["quotation"])
        for row in answer("platforms/named", list="rings").to_dict("records")
    ]  # fmt: skip
    with st.container(key="panel_rings"):
        _heading("innovation_rings", say("innovation_rings_line", language))
        _list(lines)
        st.html(notes_html([say("innovation_rings_note", language)]))
        _list(_told(figure) for figure in map(_figure, RING_FIGURES))


def _figure(figure_id: str) -> pd.Series:
    found = answer("published/figures", search=figure_id, domain="", grades=("official", "press"))
    return found[found["figure_id"] == figure_id].iloc[0]


def _published(figure: pd.Series, stock: bool = True) -> Card:
    language = spoken()
    period = periods.range_label(figure["period_start"], figure["period_end"], language)
    # the article gives its stocks no date: its words are kept, our month of reference is not
    period = say("innovation_undated", language) if figure["period_kind"] == "stock" else period
    label = say("card_published", language, name=figure[f"indicator_{language}"], period=period)
    printed = figure[f"printed_{language}"]
    return narrative.published_card(label, printed, figure["publisher"], figure["published_on"], language, stock)


def _work(subject: str, filters: Filters, names: tuple[str, ...]) -> list[Card]:
    standing = answer(f"{subject}/stock", months=(filters.month,), part="")["total_count"]
    rows = answer(f"{subject}/work", month=filters.month)
    return innovation.work_cards(rows, standing.iloc[0] if len(standing) else 0, filters.month, names, spoken())


def _heading(key: str, line: str) -> None:
    language = spoken()
    title = f"{escape(say(key, language))} {chip('press', language)}"
    st.html(f"<div class='kxc'><h2>{title}</h2><div class='kxc-line'>{escape(line)}</div></div>")


def _list(lines: Iterable[str]) -> None:
    st.html(f"<div class='kxc'><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul></div>")


def _tile(row: dict) -> str:
    """One place of the programme: its name, its sub-field, its stage and date as far as print says."""
    language = spoken()
    if not row["name_zh"]:
        name = escape(say("innovation_unnamed", language))
        return f"<div class='kxc-tile open'><b>{row['rank']}</b><i>{name}</i></div>"
    field = taxonomy.item(row["item"])
    stage = say(f"stage_{row['stage']}", language) if row["stage"] else say("innovation_no_stage", language)
    date = periods.range_label(row["dated"][:7], row["dated"][:7], language) or say("innovation_no_date", language)
    return (
        f"<div class='kxc-tile'><b>{row['rank']}</b><span>{escape(row[f'name_{language}'])}</span>"
        f"<span class='ind-{field.parent}'>{escape(field.name(language))}</span>"
        f"<i>{escape(stage)}　{escape(date)}</i></div>"
    )


def _staged(row: dict) -> str:
    language = spoken()
    stage = say("innovation_stage_said", language, stage=say(f"stage_{row['stage']}", language))
    return say("innovation_label", language, what=row[f"name_{language}"], period=stage)


def _milestone(row: dict) -> str:
    language = spoken()
    day = periods.range_label(row["dated"][:7], row["dated"][:7], language)
    told = say("innovation_milestone", language, day=day, stage=say(f"stage_{row['stage']}", language),
               quotation=row["quotation"], publisher=row["publisher"])  # fmt: skip
    return say("innovation_label", language, what=row[f"name_{language}"], period=told)


def _told(figure: pd.Series) -> str:
    language = spoken()
    period = periods.range_label(figure["period_start"], figure["period_end"], language)
    return say("innovation_figure_of", language, name=figure[f"indicator_{language}"],
               printed=figure[f"printed_{language}"], period=period, publisher=figure["publisher"])  # fmt: skip
