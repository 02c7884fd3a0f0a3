"""The page 简报 without a browser: kinds, months, languages, and what it shows of a document."""

from dataclasses import replace

import pytest

from scicity import briefing, releases
from scicity.exports.document import Paragraph, Run
from scicity.screen import briefing_text
from tests.screen.test_pages import html, opened

PAGE = "pages/briefing/monthly.py"
UNDERLINED = "<u>1877.6</u>"


@pytest.mark.parametrize("kind", ["monthly", "brief"])
def test_the_page_shows_the_text_with_the_numbers_of_the_release(home, kind):
    app = opened(PAGE, issue=kind)
    assert not app.exception
    assert UNDERLINED in html(app)
    assert "下划线处" in html(app) and "文字检查未发现问题" in html(app)


def test_what_a_person_has_to_write_is_boxed_and_counted(home):
    shown = html(opened(PAGE))
    boxed = shown.count("<p class='placeholder'>")
    assert boxed == 3 and f"{boxed}处留给人工填写" in shown


def test_another_month_and_release_give_another_text(home):
    july = html(opened(PAGE, month="2020-07"))
    assert "2020年1—7月科学城主导产业运行情况" in july and UNDERLINED not in july
    assert "三大工业主导产业" in html(opened(PAGE, asof="20200920-01", month="2020-08"))


def test_the_short_text_is_the_one_the_shell_writes(home):
    shown = html(opened(PAGE, issue="express"))
    assert briefing.express(releases.current(), "2020-08") in shown.replace("<br>", "\n")


def test_every_month_of_the_release_has_a_text(home):
    app = opened(PAGE)
    for month in ("2018-02", "2019-02", "2019-12", "2020-09"):
        app.query_params["month"] = month
        app.run()
        assert not app.exception, month


def test_an_english_page_has_an_english_text(home):
    assert "Leading industries of the Science City" in html(opened(PAGE, lang="en"))


def test_words_of_people_are_text_and_never_markup(home):
    document = briefing.monthly(releases.current(), "2020-08")
    wild = Paragraph("x", "review", (Run("<img src=x onerror=alert(1)>"),))
    assert "<img" not in briefing_text.paper_html(replace(document, blocks=(*document.blocks, wild)))


def test_changes_are_highlighted_and_numbers_stay_whole():
    paragraph = Paragraph("k", "body", (Run("增长"), Run("1.9", "a", changed=True), Run("%", bold=True)))
    assert briefing_text.paragraph_html(paragraph) == (
        "<p class='body'>增长<mark><u>1.9</u></mark><b>%</b></p>"
    )  # fmt: skip
