"""The written file, its fingerprint, and the queries on it."""

import tomllib
from pathlib import Path

import duckdb
import pytest

from scicity import places, published
from scicity.contracts import contract

QUERIES = ("published/figures", "published/comparators", "published/domains")
FACTS = ["official", "press"]


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Asks a query of the file as the warehouse does: attached read-only under the name of the subject."""
    path = tmp_path_factory.mktemp("release") / "published.duckdb"
    published.write(path)
    connection = duckdb.connect()
    connection.execute(f"attach '{path}' as published (read_only)")
    yield lambda name, **params: connection.execute(contract(name).statement, params or None).df()
    connection.close()


def found(ask, search="", domain="", grades=FACTS):
    return ask("published/figures", search=search, domain=domain, grades=grades)


def test_the_file_holds_both_tables_and_can_be_read_alone(tmp_path):
    path = tmp_path / "it's published.duckdb"
    published.write(path)
    with duckdb.connect(path, read_only=True) as connection:
        assert connection.execute("select count(*) from figures").fetchone() == (512,)  # 48 + 278 + 186
        assert connection.execute("select count(*), sum(value_pct) is null from comparators").fetchone() == (186, False)
        assert connection.execute("select typeof(value) from figures limit 1").fetchone() == ("DOUBLE",)


def test_a_written_file_is_never_written_again(tmp_path):
    published.write(tmp_path / "published.duckdb")
    with pytest.raises(FileExistsError, match="published.duckdb exists"):
        published.write(tmp_path / "published.duckdb")


def test_the_fingerprint_follows_the_input(folder, spoil):
    before = published.fingerprint(folder)
    assert before == published.fingerprint(places.PUBLISHED)  # a copy is the same
    assert before != published.fingerprint(spoil("article_facts.csv", 2, "value", "1422.9"))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_gives_the_columns_of_its_header(ask, name):
    values = {
        "search": "", "domain": "", "grades": FACTS,
        "series": ["cn_iav_ytd_yoy"], "from_month": "2020-02", "to_month": "2020-12",
    }  # fmt: skip
    frame = ask(name, **{param: values[param] for param in contract(name).params})
    assert tuple(frame.columns) == contract(name).columns
    assert len(frame) > 0


def test_an_empty_search_finds_every_fact_and_no_unverified_figure(ask):
    assert len(found(ask)) == 492  # 512 less 20 unverified
    assert len(found(ask, grades=["unverified"])) == 20


@pytest.mark.parametrize("name", ["市级以上研发平台", "市级以上创新平台", "Municipal LEVEL platforms"])
def test_the_169_platforms_are_found_under_both_names(ask, name):
    assert found(ask, name)["figure_id"].tolist() == ["rd_platforms_municipal_plus"]


@pytest.mark.parametrize(
    ("search", "figure_id"),
    [
        ("总规模超20亿元", "tech_transfer_fund_size"),
        ("GDP 高新区管委会 2024", "zg_gdp_2024_yoy"),
        ("石墨烯 专利 发明", "graphene_invention_patents"),
    ],
)
def test_every_word_of_a_search_must_stand_in_the_row(ask, search, figure_id):
    assert found(ask, search)["figure_id"].tolist() == [figure_id]


def test_a_search_takes_signs_as_they_are(ask):
    assert len(found(ask, "超80%")) == 2  # the article on the core area, the press on the zone; no wildcard
    assert found(ask, "100_%").empty


def test_a_domain_narrows_the_search(ask):
    cases = found(ask, domain="case_credit")["figure_id"].tolist()
    assert sorted(cases) == ["credit_case_days", "credit_case_loan", "credit_case_new_revenue"]


def test_domains_count_facts_only(ask):
    domains = ask("published/domains").set_index("domain")["figures_count"]
    assert domains.sum() == 492
    assert domains["comparators"] == 186
    assert domains["case_graphene"] == 9


def test_comparators_are_asked_by_series_and_months(ask):
    frame = ask("published/comparators", series=["cn_iav_ytd_yoy"], from_month="2020-02", to_month="2020-05")
    # printed growth of the nation, 1—2月 to 1—5月 of 2020
    assert dict(zip(frame["month"], frame["value_pct"], strict=True)) == {
        "2020-02": -13.5, "2020-03": -8.4, "2020-04": -4.9, "2020-05": -2.8,
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted(places.PUBLISHED.glob("*.csv")), ids=lambda path: path.stem)
def test_every_input_file_says_where_it_comes_from(path: Path):
    about = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    assert {"title", "publisher", "date", "how_read", "licence", "columns"} <= set(about)
    assert all(about[key] for key in ("title", "publisher", "date", "how_read", "licence"))
    header = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
    described = about["columns"]
    if "same_as" in described:
        described = tomllib.loads((places.PUBLISHED / described["same_as"]).read_text(encoding="utf-8"))["columns"]
    assert list(described) == header
