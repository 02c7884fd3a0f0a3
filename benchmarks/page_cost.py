"""Does a page cost more when there are more records? Builds releases of growing size and reruns the pages.

Usage: python benchmarks/page_cost.py [10000 1000000 10000000]
Each size runs in a process of its own. A rerun is timed as Streamlit's own test harness runs it: the whole script,
server-side, without the network; the median of the warm runs is printed.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
WARM_RUNS = 15


def build(rows: int) -> dict:
    """A release from `rows` records: seconds and peak memory of the whole process."""
    from scicity import durable, places, records, releases
    from scicity.demo.scale import write_many

    with durable.staged(places.records()) as staging:
        write_many(staging / records.ROWS, rows)
        months = ("2018-02", "2020-08")
        about = records.Submission(
            1, "enterprise_output", "many.parquet", str(rows), "demo", "preliminary", "", "", "2020-09-20", rows, months
        )
        (staging / records.ABOUT).write_text(json.dumps(asdict(about)), encoding="utf-8")
        durable.settle(staging, about.folder)
    # the benchmark's file names provenance and submission itself; a real one leaves them to the submission
    strip(about.folder / records.ROWS)
    started = time.perf_counter()
    releases.publish("benchmark", published_on="2020-09-20")
    seconds = time.perf_counter() - started
    return {"publish_s": round(seconds, 2), "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def strip(path: Path) -> None:
    import duckdb

    with duckdb.connect() as connection:
        beside = path.with_suffix(".stripped")
        connection.execute(
            f"copy (select * exclude (form, submission, file, provenance) from read_parquet('{path}')) to '{beside}' "
            "(format parquet)"
        )
    os.replace(beside, path)


def rerun() -> dict:
    """Median milliseconds of a warm rerun of the home page, and of filter changes on the industry page."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not app.exception, app.exception
    home = [timed(app.run) for _ in range(WARM_RUNS)]
    app.switch_page("pages/industry/output.py").run()
    assert not app.exception, app.exception
    changes = []
    for number in range(WARM_RUNS):
        picked = [["NIT"], ["NIT", "GH"], ["AM"], []][number % 4]
        app.multiselect(key="ind").set_value(picked)
        changes.append(timed(app.run))
    first, warm = median_ms(changes[:4]), median_ms(changes[4:])
    return {"home_ms": median_ms(home), "filter_first_ms": first, "filter_warm_ms": warm}


def timed(act) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def median_ms(seconds: list[float]) -> float:
    return round(1000 * statistics.median(seconds), 1)


def main(sizes: list[int]) -> None:
    for rows in sizes:
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {"SCICITY_HOME": home}
            answers = [
                json.loads(subprocess.run([sys.executable, __file__, f"--{what}", str(rows)], env=environment,
                                          capture_output=True, text=True, check=True).stdout.splitlines()[-1])
                for what in ("build", "rerun")
            ]  # fmt: skip
        print(json.dumps({"rows": rows, **answers[0], **answers[1]}), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        print(json.dumps(build(int(sys.argv[2]))))
    elif sys.argv[1:2] == ["--rerun"]:
        print(json.dumps(rerun()))
    else:
        main([int(word) for word in sys.argv[1:]] or [10_000, 1_000_000, 10_000_000])
