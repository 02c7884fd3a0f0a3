"""The documentation pages of the forms are written from the forms."""

import pytest

from scicity import places
from scicity.ingest import form_page, forms
from scicity.ingest.documenting import ENDINGS
from scicity.ingest.schema import RULES, TYPES
from scicity.wording import words
from tests.ingest.report_files import FORM, checked


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", forms.names())
def test_the_page_of_a_form_says_what_the_form_says(name, language):
    # if not: python -m scicity form NAME --doc
    written = (places.FORM_DOCS / f"{name}{ENDINGS[language]}").read_text(encoding="utf-8")
    assert written == form_page(name, language)


def test_there_is_a_page_for_no_other_form():
    pages = {path.name for path in places.FORM_DOCS.glob("*.md")}
    assert pages == {f"{name}{ending}" for name in forms.names() for ending in ENDINGS.values()}


def test_a_page_names_columns_aliases_units_entries_and_checks():
    page = form_page(FORM, "zh")
    assert "| 产值 | Output | 金额（万元） | 必填 | `output_month`、当月产值" in page
    assert "集成电路 `NIT-IC`" in page and "按万元存储" in page
    assert "“产值”不明显偏离同一“企业代码”此前各月的水平" in page


def test_every_check_and_type_has_its_words():
    wanted = {f"doc_check_{one}" for one in RULES} | {f"doc_type_{one}" for one in TYPES}
    assert wanted <= set(words())


def test_the_example_of_a_page_is_a_file_that_is_accepted(tmp_path):
    example = form_page(FORM, "zh").split("```csv\n")[1].removesuffix("```\n")
    (tmp_path / "a.csv").write_text(example, encoding="utf-8")
    result = checked(tmp_path / "a.csv")
    assert (result.accepted, len(result.rows)) == (True, 1)
