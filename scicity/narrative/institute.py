"""One institute told by itself: facts as printed, what follows from them, and partners as far as they are named.

All take the rows of `published/institute`. Nothing of an institute is ever part of a total of the science city.
"""

from dataclasses import dataclass

import pandas as pd

from scicity import periods
from scicity.narrative import told
from scicity.narrative.told import Told
from scicity.wording import Language, say
from scicity.wording.numbers import number

PATENTS, INVENTIONS = "graphene_patents", "graphene_invention_patents"
OWN, JOINT, PARTNERS = "graphene_own_labs", "graphene_joint_labs", "graphene_partners"
ORDER = (
    "graphene_rd_area", OWN, JOINT, PARTNERS, "graphene_key_technologies", PATENTS, INVENTIONS,
    "graphene_new_products", "graphene_exhibition_area",
)  # fmt: skip
# technology to revenue, as far as anything is printed; revenue is not
PATH = ("graphene_key_technologies", PATENTS, "graphene_new_products", "")


@dataclass(frozen=True)
class Derived:
    """A value of ours: what it is, the value, and the formula with its inputs."""

    name: str
    value: str
    formula: str


def invention_share_pct(frame: pd.DataFrame) -> float:
    """Invention patents over all patent applications, in per cent: 24/31 = 77.4."""
    return 100 * _value(frame, INVENTIONS) / _value(frame, PATENTS)


def derived(frame: pd.DataFrame, language: Language = "zh") -> tuple[Derived, ...]:
    """Share of inventions, and all laboratories: both worked out here, with their inputs."""
    own, joint = _value(frame, OWN), _value(frame, JOINT)
    inputs = {"part": _count(frame, INVENTIONS, language), "whole": _count(frame, PATENTS, language)}
    labs = {"own": number(own, 0, language), "joint": number(joint, 0, language)}
    share = number(invention_share_pct(frame), 1, language)
    total = number(own + joint, 0, language)
    return (
        Derived(
            say("institute_share", language), f"{share}%",
            say("institute_share_formula", language, **inputs, share=share),
        ),
        Derived(
            say("institute_labs", language), say("institute_labs_value", language, total=total),
            say("institute_labs_formula", language, **labs, total=total),
        ),
    )  # fmt: skip


def registered(frame: pd.DataFrame, language: Language = "zh") -> str:
    """已登记1 / 60多家: how many partners are named, over the bound that was printed."""
    n = int((frame["figure_id"] == "").sum())
    return say("institute_registered", language, n=n, printed=printed(frame, PARTNERS, language))


def path(frame: pd.DataFrame, language: Language = "zh") -> str:
    """技术30余项 → 专利31项 → 新产品10多个 → 营业收入暂无发布数据."""
    steps = [
        say(f"institute_step_{at}", language, printed=printed(frame, figure, language) if figure else nothing)
        for at, figure in enumerate(PATH, 1)
        for nothing in (say("cited_nothing", language),)
    ]
    return " → ".join(steps)


def network(frame: pd.DataFrame, language: Language = "zh") -> Told:
    """累计申请专利31项，其中发明专利24项，占77.4%: the institute's patents, and its network as far as it is named."""
    if frame.empty:
        return told.nothing(language)
    share = number(invention_share_pct(frame), 1, language)
    patents, inventions = printed(frame, PATENTS, language), printed(frame, INVENTIONS, language)
    return Told(
        say("institute_headline", language, patents=patents, inventions=inventions, share=share),
        say("institute_subline", language),
        told.notes(
            say("institute_note", language),
            say("institute_network_note", language, registered=registered(frame, language)),
            source(frame, language),
        ),
    )


def words(frame: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The rows with name and figure in words; a named partner has no figure of its own."""
    said = zip(frame["figure_id"], frame[f"printed_{language}"], strict=True)
    return frame.assign(
        institute_fact=frame[f"name_{language}"],
        printed_words=[text if figure else say("institute_partner", language) for figure, text in said],
    )


def period(frame: pd.DataFrame, language: Language) -> str:
    rows = frame[frame["figure_id"] == PATENTS]
    return periods.range_label(rows["period_start"].iloc[0], rows["period_end"].iloc[0], language) if len(rows) else ""


def source(frame: pd.DataFrame, language: Language) -> str:
    names = dict.fromkeys(name for name in frame["publisher"] if name)
    return say("cited_source", language, text=say("list_comma", language).join(names))


def printed(frame: pd.DataFrame, figure: str, language: Language) -> str:
    """A fact as it was printed, with its bound: 60多家, 超过4000平方米."""
    return str(_row(frame, figure)[f"printed_{language}"])


def _count(frame: pd.DataFrame, figure: str, language: Language) -> str:
    return number(_value(frame, figure), 0, language)


def _value(frame: pd.DataFrame, figure: str) -> float:
    return float(_row(frame, figure)["value"])


def _row(frame: pd.DataFrame, figure: str) -> pd.Series:
    found = frame[frame["figure_id"] == figure]
    if found.empty:
        raise KeyError(f"the frame has no figure '{figure}': it takes the rows of published/institute")
    return found.iloc[0]
