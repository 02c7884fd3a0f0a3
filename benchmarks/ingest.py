"""How fast report files are read and checked: rows a second and peak memory, text and workbook, clean and compared.

`python benchmarks/ingest.py [rows …]`: each size runs in a process of its own; one JSON line a case. The rows are
twelve columns wide, amounts all different, with a total row and a note; 'compared' knows the month before of each
enterprise. Quote ratios of one run: machines are noisy.
"""

import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

HEADER = ["月份", "细分领域", "企业代码", "企业名称", "集团代码", "高技术制造业", "战略性新兴产业", "产值", "累计产值",
          "上年同月", "上年同期累计", "单位"]  # fmt: skip
FIELDS = ["集成电路", "人工智能", "大数据", "轻量化材料", "医疗设备", "其他"]
MOST_IN_A_WORKBOOK = 60_000  # a larger one unpacks to more than is allowed


def rows(count: int):
    """Reports of eight months, month by month: as many enterprises as that takes."""
    chance = random.Random(7)
    enterprises = -(-count // 7)
    totals = [0] * enterprises
    for number in range(count):
        who, month = number % enterprises, 2 + number // enterprises
        cents = (1000 + who % 8000) * 100 + chance.randrange(0, 50_000)
        totals[who] += cents
        written = "2020年1—2月" if month == 2 else f"2020年{month}月"
        amounts = [cents, totals[who], cents * 9 // 10, totals[who] * 9 // 10]
        shown = [f"{one / 100:.2f}" for one in (amounts if month > 2 else [cents, cents, amounts[2], amounts[2]])]
        yield [written, FIELDS[who % len(FIELDS)], f"91500107MA{who:08}", f"企业{who:08}", "",
               "是" if who % 7 else "否", "否", *shown, "万元"]  # fmt: skip


def written(path: Path, count: int) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(rows(count))
        return path
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        page = book.add_worksheet("月报")
        page.write_row(0, 0, HEADER)
        for number, row in enumerate(rows(count), start=1):
            for position, cell in enumerate(row):
                page.write_number(number, position, float(cell)) if 7 <= position <= 10 else page.write_string(
                    number, position, cell
                )
    return path


def spent() -> float:
    """Seconds of work of this process and its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure(path: str, compared: bool) -> None:
    """Reads one file and prints what it cost. Memory is the larger of this process and its child."""
    from scicity.ingest import check_file, known_from

    known = known_from(check_file(path, "enterprise_output").understood, "enterprise_output") if compared else None
    began, worked = time.perf_counter(), spent()
    result = check_file(path, "enterprise_output", known)
    seconds, work = time.perf_counter() - began, spent() - worked
    read = result.reading.rows_read
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 2**20
    print(json.dumps({"file": Path(path).name, "rows": read, "compared": compared, "seconds": round(seconds, 2),
                      "cpu_seconds": round(work, 2), "rows_per_cpu_second": round(read / work),
                      "peak_gib": round(peak, 2), "accepted": result.accepted,
                      "kinds": sorted({one.kind for one in result.findings})}))  # fmt: skip


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            files = [written(Path(folder) / f"{size}.csv", size)]
            if size <= MOST_IN_A_WORKBOOK:
                files.append(written(Path(folder) / f"{size}.xlsx", size))
            for path in files:
                for compared in ("", "compared"):
                    subprocess.run([sys.executable, __file__, "--measure", str(path), compared], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], sys.argv[3] == "compared")
    else:
        main([int(one) for one in sys.argv[1:]] or [10_000, 60_000, 1_000_000])
