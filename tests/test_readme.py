"""What the README promises is there."""

import re

import pytest
import typer


@pytest.fixture(scope="module")
def readme(project):
    return (project / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_verb_and_no_other(readme):
    from scicity.cli import app, asking, building, importing, keeping, news, serving  # noqa: F401  # each adds its verbs

    listed = re.findall(r"^\| `(\w+)` \|", readme.split("## Command line")[1], re.M)
    assert sorted(listed) == sorted(typer.main.get_command(app).commands)


def test_the_readme_names_every_room(readme, project):
    table = readme.split("| Room of")[1].split("\n\n")[0]
    rooms = {path.stem for path in (project / "scicity").iterdir() if not path.name.startswith(("_", "."))}
    helpers = {"places", "durable"}  # rooms without a promise to a reader of the README
    assert {room for room in rooms if f"`{room}`" not in table} - helpers == set()


def test_the_links_of_the_readme_lead_somewhere(readme, project):
    linked = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert [path for path in linked if not (project / path).exists()] == []


def test_every_direct_dependency_has_its_reason(project):
    reasons = (project / "docs" / "decisions" / "0002-dependencies.md").read_text(encoding="utf-8")
    for name in ("requirements.txt", "requirements-dev.txt"):
        direct = (project / name).read_text(encoding="utf-8").split("# brought along")[0]
        named = re.findall(r"^([\w-]+)==", direct, re.M)
        assert [package for package in named if f"**{package}**" not in reasons] == []
