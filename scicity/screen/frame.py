"""The picture frame around every page: style, language, navigation, the notice of demonstration data, the foot."""

import json

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scicity import places, releases
from scicity.screen import address, basket, choices, printing, steward, steward_access, styles, width
from scicity.screen.blocks import notes_html
from scicity.warehouse import fetch
from scicity.wording import Language, say

# the navigation: section -> page -> the subject whose months the page steps through
SECTIONS = {
    "running": {"overview/month": "industry", "industry/output": "industry", "overview/targets": "targets"},
    "projects": {"projects/signing": "projects", "projects/boards": "projects"},
    "innovation": {
        "innovation/incubators": "incubators",
        "innovation/platforms": "platforms",
        "innovation/chain": "industry",
    },
    "finance": {"finance/technology": "finance", "finance/upgrading": "upgrading"},
    "briefing": {"briefing/monthly": "industry", "briefing/basket": "industry"},
    "data": {"catalog/series": "industry", "catalog/definitions": "industry"},
}
HOME = "overview/month"
BRIEFING = "briefing/monthly"  # a briefing tells the month and the year so far, so it has no choice between them
BASKET = "briefing/basket"  # its name in the navigation counts what is in it
WITH_BASIS = ("overview/month", "industry/output")  # the pages on which 口径 changes something
MANAGE = "data/reports"  # the one page that changes data; it has no month, no release and no banner of its own
# the document's language is for screen readers and browsers; Streamlit itself always says "en", and so its skip link
TONGUE = """<script>
document.documentElement.lang = {tag}
for (const link of document.querySelectorAll("a")) {{
    if (link.getAttribute("href") === "#stMain" || /^Skip to main/.test(link.textContent)) link.textContent = {skip}
}}
{kept}
</script>"""
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def open_frame() -> Language:
    """Everything that comes before the page's own content, except navigation and choices."""
    st.set_page_config(page_title=say("product"), page_icon=str(places.STATIC / "icon.png"), layout="wide")
    address.read()
    styles.dress()
    width.ask()
    language = choices.draw_language()
    st.logo(places.STATIC / f"name-{language}.svg", size="large")
    kept = basket.hold()
    words = TONGUE.format(tag=json.dumps(TAGS[language]), skip=json.dumps(say("skip_link", language)), kept=kept)
    st.html(words, unsafe_allow_javascript=True)
    return language


def navigate(language: Language) -> st.Page:
    """The navigation, worded; the page it returns is run by app.py. Whoever may not manage data finds no such page in
    it, and a refusal under its address."""
    listed = {
        say(f"section_{section}", language): [_page(path, language) for path in pages]
        for section, pages in SECTIONS.items()
    }
    if steward_access.is_open():
        managed = [_page(MANAGE, language)]
    else:
        title = say("page_reports", language)
        managed = [st.Page(steward.refuse, title=title, url_path=_name(MANAGE), visibility="hidden")]
    return st.navigation(listed | {say("section_manage", language): managed}, expanded=True)


def is_managed(page: st.Page) -> bool:
    """Whether the page takes no part in the shared choices."""
    return page.url_path == _name(MANAGE)


def has_choices(page: st.Page) -> bool:
    """Whether the bar of month and release says what the page shows."""
    return page.url_path != _name(BASKET)


def subject_of(page: st.Page) -> str:
    """The subject whose months the page steps through."""
    known = {_name(path): subject for pages in SECTIONS.values() for path, subject in pages.items()}
    return known.get(page.url_path, known[_name(HOME)])


def has_basis(page: st.Page) -> bool:
    """Whether the page shows the total of the leading industries, which can be had with services or without."""
    return page.url_path in ("", *map(_name, WITH_BASIS))


def has_span(page: st.Page) -> bool:
    """Whether month or year to date changes something on the page."""
    return page.url_path != _name(BRIEFING)


def _page(path: str, language: Language) -> st.Page:
    name, count = _name(path), len(basket.mine().items) if path == BASKET else 0
    title = say(f"page_{name}_n", language, n=count) if count else say(f"page_{name}", language)
    return st.Page(f"pages/{path}.py", title=title, url_path=name, default=path == HOME)


def _name(path: str) -> str:
    """What stands in the address."""
    return path.rpartition("/")[2]


def show_banner(place: DeltaGenerator, language: Language) -> None:
    """Says so wherever demonstration data are on show; no setting takes it away."""
    if _has_demo(choices.chosen().release):
        place.html(f"<div class='kxc'><div class='kxc-banner' role='note'>{say('banner_demo', language)}</div></div>")


def wait_for_first_release(language: Language) -> None:
    """Before the first release there is nothing to show but how to get one."""
    if not releases.current():
        st.info(say("no_release", language))
        st.stop()


def show_notices(language: Language) -> None:
    """What the reader must know about this view; that a damaged release is not the one on show, before all else."""
    standing = releases.standing()
    if standing.notice_kind:
        day = releases.manifest(standing.release).published_on if standing.release else ""
        st.warning(say(f"standing_{standing.notice_kind}", language, release=standing.wanted, day=day))
    for text in address.notices():
        st.info(text, icon="ℹ️")


def close_frame(language: Language) -> None:
    """The foot of the page, and the choices into the address."""
    about = releases.manifest(choices.chosen().release)
    line = say("foot", language, release=about.id, day=about.published_on)
    st.html(f"<div class='kxc-foot'>{notes_html([line])}</div>")
    printing.offer(language)
    address.write()


def _has_demo(release: str) -> bool:
    sources = fetch(releases.manifest(release).folder, "catalog/sources")
    return bool((sources["provenance"] == "demo").any())
