"""The map of the house: which room may use which, and which libraries. The table below is the map; the tests hold it.

A room is a module or folder directly under `scicity/`. The rooms stand in the order of the data's way, so whatever a
room uses stands above it. Every room may use `places`.
"""

import ast
import re
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
ALL = "*"

# room: (rooms it may use, libraries it may use)
HOUSE = {
    "places": ("", ""),
    "settings": ("", ""),
    "durable": ("", ""),
    "audit": ("durable", ""),
    "contracts": ("", ""),
    "wording": ("", ""),
    "periods": ("wording", ""),
    "measures": ("wording periods", ""),
    "filters": ("periods measures", ""),
    "basket": ("durable filters", ""),
    "demo": ("periods measures", "numpy pandas pyarrow xlsxwriter"),
    "published": ("periods wording", "pandas duckdb"),
    "ingest": ("wording periods measures published", "pandas numpy pyarrow python_calamine openpyxl xlsxwriter orjson"),
    "records": ("durable audit", "duckdb pandas"),
    "disclosure": ("periods measures", "duckdb pandas numpy"),
    "marts": ("contracts records disclosure periods measures", "duckdb pandas"),
    "releases": ("contracts durable audit published records marts disclosure", "duckdb pandas"),
    "warehouse": ("contracts", "duckdb pandas"),
    "narrative": ("wording periods measures", "pandas"),
    # the one door for reports, for the shell and for the page
    "intake": (
        "wording periods measures filters durable audit ingest records releases warehouse narrative",
        "pandas",
    ),
    "charts": ("wording periods measures", "pandas plotly"),
    "exports": (
        "wording periods measures narrative charts",
        "pandas plotly kaleido choreographer xlsxwriter PIL orjson pptx docx typst lxml segno python_calamine pyarrow",
    ),
    # a named figure: its query, its words, its drawing and its files brought together
    "gallery": (
        "wording periods measures filters contracts releases warehouse narrative charts exports",
        "pandas plotly",
    ),
    # a month of a release as a document: text by rules from named figures, for the writers of exports
    "briefing": (
        "wording periods measures filters contracts releases warehouse narrative charts exports gallery basket",
        "pandas",
    ),
    "reconcile": ("wording periods measures published warehouse", "pandas"),
    "doctor": ("wording audit records releases exports", ""),
    # the screen asks the warehouse, never the records; importing a report has a door of its own
    "screen": (f"{ALL} -ingest -marts -records -disclosure -cli", "streamlit starlette pandas plotly"),
    "cli": (f"{ALL} -screen", "typer rich pandas"),
    "__main__": ("cli", ""),
    "__init__": ("", ""),
    "app": ("screen wording", "streamlit"),
    "pages": (f"{ALL} -ingest -marts -records -disclosure -cli -releases -demo", "streamlit"),
}
# a single module that another room may open although the room behind it is closed to it
DOORS = {("cli", "scicity.screen.server")}  # `serve` starts the web server; no other verb waits for it
# what a library is called in requirements.txt, where it is not called as it is imported
PACKAGES = {"PIL": "pillow", "pptx": "python-pptx", "docx": "python-docx", "python_calamine": "python-calamine"}


def room_of(path: Path) -> str:
    """'charts' for scicity/charts/theme.py, 'periods' for scicity/periods.py, 'app' for app.py, 'pages' for pages."""
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return parts[1] if parts[0] == "scicity" else parts[0]


def sources() -> list[Path]:
    """Every module the map speaks of."""
    found = [*PROJECT.glob("scicity/**/*.py"), *PROJECT.glob("pages/**/*.py"), PROJECT / "app.py"]
    return sorted(path for path in found if path.is_file())


def imported(tree: ast.AST) -> set[str]:
    """Full names of what a module imports, wherever in it: 'scicity.charts.theme', 'pandas', '.' for a relative one."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            names.add(".")
        elif isinstance(node, ast.ImportFrom):
            inside = node.module == "scicity"
            names |= {f"scicity.{alias.name}" for alias in node.names} if inside else {str(node.module)}
    return names


def may_use(room: str) -> set[str]:
    """The rooms that `room` may use, itself and `places` among them."""
    words = HOUSE[room][0].split()
    rooms = set(HOUSE) if ALL in words else set(words)
    return (rooms - {word[1:] for word in words if word.startswith("-")}) | {room, "places"}


def complaints(room: str, source: str) -> list[str]:
    """What a module of `room` imports against the map."""
    if room not in HOUSE:
        return [f"'{room}' is no room of the house: give it a line in HOUSE, with the reason in docs/decisions/"]
    found = []
    for name in sorted(imported(ast.parse(source))):
        top, _, rest = name.partition(".")
        if (room, name) in DOORS:
            continue
        if top == "":
            found.append(f"{room} imports by dots: write scicity.… in full")
        elif top == "scicity" and rest.split(".")[0] not in may_use(room):
            found.append(f"{room} may not use the room {rest.split('.')[0]}")
        elif top not in {"scicity", "__future__", *sys.stdlib_module_names, *HOUSE[room][1].split()}:
            found.append(f"{room} may not use the library {top}")
    return found


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_module_uses_only_what_the_map_allows(path):
    assert complaints(room_of(path), path.read_text(encoding="utf-8")) == []


def test_the_map_has_no_circles():
    order = list(HOUSE)
    backward = [
        (room, used)
        for room in order
        for used in HOUSE[room][0].split()
        if used in HOUSE and order.index(used) > order.index(room)
    ]
    assert [pair for pair in backward if pair[0] != "__main__"] == []


def test_streamlit_stays_on_the_screen():
    assert {room for room, (_, libraries) in HOUSE.items() if "streamlit" in libraries} == {"screen", "app", "pages"}


def test_every_library_of_the_map_is_pinned_with_its_reason():
    own = (PROJECT / "requirements.txt").read_text(encoding="utf-8").split("# brought along")[0]
    pinned = set(re.findall(r"^([\w-]+)==", own, re.M))
    allowed = {library for _, libraries in HOUSE.values() for library in libraries.split()}
    assert {PACKAGES.get(library, library) for library in allowed} == pinned


def test_no_library_is_carried_along_unused():
    names = {name for path in sources() for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
    used = {name.split(".")[0] for name in names}
    assert {library for _, libraries in HOUSE.values() for library in libraries.split()} - used == set()


@pytest.mark.parametrize(
    ("room", "source", "complaint"),
    [
        ("charts", "import streamlit as st", "charts may not use the library streamlit"),
        ("charts", "from scicity import warehouse", "charts may not use the room warehouse"),
        ("charts", "def f():\n    from scicity.releases.store import current", "charts may not use the room releases"),
        ("screen", "from scicity.ingest import rows", "screen may not use the room ingest"),
        ("pages", "import duckdb", "pages may not use the library duckdb"),
        ("cli", "import scicity.screen.sidebar", "cli may not use the room screen"),
        ("exports", "from . import pictures", "exports imports by dots: write scicity.… in full"),
        ("attic", "", "'attic' is no room of the house: give it a line in HOUSE, with the reason in docs/decisions/"),
    ],
)
def test_a_planted_violation_is_found(room, source, complaint):
    assert complaints(room, source) == [complaint]


def test_what_the_map_allows_is_not_complained_about():
    assert complaints("charts", "import math\nimport pandas as pd\nfrom scicity import measures, places\n") == []
