"""The address that reopens a figure's view: page, choices, language and release, as short codes."""

import tomllib
from functools import cache
from urllib.parse import urlencode, urljoin

from scicity import places
from scicity.filters import FIRST_MONTH, UNITS, Filters
from scicity.measures import taxonomy
from scicity.wording import Language

DEFAULT_ADDRESS = "http://localhost:8501"
# the page that shows a figure, by the start of its name; the first that fits
PAGES = {
    "monthly_scale": "month", "contribution": "month", "target_progress": "targets",
    "finance_": "technology", "upgrading_": "upgrading", "chain": "chain", "institute": "chain",
    "incubator_": "incubators", "platform_": "platforms", "honours": "platforms", "project_": "signing",
    **dict.fromkeys(("gdp_", "iav_", "fai_", "retail_", "signed_", "monthly_comparators"), "series"),
}  # fmt: skip


HOME = "month"  # the page without a path: under its name the dashboard says that there is no such page


@cache
def address() -> str:
    """Where readers reach the dashboard: [site] address of data/settings.toml."""
    written = tomllib.loads(places.SETTINGS.read_text(encoding="utf-8"))
    return str(written.get("site", {}).get("address", DEFAULT_ADDRESS)).rstrip("/") + "/"


def page(name: str) -> str:
    """The page that shows the named figure."""
    return next((found for start, found in PAGES.items() if name.startswith(start)), "output")


def link(name: str, filters: Filters, language: Language = "zh") -> str:
    """The full address of the figure's page with these choices, on the release they were answered from."""
    path = "" if page(name) == HOME else page(name)
    return urljoin(address(), f"{path}?{urlencode(codes(name, filters, language))}")


def codes(name: str, filters: Filters, language: Language = "zh") -> dict[str, str]:
    """The query string of a view; a default is left out, month and release never are."""
    found = {"month": filters.month, "asof": filters.release, "lang": language if language != "zh" else ""}
    found |= {
        "span": filters.span if filters.span != "ytd" else "",
        "total": filters.total if filters.industry_only else "",
        "unit": filters.unit if filters.unit != UNITS[0] else "",
    }
    if page(name) == "output":
        found["class"] = filters.classification if filters.classification != "leading" else ""
        found["from"] = filters.from_month if filters.from_month != FIRST_MONTH else ""
    if page(name) == "chain":
        found["field"] = (filters.subfields or tuple(taxonomy.subfields()))[0]
        found["lag"] = str(filters.lag_months or "")
    elif page(name) in ("output", "signing"):
        found |= {"ind": ",".join(filters.industries), "sub": ",".join(filters.subfields)}
    if page(name) == "signing":
        found["scope"] = filters.scope
    if page(name) in ("incubators", "platforms"):
        ending = name.rpartition("_")[2]
        found |= {
            "part": filters.part,
            "stock_by": "quarter" if ending == "quarter" else "",
            "events": "on" if ending == "events" else "",
        }
    return {key: value for key, value in sorted(found.items()) if value}
