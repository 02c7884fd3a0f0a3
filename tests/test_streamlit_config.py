"""How the dashboard is served and looks: .streamlit/config.toml against the Streamlit that is installed."""

import re
import tomllib

import pytest
from streamlit import config

CONTRAST = 4.5  # WCAG 2.2 AA, text


@pytest.fixture(scope="module")
def settings(project):
    return tomllib.loads((project / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def options(table: dict, prefix: str = "") -> list[str]:
    """Full names of all settings, 'theme.light.primaryColor'."""
    return [
        name
        for key, value in table.items()
        for name in (options(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key])
    ]


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_guideline_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the guideline's own near miss


def test_every_setting_is_one_that_streamlit_knows(settings):
    assert [name for name in options(settings) if name not in config._config_options_template] == []


def test_each_mode_has_exactly_ten_chart_colours(settings):
    assert [len(settings["theme"][mode]["chartCategoricalColors"]) for mode in ("light", "dark")] == [10, 10]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read_on_both_grounds_and_buttons_stand_out(settings, mode):
    theme = settings["theme"][mode]
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme["textColor"], theme[ground]) >= CONTRAST
        assert contrast(theme["primaryColor"], theme[ground]) >= CONTRAST
    assert contrast(theme["borderColor"], theme["backgroundColor"]) >= 3  # WCAG 2.2 AA, controls


def test_nothing_is_fetched_from_or_told_to_the_outside(settings, project):
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorLinks"] is False
    assert not re.search("https?://", (project / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_the_dashboard_is_reachable_from_its_own_machine_only_unless_told_otherwise(settings):
    assert settings["server"]["address"] == "127.0.0.1"


def test_a_reader_never_sees_an_exception(settings):
    assert settings["client"]["showErrorDetails"] == "none"
