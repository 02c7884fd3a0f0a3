"""Settings that cannot be built are refused by name."""

import pytest

from scicity import places
from scicity.demo.calibration import built
from scicity.demo.reading import read_settings


def changed(folder, old, new):
    text = (places.DEMO / "industry.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1, "the change must hit one place"
    path = folder / "industry.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('code = "GH-BT"', 'code = "GH-XX"', "each sub-field of the taxonomy"),
        ("firms = 3, size = 0.52,", "firms = 1, size = 0.52,", "NIT-5G changes by fewer than 3"),
        ('"none", firms = 24, size = 28.0', '"both", firms = 24, size = 28.0', "HS-TIC has high-tech"),
        ('member = "AM-LM/8"', 'member = "AM-LM/1"', "revision of AM-LM/1"),
        ('"services_2019-07" = "old_csv"', '"services_2019-07" = "fax"', "habit 'fax' is not described"),
        ("size = 3.2, last_year = 2018", "size = 3.2, last_year = 2019", "AM-LM has entries and exits in 2020"),
        ("growth_2020 = [-20.3, ", "growth_2020 = [", "AM-ADD has 6 growths of 2020, expected 7"),
    ],
)
def test_a_contradiction_is_refused_by_name(tmp_path, old, new, reason):
    with pytest.raises(ValueError, match=reason):
        read_settings(changed(tmp_path, old, new))


def test_a_city_that_misses_a_published_figure_is_refused(tmp_path):
    # one manufacturer fewer than the 57 that were published
    path = changed(
        tmp_path, '{ set = "high_tech", firms = 3, size = 90.0 }', '{ set = "high_tech", firms = 2, size = 90.0 }'
    )
    with pytest.raises(ValueError, match="hightech_mfg_enterprises_2020_08.*57 expected, the model gives 56"):
        built(read_settings(path))
