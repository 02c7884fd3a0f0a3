"""The bundle of pictures: numbered files, and a list that says of each what it is and whether it was changed."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest

from scicity.exports.about import About
from scicity.exports.bundle import LIST, Picture, zip_bytes

ABOUT = About(
    title="主导产业规模", unit="亿元", period="2020年1—8月", scope="科学城全域", filters="", definition="",
    source="月报",
    as_of="2020-10-15", release="20201015-01", provenance="official",
)  # fmt: skip
PICTURE = Picture(b"one", "规模.png", ABOUT, link="http://here/output?month=2020-08")


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def listed(data):
    return json.loads(unpacked(data)["manifest.json"])


def test_every_picture_is_in_the_list_with_its_sum():
    data = zip_bytes([PICTURE, replace(PICTURE, data=b"two", title="我的标题")])
    files = unpacked(data)
    assert list(files) == ["1_规模.png", "2_规模.png", "manifest.json", "manifest.csv"]
    assert [(one["file"], one["title"]) for one in listed(data)] == [
        ("1_规模.png", "主导产业规模"),
        ("2_规模.png", "我的标题"),
    ]
    assert [one["sha256"] for one in listed(data)] == [sha256(files[one["file"]]).hexdigest() for one in listed(data)]
    assert listed(data)[0] == {
        "file": "1_规模.png", "title": "主导产业规模", "period": "2020年1—8月", "scope": "科学城全域",
        "release": "20201015-01", "provenance": "official", "sha256": sha256(b"one").hexdigest(),
        "link": "http://here/output?month=2020-08",
    }  # fmt: skip


def test_the_list_for_people_opens_in_excel_and_no_caption_is_run_as_a_formula():
    text = unpacked(zip_bytes([replace(PICTURE, title="=1+1")]))["manifest.csv"]
    head, row = csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""))
    assert head == ["文件", "标题", "时期", "范围", "数据版本", "数据性质", "校验和（SHA-256）", "链接"]
    assert text.startswith(b"\xef\xbb\xbf") and len(row) == len(LIST)
    assert row[1] == "'=1+1"


def test_demonstration_data_say_so_in_both_lists():
    data = zip_bytes([PICTURE, replace(PICTURE, about=replace(ABOUT, provenance="demo"))])
    assert [one["provenance"] for one in listed(data)] == ["official", "demo"]
    assert unpacked(data)["manifest.csv"].decode("utf-8-sig").startswith("# 演示数据")


def test_ten_pictures_stay_in_order_and_no_name_leaves_the_folder_it_is_unpacked_to():
    names = [
        name for name in unpacked(zip_bytes([replace(PICTURE, name="../规模.png")] * 10)) if "manifest" not in name
    ]
    assert names == sorted(names) and names[0] == "01_规模.png"


def test_the_same_pictures_give_the_same_bytes():
    assert zip_bytes([PICTURE]) == zip_bytes([PICTURE])


def test_a_bundle_of_nothing_is_refused():
    with pytest.raises(ValueError, match="give at least one"):
        zip_bytes([])
