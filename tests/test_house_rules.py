"""Sizes, headers, words and cleanliness of what is written; each rule is also tried on a planted violation."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
FUNCTION, MODULE, PAGE, QUERY = 40, 250, 60, 60  # lines at most
HEADER = ("answers", "grain", "params", "columns", "source")

# written in pieces, so that this file does not contain what it forbids
MACHINE = re.compile("|".join(["/" + "work/", "/" + r"root/", "/" + r"home/\w", "/" + r"Users/\w", r"C:\\" + "Users"]))
REGISTRY = re.compile("|".join(["pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npm", "deb" + r"\.debian"]))
UNFINISHED = re.compile("|".join(["TO" + "DO", "FIX" + "ME"]))
BUILT = {".git", ".venv", "records", "releases", "incoming", "__pycache__"}
TEXTS = {"", ".py", ".sql", ".toml", ".md", ".txt", ".csv", ".css", ".yml", ".yaml", ".sh", ".conf", ".service", ".cfg"}


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def code() -> list[Path]:
    """Every module of the product; tests and benchmarks may be longer."""
    found = [*PROJECT.glob("scicity/**/*.py"), *PROJECT.glob("pages/**/*.py"), *PROJECT.glob("*.py")]
    return sorted(found)


def texts() -> list[Path]:
    """Every text file of the project, without what is built and without caches."""
    folders = [PROJECT]
    found = []
    while folders:
        for path in folders.pop().iterdir():
            if path.is_dir() and path.name not in BUILT and not path.name.endswith("_cache"):
                folders.append(path)
            elif path.is_file() and path.suffix in TEXTS:
                found.append(path)
    return sorted(found)


# -- sizes and docstrings -------------------------------------------------------------------------------------------


def oversized(source: str, limit: int = MODULE) -> list[str]:
    """Modules and functions that are too long, and a module without its promise."""
    tree, lines = ast.parse(source), source.count("\n")
    found = [f"{lines} lines, at most {limit}"] if lines > limit else []
    # a package's empty __init__.py promises nothing
    found += ["no docstring"] if tree.body and not ast.get_docstring(tree) else []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            found += [f"{node.name} has {length} lines, at most {FUNCTION}"] if length > FUNCTION else []
    return found


@pytest.mark.parametrize("path", code(), ids=named)
def test_modules_and_functions_are_short_and_modules_say_what_they_promise(path):
    limit = PAGE if named(path).startswith("pages/") else MODULE
    assert oversized(path.read_text(encoding="utf-8"), limit) == []


def test_pages_lie_one_folder_deep():
    # Streamlit would open a file directly under pages/ without app.py
    assert [named(path) for path in PROJECT.glob("pages/*.py")] == []


def test_an_oversized_module_is_found():
    long_function = "def f():\n" + "    x = 1\n" * 40
    assert oversized('"""Doc."""\n' + long_function) == ["f has 41 lines, at most 40"]
    assert oversized('"""Doc."""\n' + "x = 1\n" * 60, limit=60) == ["61 lines, at most 60"]
    assert oversized("x = 1\n") == ["no docstring"]


# -- queries --------------------------------------------------------------------------------------------------------


def unsound_query(text: str) -> list[str]:
    """What is wrong with a query file: its length, or a header that is not the five lines in their order."""
    lines = text.splitlines()
    found = [f"{len(lines)} lines, at most {QUERY}"] if len(lines) > QUERY else []
    header = [re.fullmatch(r"-- (\w+): *(.*)", line) for line in lines[: len(HEADER)]]
    if [line[1] if line else None for line in header] != list(HEADER):
        return [*found, f"does not begin with the lines {', '.join(HEADER)}"]
    said = {line[1]: line[2].strip() for line in header if line}
    return found + [f"{key} says nothing" for key in HEADER if key != "params" and not said[key]]


@pytest.mark.parametrize("path", sorted(PROJECT.glob("queries/**/*.sql")), ids=named)
def test_a_query_is_short_and_begins_with_its_contract(path):
    assert unsound_query(path.read_text(encoding="utf-8")) == []


def test_an_unsound_query_is_found():
    header = "-- answers: What?\n-- grain:   a row\n-- params:\n-- columns: a\n-- source:  b\n"
    assert unsound_query(header + "select a\n") == []
    assert unsound_query(header + "select a\n" * 56) == ["61 lines, at most 60"]
    assert unsound_query(header.replace("a row", "") + "select a\n") == ["grain says nothing"]
    assert unsound_query("select a\n") == ["does not begin with the lines answers, grain, params, columns, source"]


# -- words ----------------------------------------------------------------------------------------------------------


def places_in(text: str) -> set[str]:
    """The {places} of a text, without their formats."""
    return {re.split(r"[.\[]", place)[0] for _, place, _, _ in string.Formatter().parse(text) if place}


def all_words() -> dict[str, dict[str, str]]:
    files = sorted(PROJECT.glob("scicity/wording/words/*.toml"))
    return {key: texts for path in files for key, texts in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def unsound_word(texts: dict[str, str]) -> list[str]:
    if set(texts) != {"zh", "en"} or not all(texts.values()):
        return ["needs a text in zh and in en"]
    zh, en = places_in(texts["zh"]), places_in(texts["en"])
    return [] if zh == en else [f"zh has the places {sorted(zh)}, en {sorted(en)}"]


def keys_of(node: ast.expr, words: dict[str, dict[str, str]]) -> list[str]:
    """The keys that the first argument of say can be: a literal, a choice of two, or what an f-string fits."""
    if isinstance(node, ast.IfExp):
        return keys_of(node.body, words) + keys_of(node.orelse, words)
    if isinstance(node, ast.Constant):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(one.value) if isinstance(one, ast.Constant) else ".+" for one in node.values]
        return [key for key in words if re.fullmatch("".join(parts), key)] or [ast.unparse(node)]
    return []


def sayings(source: str, words: dict[str, dict[str, str]]) -> list[tuple[ast.Call, str]]:
    """Every call of say, once for each key it can have."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    says = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) == "say"]
    return [(call, key) for call in says for key in keys_of(call.args[0], words)]


def fills(call: ast.Call, texts: dict[str, str]) -> bool:
    """Whether a call of say gives a value to every place of the word, in either language; ** may hold any."""
    given = {keyword.arg for keyword in call.keywords}
    return None in given or set().union(*map(places_in, texts.values())) <= given


def unsound_sayings(source: str, words: dict[str, dict[str, str]]) -> list[str]:
    """Calls of say whose key has no word, or whose places, in either language, are left open."""
    found = []
    for call, key in sayings(source, words):
        if key not in words:
            found.append(f"line {call.lineno}: no word '{key}'")
        elif not isinstance(call.args[0], ast.JoinedStr) and not fills(call, words[key]):
            found.append(f"line {call.lineno}: '{key}' has places that are not filled")
    return found


def test_every_word_is_there_in_both_languages_with_the_same_places():
    """Grammar may ask for other places in English; then the word must be said where its places can be checked."""
    words = all_words()
    said = [one for path in code() for one in sayings(path.read_text(encoding="utf-8"), words)]
    checked = {key for call, key in said if key in words and fills(call, words[key])}
    unsound = {
        key: [one for one in unsound_word(texts) if not (one.startswith("zh has") and key in checked)]
        for key, texts in words.items()
    }
    assert {key: found for key, found in unsound.items() if found} == {}


@pytest.mark.parametrize("path", code(), ids=named)
def test_everything_said_has_its_word(path):
    assert unsound_sayings(path.read_text(encoding="utf-8"), all_words()) == []


def test_a_missing_word_is_found():
    words = {"month": {"zh": "{year}年", "en": "{year}"}}
    assert unsound_word({"zh": "{year}年", "en": "in {yaer}"}) == ["zh has the places ['year'], en ['yaer']"]
    assert unsound_word({"zh": "年"}) == ["needs a text in zh and in en"]
    assert unsound_sayings("say('moon', language)", words) == ["line 1: no word 'moon'"]
    assert unsound_sayings("wording.say('month' if x else 'moon', 'en', year=1)", words) == ["line 1: no word 'moon'"]
    assert unsound_sayings("say('month')", words) == ["line 1: 'month' has places that are not filled"]
    assert unsound_sayings("say(f'moon_{x}')", words) == ["line 1: no word 'f'moon_{x}''"]
    assert unsound_sayings("say(f'mon{x}', year=1)", words) == []
    assert unsound_sayings("say('month', 'zh', year=2020)", words) == []


# -- cleanliness ----------------------------------------------------------------------------------------------------


def unclean(text: str) -> list[str]:
    """Traces of one machine, of a package registry, or of work left undone."""
    found = [rule.search(text) for rule in (MACHINE, REGISTRY, UNFINISHED)]
    return [match[0] for match in found if match]


def leaks(source: str) -> list[str]:
    """Ways to show a reader a traceback, or to print past the screen and the log."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            found.append(f"line {node.lineno}: print(")
        if isinstance(node, ast.Import) and any(alias.name == "traceback" for alias in node.names):
            found.append(f"line {node.lineno}: traceback")
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "st.exception":
            found.append(f"line {node.lineno}: st.exception")
    return found


def test_no_file_names_a_machine_a_registry_or_unfinished_work():
    found = {named(path): unclean(path.read_text(encoding="utf-8")) for path in texts()}
    assert {name: traces for name, traces in found.items() if traces} == {}


@pytest.mark.parametrize("path", [path for path in code() if path.name != "run.py"], ids=named)
def test_nothing_prints_a_traceback_to_a_reader(path):
    assert leaks(path.read_text(encoding="utf-8")) == []


def test_unclean_files_are_found():
    assert unclean("see /" + "home/ann/x, from pypi" + ".org, TO" + "DO") == [
        "/home" + "/a",
        "pypi" + ".org",
        "TO" + "DO",
    ]
    assert leaks("import traceback\nprint(1)\nst.exception(e)") == [
        "line 1: traceback",
        "line 2: print(",
        "line 3: st.exception",
    ]
    assert leaks("console.print(1)") == []
