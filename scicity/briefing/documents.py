"""The documents: 月度经济运行简报 and the one-page 专报, in their order of parts.

What a person must say or sign stays a placeholder; what has no number is left out, and its heading with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from scicity import periods
from scicity.briefing import exhibits, goals, holdings, industry
from scicity.briefing.draft import Draft, Part, assembled, heading
from scicity.briefing.exhibits import figure
from scicity.briefing.facts import Facts, gathered
from scicity.briefing.marks import bare
from scicity.briefing.notes import notes
from scicity.exports.document import Document, FigureBlock, Masthead
from scicity.gallery.links import link
from scicity.measures import taxonomy
from scicity.narrative import told
from scicity.wording import Language, say

Section = tuple[str, Sequence[Part | None]]

SHAPES = ("share", "contribution")
STOCKS = ("incubator_stock", "platform_stock")
INLINE = "monthly_scale"
# the definition stands under the figure of the report
BRIEF_NOTES = ("notes/industry_only", "notes/withheld", "notes/status", "notes/demo")


def monthly(release: str, month: str, language: Language = "zh", drawn: bool = False) -> Document:
    """月度经济运行简报 of one month (its closing month, 'YYYY-MM'), from one release.

    drawn: with the SVG of each figure, which needs the server's browser. LookupError for a month or release that is
    not there. Every number of the text is a run with a figure key, and Document.figures holds it as printed.
    """
    facts = gathered(release, month, language)
    sections: list[Section] = [
        ("overview", _overview(facts, drawn)),
        ("industries", _industries(facts, drawn)),
        ("holdings", _holdings(facts, drawn)),
        ("goals", _goals(facts, drawn)),
        ("issues", [Draft("issues/text", "placeholder", (say("briefing_placeholder_issues", language),))]),
    ]
    text, charts = _set_apart(_numbered(sections, language))
    parts = [_summary(facts), *text, *notes(facts), *charts, exhibits.fields(facts), exhibits.goals(facts)]
    return _document("monthly", facts, parts)


def brief(release: str, month: str, language: Language = "zh", drawn: bool = False) -> Document:
    """专报 of a page of text: the conclusion, three points, the problem and the advice of a person, one figure."""
    facts = gathered(release, month, language)
    texts = (
        ("structure", (industry.by_industry(facts),)),
        ("weights", industry.weights(facts)),
        ("goals", (goals.best(facts),)),
    )
    told_points = [one for one in texts if any(one[1])]
    points = [
        Draft(f"point/{name}", "body", tuple(text), before=say("briefing_point", language, n=place + 1))
        for place, (name, text) in enumerate(told_points)
    ]
    asked = [
        Draft(f"{one}/text", "placeholder", (say(f"briefing_placeholder_{one}", language),))
        for one in ("issues", "advice")
    ]
    kept = [one for one in notes(facts) if one.key in BRIEF_NOTES]
    seen = _seen(industry.whole(facts), facts, "fig:monthly_scale")
    conclusion = Draft("overview/level", "body", seen, bold=True)
    return _document("brief", facts, [conclusion, *points, *asked, figure(facts, "monthly_scale", (), drawn), *kept])


def _document(kind: Literal["monthly", "brief"], facts: Facts, parts: Iterable[Part | None]) -> Document:
    blocks, figures, demo = assembled([one for one in parts if one is not None], facts.language)
    about = facts.shown("share").about()
    title = say(f"briefing_title_{kind}", facts.language, period=_so_far(facts))
    address = link("monthly_scale", facts.filters("month"), facts.language)
    about = replace(about, title=title, filters="", unit=say("briefing_unit_table", facts.language), link=address)
    about = replace(about, provenance="demo") if demo else about
    return Document(
        kind=kind, title=title, masthead=_masthead(kind, facts), blocks=blocks, about=about, figures=figures,
        month=facts.month, demo=demo, link=address,
    )  # fmt: skip


def _so_far(facts: Facts) -> str:
    """The time of a title: 2020年1—8月, 2020年上半年, 2020年前三季度, 2020年全年."""
    number = periods.number_of(facts.month)
    if number not in (6, 9, 12):
        return periods.label(facts.month, "ytd", facts.language)
    return say(f"briefing_until_{number}", facts.language, year=periods.year_of(facts.month))


def _masthead(kind: str, facts: Facts) -> Masthead:
    texts = {one: say(f"briefing_masthead_{one}", facts.language) for one in ("issue", "office", "draft")}
    day = told.day(facts.about.published_on, facts.language)
    return Masthead(name=say(f"briefing_masthead_{kind}", facts.language), day=day, **texts)


def _summary(facts: Facts) -> Draft:
    """Three sentences with one number each: growth of the whole, the largest pull, the target of the year."""
    texts = (industry.growth(facts), industry.largest_pull(facts), goals.best(facts, with_pace=False))
    return Draft("summary", "lead", texts, before=say("briefing_summary", facts.language))


def _overview(facts: Facts, drawn: bool) -> list[Part | None]:
    level, shape = industry.whole(facts), (industry.structure(facts), industry.pulls(facts))
    first = figure(facts, "monthly_scale", _points(level), drawn)
    charts = [figure(facts, name, _points((text,)), drawn) for name, text in zip(SHAPES, shape, strict=True) if text]
    return [
        Draft("overview/level", "body", _seen(level, facts, *_named([first])), bold=True),
        first,
        Draft(
            "overview/structure",
            "body",
            _seen((industry.by_industry(facts), *industry.weights(facts)), facts, *_named(charts)),
        ),
        *charts,
    ]


def _industries(facts: Facts, drawn: bool) -> list[Part | None]:
    each: list[Part | None] = []
    for place, code in enumerate(taxonomy.industries()):
        name = taxonomy.item(code).name(facts.language)
        each += [heading(code, 2, place, facts.language, name), industry.industry(facts, code)]
    names = {"table": "{tab:industries}", "figure": "{fig:ranking}", "annex": "{tab:subfields}"}
    seen = Draft("industries/seen", "body", (say("briefing_see_industries", facts.language, **names),))
    return [*each, seen, exhibits.industries(facts), figure(facts, "ranking", (), drawn)]


def _holdings(facts: Facts, drawn: bool) -> list[Part | None]:
    core, whole = (holdings.projects(facts, scope) for scope in holdings.SCOPES)
    stocks = holdings.stocks(facts)
    project = figure(facts, "project_signings", _points(core.sentences), drawn) if core.text else None
    kept = [(name, text) for name, text in zip(STOCKS, stocks.sentences, strict=True) if text]
    charts = [figure(facts, name, _points((text,)), drawn) for name, text in kept]
    return [
        replace(core, sentences=_seen(core.sentences, facts, *_named([project]))), whole, project,
        replace(stocks, sentences=_seen(stocks.sentences, facts, *_named(charts))), *charts,
        holdings.upgraded(facts),
    ]  # fmt: skip


def _goals(facts: Facts, drawn: bool) -> list[Part | None]:
    progress = goals.progress(facts)
    if not progress.text:
        return []
    chart = figure(facts, "target_progress", _points(progress.sentences), drawn)
    seen = _seen(progress.sentences, facts, *_named([chart]), "tab:goals")
    return [replace(progress, sentences=seen), *goals.reasons(facts), chart]


def _numbered(sections: Iterable[Section], language: Language) -> list[Part | None]:
    """The sections that have anything to say, under headings numbered in their order."""
    kept = [(key, [one for one in parts if one is not None]) for key, parts in sections]
    kept = [(key, parts) for key, parts in kept if any(not isinstance(one, Draft) or one.text for one in parts)]
    return [part for place, (key, parts) in enumerate(kept) for part in (heading(key, 1, place, language), *parts)]


def _set_apart(parts: Sequence[Part | None]) -> tuple[list[Part | None], list[Part | None]]:
    """The text with its first figure, and the other figures, which stand behind it: the text stays a few pages."""
    charts = [one for one in parts if isinstance(one, FigureBlock) and one.key != INLINE]
    apart = {id(one) for one in charts}
    return [one for one in parts if id(one) not in apart], [*charts]


def _points(sentences: Sequence[str]) -> list[str]:
    """Sentences as the points of a slide: without marks and full stops."""
    return [bare(one).strip().rstrip("。.") for one in sentences if one]


def _named(charts: Iterable[FigureBlock | None]) -> list[str]:
    return [f"fig:{one.key}" for one in charts if one]


def _seen(sentences: Sequence[str], facts: Facts, *names: str) -> tuple[str, ...]:
    """The sentences, the last of them with （见图1、图2） before its full stop; the numbers are still to be filled."""
    said = [one for one in sentences if one]
    if not said or not names:
        return tuple(said)
    listed = say("tell_comma", facts.language).join("{" + name + "}" for name in names)
    stop = say("tell_sentence", facts.language, text="")
    see, last = say("briefing_see", facts.language, names=listed), said[-1].removesuffix(stop)
    # two brackets side by side become one
    last = f"{last[:-1]}，{see[1:]}" if last.endswith("）") else last + see
    return (*said[:-1], say("tell_sentence", facts.language, text=last))
