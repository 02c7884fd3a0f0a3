"""The monthly bulletin and the one-page report: order, numbers against the release, and what is not there."""

import re

import pytest

from scicity import briefing, releases
from scicity.basket import Item
from scicity.briefing import collected as briefing_collected
from scicity.briefing import exhibits, files
from scicity.exports.document import FigureBlock, Paragraph, TableBlock, labels, numbered
from scicity.filters import Filters
from scicity.gallery import show
from scicity.warehouse import fetch
from scicity.wording import say
from scicity.wording.numbers import number
from tests.exports.opened import lines

MONTH = "2020-08"


@pytest.fixture(scope="module")
def ids(built_home):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCICITY_HOME", str(built_home))
        yield [one.id for one in releases.released()]


@pytest.fixture(scope="module")
def document(ids):
    return briefing.monthly(ids[-1], MONTH)


@pytest.fixture(scope="module")
def pending(ids):
    """August as it was first released: services were not there yet."""
    return briefing.monthly(ids[-2], MONTH)


def text_of(document, key):
    return next(block.text for block in numbered(document).paragraphs if block.key == key)


def test_the_bulletin_has_the_parts_an_office_expects_in_their_order(document):
    headings = [block.text for block in document.paragraphs if block.style == "level1"]
    assert headings == ["一、总体情况", "二、主导产业运行", "三、项目与平台", "四、目标完成进度", "五、需要关注的问题"]
    second = [block.text for block in document.paragraphs if block.style == "level2"]
    assert second == ["（一）新一代信息技术", "（二）先进制造", "（三）大健康", "（四）高技术服务"]
    assert document.title == "2020年1—8月科学城主导产业运行情况"
    assert document.blocks[0].style == "lead" and document.blocks[0].text.startswith("【摘要】1—8月，科学城")


def test_what_only_a_person_may_fill_in_stays_a_placeholder(document):
    assert document.masthead.issue == "第〔　〕期（总第〔　〕期）"
    assert document.masthead.office == "〔编发部门〕"
    assert document.masthead.draft == "初稿"
    blanks = [block.text for block in document.paragraphs if block.style == "placeholder"]
    assert blanks[-1] == "〔请填写：需要关注的问题。本段由人工撰写〕"
    assert "〔请说明：智能化改造企业数未达到进度的原因〕" in blanks


def test_each_industry_number_of_the_text_is_the_cell_its_key_names(document, ids):
    folder = releases.manifest(ids[-1]).folder
    checked = 0
    for key, printed in document.figures.items():
        subject, classification, item, month, span, column = key.split("|")
        if subject != "industry" or column not in ("value_100m_yuan", "yoy_pct") or "+" in item:
            continue
        cell = fetch(folder, "industry/cell", classification=classification, item=item, indicator="output", span=span,
                     month=month).iloc[0]  # fmt: skip
        rate = 100 * (cell["value"] / cell["comparable_base"] - 1)
        assert printed == number(cell["value"] if column == "value_100m_yuan" else abs(rate), 1), key
        checked += 1
    assert checked > 25  # five items with two numbers in two spans, and their sub-fields


def test_changes_shares_and_pulls_can_be_redone_from_the_printed_numbers(document):
    name = "industry|leading|{}|2020-08|ytd|{}"
    figures = document.figures
    assert (figures[name.format("ALL", "yoy_pct")], figures[name.format("ALL", "value_100m_yuan")]) == ("2.3", "1877.6")
    assert figures[name.format("ALL", "yoy_change_pp")] == "1.6"  # 2.3 − 0.7
    assert figures[name.format("NIT", "share_pct")] == "65.5"  # 1230.5 / 1877.6
    assert figures[name.format("NIT", "share_change_pp")] == "1.0"  # 65.5 − 64.5
    assert figures[name.format("AM", "contribution_pp")] == "1.1"
    assert "先进制造下拉1.1个百分点" in text_of(document, "overview/structure")


def test_every_number_of_the_text_is_a_figure_and_no_figure_has_two_texts(document):
    assert [one for one in briefing.lint(document) if one.rule in ("unknown", "differs")] == []
    printed = {run.figure for block in document.paragraphs for run in block.runs if run.figure}
    assert printed == set(document.figures) and len(printed) > 60


def test_the_core_area_and_the_whole_city_stand_in_paragraphs_of_their_own(document):
    assert text_of(document, "projects/ZGY").startswith(
        "1—8月，科学城核心区签约项目59个，其中百亿级项目2个、十亿级项目15个；合同额735.6亿元"
    )
    assert "核心区" not in text_of(document, "projects/KXC")
    assert document.figures["projects|ZGY/all|ALL|2020-08|ytd|projects_count"] == "59"


def test_a_stock_whose_levels_nobody_stated_has_no_national_count(document):
    assert "市级以上孵化器和众创空间14个，其中国家级4个；比上年末增加3个。" in text_of(document, "stocks")
    assert "市级以上研发平台169个；比上年末增加21个" in text_of(document, "stocks")


def test_targets_are_told_against_time_and_growth_in_points(document):
    told = text_of(document, "goals")
    assert "主导产业规模完成全年目标的67.3%，超序时进度0.6个百分点。" in told  # 67.3 − 66.7
    assert "智能化改造企业数完成全年目标的62.9%，低于序时进度3.8个百分点" in told  # 62.9 − 66.7
    assert "规模以上工业总产值同比增长1.4%，低于全年目标1.6个百分点。" in told  # 1.4 − 3.0


def test_figures_and_tables_are_referred_to_before_they_stand_there(document):
    names = labels(document)
    ready = numbered(document)
    seen = ""
    for block in ready.blocks:
        if isinstance(block, Paragraph):
            seen += block.text
        else:
            assert re.search(rf"{names[block.key]}(?!\d)", seen), block.key
    assert "{" not in seen
    assert [names[key] for key in ("monthly_scale", "share", "industries", "subfields", "goals")] == [
        "图1", "图2", "表1", "附表1", "附表2",
    ]  # fmt: skip


def test_there_are_five_to_eight_figures_with_native_charts_alt_text_and_an_address(document):
    figures = [block for block in document.blocks if isinstance(block, FigureBlock)]
    assert 5 <= len(figures) <= 8
    for one in figures:
        assert one.alt and one.headline and one.about.source and one.link
        assert len(one.points) <= 3
    assert sum(bool(one.plots) for one in figures) >= 5


def test_the_table_of_industries_has_the_columns_of_an_annex_and_the_release_numbers(document):
    table = next(block for block in document.blocks if isinstance(block, TableBlock) and block.key == "industries")
    assert [one.heading for one in table.columns] == [
        "项目", "8月（亿元）", "8月同比（%）", "1—8月（亿元）", "1—8月同比（%）", "占比（%）", "比上年同期（百分点）",
        "拉动（百分点）",
    ]  # fmt: skip
    assert list(table.frame["item_name"])[:2] == ["四大主导产业", "新一代信息技术"]
    assert (
        number(table.frame["ytd_value"].iloc[0]) == document.figures["industry|leading|ALL|2020-08|ytd|value_100m_yuan"]
    )
    annex = next(block for block in document.blocks if isinstance(block, TableBlock) and block.key == "subfields")
    assert len(annex.frame) == 15 and annex.annex
    withheld = annex.frame[annex.frame["status"] == "suppressed"]
    assert len(withheld) >= 2 and withheld["ytd_value"].isna().all()


def test_of_a_whole_that_falls_the_largest_drag_comes_first_and_no_share_of_growth_is_told(ids):
    told = text_of(briefing.monthly(ids[-1], "2020-04"), "overview/structure")
    assert "下拉主导产业增速3.2个百分点；大健康拉动增长0.3个百分点" in told
    assert "贡献率" not in told


def test_one_sentence_tells_share_and_pull_of_the_largest_part(document):
    assert text_of(document, "overview/structure").endswith(
        "新一代信息技术占主导产业规模的65.5%，比上年同期提高1.0个百分点，拉动主导产业增长2.5个百分点，"
        "贡献率为106.5%；先进制造下拉1.1个百分点（见图2、图3）。（演示）"
    )


def test_where_services_are_pending_the_three_industrial_ones_stand_for_the_whole_and_it_is_said(pending):
    told = text_of(pending, "overview/level")
    assert told.startswith("1—8月，科学城实现三大工业主导产业总产值")
    services = text_of(pending, "industry/HS")
    assert services.startswith("高技术服务2020年1—8月数据待发布。1—7月，高技术服务实现营业收入")
    assert "占" not in services  # no share in a total it is no part of
    assert "industry|leading|NIT|2020-08|ytd|share_pct_of_IND" in pending.figures
    assert "与四大主导产业规模不可比" in text_of(pending, "notes/industry_only")
    table = next(block for block in pending.blocks if isinstance(block, TableBlock) and block.key == "industries")
    services_row = table.frame.set_index("item_name").loc["高技术服务"]
    assert services_row["status"] == "pending" and services_row[["share_pct", "contribution_pp"]].isna().all()


def test_january_and_february_are_told_once_and_compared_with_the_whole_year_before(ids):
    document = briefing.monthly(ids[-1], "2020-02")
    told = text_of(document, "overview/level")
    assert told.startswith("1—2月，科学城实现主导产业规模340.9亿元，同比下降13.9%，由增转降（上年全年为增长")
    assert "当月" not in told
    table = next(block for block in document.blocks if isinstance(block, TableBlock) and block.key == "industries")
    assert not any(one.name.startswith("month_") for one in table.columns)


def test_a_year_without_targets_has_no_heading_for_them(ids):
    document = briefing.monthly(ids[-1], "2018-02")
    headings = [block.text for block in document.paragraphs if block.style == "level1"]
    assert headings[-1] == "四、需要关注的问题" and not any("目标" in one for one in headings)


def test_a_residual_of_rounding_is_stated_and_never_spread(pending):
    # 2.7 + 0.9 − 1.3 = 2.3 points against growth of 2.2 %
    assert (
        text_of(pending, "notes/residual") == "各产业拉动按一位小数相加，与总增速相差0.1个百分点，为口径及四舍五入差。"
    )


def test_the_release_and_its_day_stand_in_the_notes(document):
    assert text_of(document, "notes/status") == (
        "数据状态：初步统计数、修订数；数据版本20201015-01，2020年10月15日发布。"
    )


def test_paragraphs_with_demonstration_numbers_say_so(document):
    assert document.about.is_demo and document.demo == set(document.figures)
    marked = [block for block in document.paragraphs if any(run.figure for run in block.runs)]
    assert len(marked) > 8 and all(block.text.endswith("（演示）") for block in marked)
    assert not any("（演示）" in block.text for block in document.paragraphs if block.style == "level1")


def test_the_report_is_one_conclusion_three_points_two_blanks_and_one_figure(ids):
    document = briefing.brief(ids[-1], MONTH)
    keys = [block.key for block in document.blocks]
    assert keys[:7] == [
        "overview/level", "point/structure", "point/weights", "point/goals", "issues/text", "advice/text",
        "monthly_scale",
    ]  # fmt: skip
    assert [block.text[:2] for block in document.paragraphs if block.key.startswith("point/")] == ["1.", "2.", "3."]
    assert sum(len(block.text) for block in document.paragraphs) < 800


def test_one_figure_stands_in_the_text_and_the_others_behind_it(document):
    kinds = [block.key if isinstance(block, FigureBlock) else "" for block in document.blocks]
    last = max(at for at, block in enumerate(document.blocks) if isinstance(block, Paragraph))
    assert [key for key in kinds[:last] if key] == ["monthly_scale"]
    assert [key for key in kinds[last:] if key][:2] == ["share", "contribution"]


def test_what_a_reader_wrote_beside_a_figure_is_printed_once(ids):
    wanted = Item("share", Filters(release=ids[-1], month=MONTH), comment="请核对{图}")
    made = briefing_collected.collected([wanted])
    assert [type(one) for one in made.blocks] == [FigureBlock]
    assert lines(files.made(made, "docx").data).count("请核对{图}") == 1


def test_a_collected_figure_names_the_units_of_its_axes(ids):
    wanted = [Item(name, Filters(release=ids[-1], month=MONTH)) for name in ("small_multiples", "monthly_scale")]
    assert [one.about.unit for one in briefing_collected.collected(wanted).blocks] == ["%", "亿元、%"]


def test_a_collected_table_has_its_units_in_its_headings_and_no_single_one_above(ids):
    (table,) = briefing_collected.collected([Item("share", Filters(release=ids[-1], month=MONTH), kind="table")]).blocks
    assert table.about.unit == ""
    assert {"规模（亿元）", "占比（%）"} <= {one.heading for one in table.columns}


def test_a_picture_in_a_document_leaves_its_headline_to_the_text(ids, monkeypatch):
    drawn = []
    monkeypatch.setattr(exhibits.pictures, "svg", lambda figure, about: drawn.append(figure) or b"<svg/>")
    shown = show("share", Filters(release=ids[-1], month=MONTH))
    exhibits.picture(shown)
    words = "".join(note.text for note in drawn[0].layout.annotations).replace("<br>", "")
    assert shown.caption.subline in words and shown.caption.headline not in words


def test_titles_name_halves_quarters_and_years(ids):
    titles = [briefing.monthly(ids[-1], month).title[:9] for month in ("2019-06", "2019-09", "2019-12")]
    assert titles == ["2019年上半年科", "2019年前三季度", "2019年全年科学"]


def test_english_says_the_same_numbers(document, ids):
    english = briefing.monthly(ids[-1], MONTH, "en")
    assert "Leading-industry scale of the Science City came to RMB 187.8 bn in Jan–Aug, up 2.3% year on year" in (
        text_of(english, "overview/level")
    )
    assert set(english.figures) == set(document.figures)
    rates = [key for key in document.figures if key.endswith(("_pct", "_pp", "count"))]
    assert all(english.figures[key] == document.figures[key] for key in rates)
    assert not re.search("[\u4e00-\u9fff]", "".join(block.text for block in english.paragraphs))


def test_a_month_the_release_does_not_hold_is_refused_with_what_there_is(ids):
    with pytest.raises(LookupError, match="holds no industry data of '2020-09'. Choose a closing month from 2018-02"):
        briefing.monthly(ids[-1], "2020-09")
    with pytest.raises(LookupError, match="There is no release '20190101-01'"):
        briefing.monthly("20190101-01", MONTH)


def test_the_short_text_has_at_most_500_signs_and_bears_its_mark(ids):
    told = briefing.express(ids[-1], MONTH)
    assert 300 <= len(told) <= 500
    assert told.startswith(say("briefing_express_demo")) and "1877.6亿元" in told
    assert told.endswith("增速按可比口径计算。") and "\ue000" not in told
