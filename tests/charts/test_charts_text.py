import pytest

from scicity.charts.text import broken, escaped, halved, width, wrapped

HEADLINE = "8月主导产业规模238.0亿元，同比增长13.0%，连续5个月正增长"


def test_a_chinese_sign_is_one_em_and_a_digit_is_590_thousandths_in_bold():
    assert width("规模", 10) == pytest.approx(20)
    assert width("12", 100) == pytest.approx(118)


def test_tags_take_no_room_and_an_entity_is_one_sign():
    assert width("<b>规模</b>", 10) == width("规模", 10)
    assert width("&lt;", 10) == width("<", 10)


def test_the_longest_line_counts():
    assert width("规模<br>规模总计", 10) == pytest.approx(40)


def test_what_fits_is_not_broken():
    assert wrapped(HEADLINE, 2000, 20) == [HEADLINE]


def test_a_headline_breaks_after_a_clause():
    # 30 em or so at 20 px: too long for 440 px; the comma nearest the middle leaves two lines that fit
    assert wrapped(HEADLINE, 440, 20) == ["8月主导产业规模238.0亿元，", "同比增长13.0%，连续5个月正增长"]


@pytest.mark.parametrize("room", range(60, 400, 7))
def test_a_number_is_never_broken_and_no_comma_begins_a_line(room):
    lines = wrapped(HEADLINE, room, 15)
    assert "".join(lines) == HEADLINE
    whole = "\n".join(lines)
    assert all(number in whole for number in ("8月", "238.0亿元", "13.0%", "5个月"))
    assert not any(line[0] in "，。%" for line in lines)


def test_english_breaks_between_words():
    assert wrapped("Health and life sciences", 110, 13) == ["Health and life", "sciences"]


def test_a_single_chinese_sign_does_not_stand_alone():
    # six signs of 13 px in 70 px: five and one, so one more goes down
    assert wrapped("四大主导产业", 70, 13) == ["四大主导", "产业"]


def test_a_long_name_is_halved():
    assert halved("新一代信息技术", 5.2) == "新一代<br>信息技术"
    assert halved("先进制造", 5.2) == "先进制造"
    assert halved("Health and life sciences", 5.2) == "Health and<br>life sciences"


def test_tags_in_a_text_are_shown_as_written():
    assert escaped("<script>x</script>") == "&lt;script&gt;x&lt;/script&gt;"
    assert broken("<b>甲</b>", 500, 13) == "&lt;b&gt;甲&lt;/b&gt;"
