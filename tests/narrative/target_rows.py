"""Rows of the figure `target_progress`, written out."""


def row(**given):
    told = {
        "indicator": "leading_scale", "scope": "KXC", "kind": "level", "unit": "100m_yuan", "period": "2020-08",
        "target_value": 1000.0, "original_value": None, "set_on": "2020-01-15", "revised_on": None,
        "actual_value": 772.0, "progress_pct": 77.2, "time_pct": 66.7, "gap_pp": 10.5, "history_pct": None,
        "required_value": 57.0, "state": "ahead", "status": "preliminary", "provenance": "demo",
    }  # fmt: skip
    return {**told, **given}


BEHIND = {"indicator": "retrofit_enterprises", "unit": "enterprises", "target_value": 70.0, "actual_value": 44.0,
          "progress_pct": 62.9, "gap_pp": -3.8, "state": "at_risk", "required_value": 6.5}  # fmt: skip
GROWTH = {"indicator": "industrial_output", "kind": "growth", "unit": "pct", "target_value": 3.0, "actual_value": 1.4,
          "progress_pct": None, "gap_pp": -1.6, "required_value": None, "state": ""}  # fmt: skip
UNREPORTED = {"actual_value": None, "progress_pct": None, "gap_pp": None, "required_value": None, "state": "",
              "status": "unreported"}  # fmt: skip
