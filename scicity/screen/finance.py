"""The pieces of the page on science finance: places, platform, funds, credit loans, and the reported case."""

from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from scicity import periods
from scicity.exports.columns import TableColumn
from scicity.filters import UNITS, Filters, Unit
from scicity.measures import components
from scicity.narrative import finance as told
from scicity.narrative import finance_cards as cards
from scicity.screen import tables
from scicity.screen.answers import answer
from scicity.screen.blocks import chip, notes_html, show_cards
from scicity.screen.choices import chosen, pick_switch, spoken
from scicity.wording import say

GRADES = ("official", "press")
SERVICES = range(1, 7)
PLATFORM = ("gaoxinjinfu_enterprises", "gaoxinjinfu_institutions", "gaoxinjinfu_products",
            "gaoxinjinfu_matched_demands", "gaoxinjinfu_matched_amount")  # fmt: skip
FUNDS = ("shuangcheng_fund_2020_04", "tech_transfer_fund_2020_05", "shuangcheng_fund_size", "tech_transfer_fund_size",
         "shuangcheng_fund_2021_total", "shuangcheng_fund_2021_first", "cq_shuangcheng_fund_2021")  # fmt: skip


def choose() -> Filters:
    """The shared choices in the page's unit; stocks and running totals have no month and year to date of their own."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="choices_page"):
        unit: Unit = "10k_yuan" if pick_switch("unit", UNITS, UNITS[0]) == "10k_yuan" else "100m_yuan"
    return replace(chosen(), unit=unit, span="month")


def headline(filters: Filters) -> tuple[str, str, tuple[str, ...]]:
    """The platform's running totals as the page's title."""
    language, rows = spoken(), _platform(filters)
    line = say("finance_line", language, period=periods.label(filters.month, "month", language))
    if rows.empty or str(rows.iloc[-1]["period"]) != filters.month:
        return say("page_technology", language), line, (say("finance_no_platform", language),)
    return cards.platform_headline(rows.iloc[-1], language, filters.unit), line, ()


def show_slots() -> None:
    """The three places of 1+1+N, neutral until the office assigns something to them."""
    language = spoken()
    places = "".join(_slot(one) for one in components.slots())
    with st.container(key="panel_slots"):
        _heading("finance_slots", "finance_slots_line")
        st.html(f"<div class='kxc kxc-slots'>{places}</div>{notes_html([say('finance_named', language)])}")


def show_services() -> None:
    """The six services of the platform, as the article names them."""
    language = spoken()
    rows = "".join(f"<li>{escape(say(f'finance_service_{n}', language))}</li>" for n in SERVICES)
    with st.container(key="panel_services"):
        mark = chip("press", language)
        st.html(f"<div class='kxc'><h2>{escape(say('finance_services', language))} {mark}</h2><ol>{rows}</ol></div>")


def show_platform(filters: Filters) -> None:
    """The platform's cards and the formulas behind the two that are worked out."""
    language, rows = spoken(), _platform(filters)
    now = rows[rows["period"] == filters.month]
    if now.empty:
        return
    before = rows[rows["period"] == periods.previous(filters.month)]
    made = cards.platform(now.iloc[0], before.iloc[0] if len(before) else None, language, filters.unit)
    show_cards([*made, *cards.cited(_figures("finance", PLATFORM[-1:]), language)])
    lines = "".join(f"<p>{escape(line)}</p>" for line in cards.formulas(now.iloc[0], language))
    title = escape(say("finance_formulas", language))
    with st.container(key="panel_formulas"):
        st.html(f"<div class='kxc'><details><summary>{title}</summary>{lines}</details></div>")


def show_printed() -> None:
    """The platform's published figures with their words."""
    _cited("printed", "finance_printed", "finance_printed_line", PLATFORM)


def show_statements() -> None:
    """Everything published about the funds, oldest first; what contradicts stands side by side."""
    _cited("statements", "finance_statements", "finance_statements_line", FUNDS)


def show_fund_sum(filters: Filters) -> None:
    """The sum of the target sizes: off by default, and shown only after the reader has seen what it may hide."""
    language = spoken()
    stated = answer("finance/funds", month=filters.month)
    if len(stated) < 2:
        return
    with st.container(key="panel_fund_sum"):
        if not st.toggle(say("finance_sum", language), key="fund_sum"):
            return
        st.html(notes_html([say("finance_sum_warning", language)]))
        if st.checkbox(say("finance_sum_confirm", language), key="fund_sum_confirmed"):
            text = say("finance_sum_told", language, sum=told.sum_of_funds(stated, language))
            st.html(f"<div class='kxc'><b>{escape(text)}</b></div>")


def show_credit(filters: Filters) -> None:
    """The cards of the credit loans, all paid since the start."""
    language = spoken()
    rows = answer("finance/credit", month=filters.month)
    st.html(f"<div class='kxc'><h2>{escape(say('finance_credit', language))}</h2></div>")
    whole = rows[rows["level"] == "total"]
    if whole.empty:
        st.html(notes_html([say("finance_credit_none", language)]))
        return
    show_cards(cards.credit(whole.iloc[0], language, filters.unit))


def show_case() -> None:
    """The one reported case, apart from every count and average."""
    language = spoken()
    found = _figures("case_credit")
    line = say("finance_case_line", language)
    with st.container(key="panel_case"):
        title, mark = escape(say("finance_case", language)), chip("press", language)
        st.html(f"<div class='kxc'><h2>{title} {mark}</h2><div class='kxc-line'>{escape(line)}</div></div>")
        show_cards(cards.cited(found, language))
        st.html(notes_html(dict.fromkeys(found["scope"])))


def _platform(filters: Filters) -> pd.DataFrame:
    return answer("finance/platform", from_month="0000-00", to_month=filters.month)


def _figures(domain: str, wanted: tuple[str, ...] = ()) -> pd.DataFrame:
    """Cited figures of a domain, oldest first; all of them where none is named."""
    rows = answer("published/figures", search="", domain=domain, grades=GRADES)
    rows = rows[rows["figure_id"].isin(wanted)] if wanted else rows
    return rows.sort_values(["period_end", "figure_id"], kind="stable")


def _slot(one: components.Slot) -> str:
    language = spoken()
    names = one.names(language) or (say("finance_slot_open", language),)
    kind = "" if one.assigned else " open"
    inside = "<br>".join(escape(name) for name in names)
    return f"<section class='kxc-slot{kind}'><b>{escape(one.sign)}</b><span>{inside}</span></section>"


def _heading(title: str, line: str) -> None:
    language = spoken()
    texts = escape(say(title, language)), escape(say(line, language))
    st.html(f"<div class='kxc'><h2>{texts[0]}</h2><div class='kxc-line'>{texts[1]}</div></div>")


def _cited(key: str, title: str, line: str, wanted: tuple[str, ...]) -> None:
    """Cited figures as a table: name, printed form, period, publisher with the day where it has one."""
    language = spoken()
    rows = _figures("finance", wanted)
    rows = rows.assign(
        name=rows[f"indicator_{language}"],
        printed=rows[f"printed_{language}"],
        publisher=(rows["publisher"] + " " + rows["published_on"]).str.strip(),
        period=[
            periods.range_label(*pair, language) for pair in zip(rows["period_start"], rows["period_end"], strict=True)
        ],
    )
    columns = [
        TableColumn(name, say(f"column_{name}", language), "text")
        for name in ("name", "printed", "period", "publisher")
    ]
    with st.container(key=f"panel_{key}"):
        heading, mark = escape(say(title, language)), chip("press", language)
        st.html(
            f"<div class='kxc'><h2>{heading} {mark}</h2><div class='kxc-line'>{escape(say(line, language))}</div></div>"
        )
        tables.show_table(rows, columns, language, say(title, language))
        st.html(notes_html(dict.fromkeys(note for note in rows["note_zh" if language == "zh" else "note"] if note)))
