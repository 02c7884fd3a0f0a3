"""What the rules read out of the text of a bulletin: values, bounds, periods, territories, names."""

import csv
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from scicity import places
from scicity.ingest.news import COLUMNS, as_rows, candidates
from scicity.ingest.news.numerals import number

PUBLISHED = date(2020, 10, 15)


def cited(file):
    with (places.PUBLISHED / file).open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def printed(row):
    return Decimal(row["value"]), row["unit"], row["qualifier"]


def read(one):
    return Decimal(one.value), one.unit, one.qualifier


def told(text, *fields, today=None):
    """The named fields of every candidate of a text; of all of them where there is one field, the bare value."""
    rows = [tuple(getattr(one, field) for field in fields) for one in candidates(text, today)]
    return [row[0] for row in rows] if len(fields) == 1 else rows


def compared(rows):
    """Of the quotations of these figures, each read alone: figures found, and candidates that are no figure."""
    quotations = {row["quotation"] for row in rows}
    found = wrong = 0
    for quotation in quotations:
        expected = Counter(printed(row) for row in rows if row["quotation"] == quotation)
        # a short quotation inside this one prints its figure here too
        within = {printed(row) for row in rows if row["quotation"] in quotation}
        got = Counter(read(one) for one in candidates(quotation))
        found += (expected & got).total()
        wrong += sum(count for one, count in got.items() if one not in within)
    return found, wrong


def test_every_figure_of_the_article_is_found_in_its_quotation_and_nothing_else():
    rows = cited("article_facts.csv")
    assert compared(rows) == (len(rows), 0) == (48, 0)


def test_the_quotations_as_one_text_give_the_same_figures():
    rows = cited("article_facts.csv")
    text = "。".join(dict.fromkeys(row["quotation"] for row in rows))
    got, expected = Counter(map(read, candidates(text))), Counter(map(printed, rows))
    assert expected - got == Counter()
    # two quotations contain another: 高技术制造业企业57家 and 4大主导产业方向 stand there twice
    assert sorted((got - expected).elements()) == [(Decimal(4), "个", "exact"), (Decimal(57), "家", "exact")]


def test_other_published_figures_are_found_as_well_as_those_of_the_article():
    """The rows of tables print no unit and no sentence; four quotations are English or give their number in words."""
    rows = [row for row in cited("published_figures.csv") if not row["classification"].startswith("表")]
    found, wrong = compared(rows)
    assert found / len(rows) >= 0.95
    assert found / (found + wrong) >= 0.97


# quotations of published_figures.csv, each worked by hand
@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "kind", "name"),
    [
        ("實現地區生產總值(GDP)588.6億元", "588.6", "亿元", "exact", "level", "地区生产总值"),
        ("規上工業增加值與2020年同比增長15.3%", "15.3", "%", "exact", "growth", "规上工业增加值同比增长"),
        ("市場主體達6.3萬戶", "6.3", "万户", "exact", "level", "市场主体"),
        ("已招募樣本採集人群近5萬人", "5", "万人", "about", "level", "招募样本采集人群"),
        ("兩年平均增長23.1%", "23.1", "%", "exact", "growth", "两年平均增长"),
        ("新簽約校地院地合作項目7個", "7", "个", "exact", "added", "新签约校地院地合作项目"),
        ("簽約國電投等項目45個", "45", "个", "exact", "level", "签约项目"),
        ("簽約項目落地率73%", "73", "%", "exact", "rate", "签约项目落地率"),
        ("超7000名大學生", "7000", "名", "over", "level", "大学生"),
        ("四大主導產業規模超5000億元", "5000", "亿元", "over", "level", "四大主导产业规模"),
        ("投资200亿元以上项目1个", "1", "个", "exact", "level", "投资200亿元以上项目"),
        ("合同投资额10亿元以上项目有54个", "54", "个", "exact", "level", "合同投资额10亿元以上项目"),
        ("占集中开工项目总投资额的62%", "62", "%", "exact", "share", "占集中开工项目总投资额"),
        ("科技创新创业人才140余人", "140", "人", "over", "level", "科技创新创业人才"),
        ("拉动限上社零约6个百分点", "6", "个百分点", "about", "change", "拉动限上社零"),
        ("占地区生产总值比重达5%以上", "5", "%", "at_least", "share", "占地区生产总值比重"),
        ("规上工业总产值连续5年突破2000亿元", "2000", "亿元", "over", "level", "规上工业总产值"),
        ("17個項目投資額超過50億元", "17", "个", "exact", "level", "项目投资额超过50亿元"),
        ("“生態圈”去年産值30多億元", "30", "亿元", "over", "level", "生态圈产值"),
        ("总规模20亿元的科技成果股权投资基金", "20", "亿元", "exact", "level", "科技成果股权投资基金总规模"),
    ],
)
def test_a_real_sentence_is_read(text, value, unit, qualifier, kind, name):
    fields = ("value", "unit", "qualifier", "kind", "name")
    assert told(text, *fields) == [(value, unit, qualifier, kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "世界500强、中国500强、民企500强",
        "5G、8K、A股、3D打印、COVID-19",
        "首个、首家、首批、第一、第3名、前10名",
        "2020线上智博会",
        "2020年9月15日10时30分",
        "历时3年、5个月、2小时",
        "一批项目、一个平台、一家企业",
        "几十家企业、三五家企业、数十个项目、百家企业",
        "《关于支持创新的十条措施（2020年第12号）》",
        "“1+5+N”体系、“3600”体系、7×24小时、3:2",
        "百亿级、千亿级产业集群",
        "四川、九龙坡、三峡、一带一路",
        "电话023-68600000",
        "比1—7月、与2020年相比",
        "三个方面",
        "",
    ],
)
def test_names_ordinals_dates_durations_and_vague_words_are_no_figures(text):
    assert candidates(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("贷款3千万元", "3000", "万元", "exact"),
        ("贷款五百万元", "500", "万元", "exact"),
        ("贷款上亿元", "1", "亿元", "at_least"),
        ("合同引资1.71万亿元", "1.71", "万亿元", "exact"),
        ("总投资1,012.4亿元", "1012.4", "亿元", "exact"),
        ("１０１２．４亿元", "1012.4", "亿元", "exact"),
        ("两千多家企业", "2000", "家", "over"),
        ("百余项", "100", "项", "over"),
        ("占百分之二十", "20", "%", "exact"),
        ("占比超三成。", "30", "%", "over"),
        ("不足3%", "3", "%", "under"),
        ("占全市8%左右", "8", "%", "about"),
        ("签约70个", "70", "个", "exact"),
        ("节约20万元", "20", "万元", "exact"),
        ("线上43个展位", "43", "个", "exact"),
        ("接近100家", "100", "家", "about"),
        ("总投资超300亿，", "300", "亿元", "over"),
        ("逾20家", "20", "家", "over"),
        ("至少5所高校", "5", "所", "at_least"),
    ],
)
def test_numerals_units_and_bounds(text, value, unit, qualifier):
    assert told(text, "value", "unit", "qualifier") == [(value, unit, qualifier)]


def test_a_full_width_comma_divides_clauses_and_never_thousands():
    assert told("引进１家，１２０家", "value") == ["1", "120"]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("增长25～30%", "25", "30", "%"),
        ("63%～68%", "63", "68", "%"),
        ("投资10亿元至20亿元", "10", "20", "亿元"),
        ("投资20—30亿元", "20", "30", "亿元"),
        ("引进14至16个项目", "14", "16", "个"),
    ],
)
def test_a_range_keeps_both_ends(text, low, high, unit):
    assert told(text, "value", "upper", "unit", "qualifier") == [(low, high, unit, "range")]


@pytest.mark.parametrize(
    ("text", "period", "words"),
    [
        ("2020年1—8月产值9亿元", "2020-01/2020-08", "2020年1—8月"),
        ("1至9月签约70个项目", "2020-01/2020-09", "1至9月"),
        ("今年前8个月签约5个项目", "2020-01/2020-08", "今年前8个月"),
        ("前三季度签约5个项目", "2020-01/2020-09", "前三季度"),
        ("2021年上半年签约5个项目", "2021-01/2021-06", "2021年上半年"),
        ("截至9月末有5家企业", "2020-09", "9月末"),
        ("9月15日签约5个项目", "2020-09", "9月15日"),
        ("2019年末有5家企业", "2019-12", "2019年末"),
        ("去年产值30亿元", "2019", "去年"),
        ("2020—2025年新建5个园区", "2020/2025", "2020—2025年"),
        ("目前有5家企业", "", "目前"),
        ("有5家企业", "", ""),
        ("二季度签约5个项目", "2020-04/2020-06", "二季度"),
    ],
)
def test_the_period_is_told_and_settled(text, period, words):
    assert told(text, "period", "period_words", today=PUBLISHED) == [(period, words)]


def test_no_year_is_guessed():
    assert told("1—8月产值9亿元", "period", "period_words") == [("", "1—8月")]
    # in October December is to come or long past; in January it is the year before
    assert told("12月产值9亿元", "period", today=PUBLISHED) == [""]
    assert told("12月产值9亿元", "period", today=date(2021, 1, 20)) == ["2020-12"]
    # the year stated before holds; that of the base does not
    assert told("2019年上半年签约45个项目，下半年30个", "period") == ["2019-01/2019-06", "2019-07/2019-12"]
    assert told("2021年产值5亿元，比2019年增长12%", "period") == ["2021", "2021"]


def test_territory_and_period_hold_through_a_sentence_and_one_that_goes_on():
    text = "1—9月，科学城核心区共签约70个项目。其中，科创项目占比超80%。全市签约90个项目。"
    assert told(text, "value", "scope", "period", "carried", today=PUBLISHED) == [
        ("70", "科学城核心区", "2020-01/2020-09", False),
        ("80", "科学城核心区", "2020-01/2020-09", True),
        ("90", "全市", "", False),
    ]


def test_after_an_aside_with_a_period_of_its_own_no_period_is_carried():
    text = "1—8月，产值增长14.8%。其中，8月增长15.6%。分产业看，大健康下降1.4%。"
    assert told(text, "value", "period", today=PUBLISHED) == [
        ("14.8", "2020-01/2020-08"), ("15.6", "2020-08"), ("-1.4", ""),
    ]  # fmt: skip


def test_a_bare_measure_leans_on_what_stands_beside_it_but_not_on_what_is_further_away():
    text = "高技术制造业企业57家，产值达1422.8亿元；新签约项目45个，质量提升，总投资656亿元"
    assert told(text, "name") == ["高技术制造业企业", "高技术制造业企业产值", "新签约项目", "总投资"]


def test_a_territory_within_a_name_is_none():
    assert told("科学城融资担保公司服务企业5000家", "scope") == [""]
    assert told("实现地区生产总值9.7亿元", "scope") == [""]
    assert told("西部（重庆）科学城签约43个项目", "scope", "quotation") == [
        ("西部（重庆）科学城", "西部（重庆）科学城签约43个项目")
    ]


def test_classes_are_told_and_are_not_numbers():
    text = "百亿级项目3个、国家级4个、10亿元以上项目27个，“专精特新”企业40家"
    assert told(text, "value", "classification") == [
        ("3", "百亿级"), ("4", "国家级"), ("27", "10亿元以上"), ("40", "专精特新"),
    ]  # fmt: skip


def test_a_target_a_stock_and_a_flow_are_told_apart():
    assert told("到2025年，主导产业规模超5000亿元", "period_kind", "period") == [("target", "2025")]
    assert told("截至2020年9月15日，上线企业2681家", "period_kind", "period") == [("stock", "2020-09")]
    assert told("2020年1—9月签约70个项目", "period_kind") == ["cumulative"]
    assert told("2020年8月产值200亿元", "period_kind") == ["month"]
    assert told("目前新增国家重点实验室1个", "period_kind") == [""]


def test_the_known_indicator_and_the_figure_on_file_are_named():
    text = "1—8月，科学城战略性新兴企业产值1373.3亿元，规上工业总产值增长14.8%"
    first, second = candidates(text, PUBLISHED)
    assert (first.code, first.figure_id) == ("strategic_output", "strategic_emerging_output_ytd_2020_08")
    assert (second.code, second.kind) == ("industrial_output", "growth")
    # another month, another territory or another number is another figure
    for other in (text.replace("1—8月", "1—7月"), text.replace("科学城", "沙坪坝区"), text.replace("1373.3", "1373.4")):
        assert candidates(other, PUBLISHED)[0].figure_id == ""


def test_offsets_lead_to_the_words_of_the_figure_in_the_pasted_text():
    text = "上線企業２，聚集企業逾５００家"
    (one,) = candidates(text)
    assert text[one.start : one.end] == "逾５００家"
    assert one.quotation == "聚集企業逾５００家"


def test_rows_have_the_columns_of_the_file_of_the_article_and_every_candidate_its_quotation():
    assert tuple(cited("article_facts.csv")[0]) == COLUMNS
    (row,) = as_rows(candidates("2020年，引进30～50家企业"), "重庆日报", "2020-10-15")
    assert tuple(row) == COLUMNS
    assert (row["value"], row["qualifier"], row["note"], row["source"]) == ("30", "range", "range up to 50", "重庆日报")
    assert row["quotation"] == "引进30～50家企业"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("三百二十", 320),
        ("两千", 2000),
        ("一百零五", 105),
        ("三五", None),
        ("百千", None),
        ("", None),
    ],
)
def test_chinese_numerals(text, value):
    assert number(text) == value
