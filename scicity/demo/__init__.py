"""The demonstration model: a seeded city whose enterprises hand in monthly report files in the real form.

Promise: the same settings give the same files, byte for byte as CSV and cell for cell as XLSX, on any machine.
Nothing in it is a real enterprise; only the calibration targets are published figures.
"""

from scicity.demo.plan import PlannedRelease, write_reports
from scicity.demo.planned import PlannedReport

__all__ = ["PlannedRelease", "PlannedReport", "write_reports"]
