"""Service platforms and pilots: what the press says of them, and plain words where nothing is published."""

from html import escape

import pandas as pd
import streamlit as st

from scicity import narrative, periods
from scicity.narrative.cards import Card
from scicity.screen.answers import answer
from scicity.screen.blocks import notes_html, show_cards, show_list
from scicity.screen.choices import spoken
from scicity.screen.upgrading import cited, heading
from scicity.wording import say
from scicity.wording.numbers import number

SERVICES = ("shuangchuang_platform_enterprises", "shuangchuang_platform_records")
OPERATING = "operating"
# each pilot's steps in order; a step is reached where a named stage of print says so
STEPS = {2: ("started", "plan", "midterm", "final"), 3: ("approved", "plan", "midterm", "final")}
REACHED = {"promoted": "started", "approved": "approved"}
CLAIMS = {3: "fusion_only"}
DATA = {2: ("pilot_rights_ownership", "pilot_rights_use", "pilot_rights_apart"), 3: ("pilot_fusion_data",)}


def show_services() -> None:
    """The entrepreneurship platform's two bounds; their quotient only when it is asked for, and as a bound."""
    language = spoken()
    with st.container(key="panel_services_platform"):
        heading(say("services_title", language), say("services_line", language), "press")
        show_cards([_card(one) for one in SERVICES])
        enterprises, records = (cited(one) for one in SERVICES)
        st.html(_ratio(enterprises, records))
        st.html(notes_html([say("services_no_more", language)]))


def records_an_enterprise(enterprises: float, records_10k: float) -> float:
    """Records (10 thousand) over enterprises; both are lower bounds, so it's neither a bound nor exact."""
    return records_10k * 10_000 / enterprises


def show_property_platform() -> None:
    """The intellectual-property platform: its status, and an empty state instead of zeros."""
    language = spoken()
    row = _named("programmes").iloc[0]
    with st.container(key="panel_property"):
        heading(say("ip_title", language), say("pilot_evidence", language, **_evidence(row)), "press")
        texts = [say(key, language) for key in ("ip_empty", "ip_crosswalk")]
        status = f"<div class='value'>{escape(say('ip_status', language))}</div>"
        st.html(f"<div class='kxc kxc-state'>{status}</div>{notes_html(texts)}")


def show_ten() -> None:
    """Ten tiles, one a platform; a platform without a name says so."""
    language = spoken()
    rows = _named("service_platforms")
    tiles = "".join(_tile(row) for row in rows.to_dict("records"))
    with st.container(key="panel_ten"):
        heading(say("ten_title", language), say("ten_line", language, n=len(rows)), "press")
        done = completed(rows["stage"])
        below = say("ten_done", language, n=number(done, 0, language))
        st.html(f"<div class='kxc kxc-tiles'>{tiles}</div>{notes_html([below])}")


def completed(stages: pd.Series) -> int | None:
    """How many platforms are in operation; None (told as --) while no stage at all is published."""
    return int((stages == OPERATING).sum()) if (stages != "").any() else None


def show_pilots() -> None:
    """The two pilots as cards: claim with owner and date, milestones, and what is not published."""
    language = spoken()
    rows = _named("programmes").set_index("rank", drop=False)
    with st.container(key="panel_pilots"):
        heading(say("pilots_title", language), say("pilots_line", language), "press")
        st.html(f"<div class='kxc kxc-pilots'>{''.join(_pilot(rows.loc[rank]) for rank in STEPS)}</div>")


def show_transformation() -> None:
    """The direction of transformation, without numbers because none are published."""
    language = spoken()
    with st.container(key="panel_transformation"):
        show_list(say("turn_title", language), say("turn_line", language), [say("turn_empty", language)])


def _named(name: str) -> pd.DataFrame:
    return answer("platforms/named", list=name)


def _card(figure_id: str) -> Card:
    row, language = cited(figure_id), spoken()
    return narrative.published_card(
        row[f"indicator_{language}"], row[f"printed_{language}"], row["publisher"], row["published_on"], language,
        stock=True,
    )  # fmt: skip


def _ratio(enterprises: pd.Series, records: pd.Series) -> str:
    language = spoken()
    ratio = records_an_enterprise(float(enterprises["value"]), float(records["value"]))
    printed = {"records": records[f"printed_{language}"], "enterprises": enterprises[f"printed_{language}"]}
    lines = [
        say("services_ratio", language, n=number(ratio, 0, language)),
        say("services_ratio_how", language, **printed),
    ]
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    summary = escape(say("services_ratio_ask", language))
    return f"<div class='kxc'><details><summary>{summary}</summary>{body}</details></div>"


def _tile(row: dict) -> str:
    language = spoken()
    name = row[f"name_{language}"] or say("ten_unnamed", language)
    stage = say(f"ten_stage_{row['stage']}", language) if row["stage"] else say("ten_no_stage", language)
    kind = "" if row[f"name_{language}"] else " open"
    return f"<div class='kxc-tile{kind}'><b>{row['rank']}</b><span>{escape(name)}</span><i>{escape(stage)}</i></div>"


def _pilot(row: pd.Series) -> str:
    language, rank = spoken(), int(row["rank"])
    steps = "".join(_step(step, row) for step in STEPS[rank])
    claim = f"<p>{escape(_claim(CLAIMS[rank]))}</p>" if rank in CLAIMS else ""
    data = "".join(f"<li>{escape(say(key, language))}</li>" for key in DATA[rank])
    return (
        f"<section class='kxc-pilot'><h3>{escape(row[f'name_{language}'])}</h3>{claim}"
        f"<ol class='kxc-steps'>{steps}</ol><ul>{data}</ul></section>"
    )


def _step(step: str, row: pd.Series) -> str:
    """A milestone: dated and cited where print reaches it, else grey."""
    language = spoken()
    name = escape(say(f"pilot_step_{step}", language))
    if REACHED.get(str(row["stage"])) != step:
        return f"<li class='open'><b>{name}</b><span>{escape(say('pilot_no_evidence', language))}</span></li>"
    dated = f" {escape(periods.range_label(row['dated'], row['dated'], language))}" if row["dated"] else ""
    said = say("pilot_evidence", language, **_evidence(row))
    return f"<li><b>{name}{dated}</b><span>{escape(said)}</span></li>"


def _evidence(row: pd.Series) -> dict[str, str]:
    # quotation marks within a quotation are single ones
    inner = str(row["quotation"]).translate(str.maketrans("“”", "‘’"))
    return {"publisher": str(row["publisher"]), "quotation": inner}


def _claim(claim_id: str) -> str:
    """A claim of rank as text, with its owner and date; never a ranking."""
    language = spoken()
    claims = answer("published/claims")
    row = claims[claims["claim_id"] == claim_id].iloc[0]
    period = periods.range_label(row["period_start"], row["period_end"], language)
    day = row["published_on"] or say("pilot_undated", language, period=period)
    texts = {"text": row[f"text_{language}"], "publisher": row["publisher"], "scope": row[f"scope_{language}"]}
    return say("pilot_claim", language, day=day, **texts)
