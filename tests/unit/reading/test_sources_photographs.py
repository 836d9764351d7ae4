"""Picture files: how each format, turn and skew becomes a straight page, what is too large or broken, and the way back."""

import io
import json
import re
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from hopluc.errors import BrokenFile, NoText, NotInstalled, TooLarge, UnreadableFile
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.bundles import bundle, bundle_name, is_picture
from hopluc.reading.sources.graymaps import graymap
from hopluc.reading.sources.limits import PICTURE_DOTS, SCANNED_PAGES
from hopluc.reading.sources.paper import corners_of, from_above
from hopluc.reading.sources.photographs import picture_of_bundle, picture_of_photograph
from hopluc.reading.sources.scan_lines import counted_letters
from hopluc.reading.sources.scanner import scanner
from hopluc.reading.sources.sniff import JPEG, PNG
from hopluc.reading.sources.straight import evenly_lit, level, skew_of, turned
from sources import printed

WORDS = "Quyết định số 15/QĐ-UBND ngày 05/3/2024 của thành phố Vĩnh Hà."
LONGER = f"{WORDS}\n\nGiao Sở Khoa học và Công nghệ thành phố chủ trì thực hiện Chương trình.\n\nLưu: VT, KHCN."
TURNED_BY_THE_CAMERA = 6

can_scan = pytest.mark.skipif(scanner() is None, reason="tesseract with its Vietnamese data is not installed")


def paper(words: str = LONGER) -> Image.Image:
    return Image.open(io.BytesIO(printed(words, "png"))).convert("L")


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def skewed(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def dotted(x: int, y: int) -> Image.Image:
    image = Image.new("L", (300, 200), 255)
    image.paste(0, (x - 2, y - 2, x + 3, y + 3))
    return image


def middle_of_ink(image: Image.Image) -> tuple[float, float]:
    rows, columns = np.nonzero(np.asarray(image) < 128)
    return float(columns.mean()) + 0.5, float(rows.mean()) + 0.5


def said_of(drawn: bytes) -> dict[str, object]:
    head = re.match(rb"P5\n# (\{.*\})\n(\d+) (\d+)\n255\n", drawn)
    assert head is not None
    return json.loads(head[1]) | {"size": (int(head[2]), int(head[3]))}


def words_of(data: bytes, name: str = "a") -> str:
    return " ".join(open_source(data, name).text.split())


@pytest.mark.parametrize("degrees", [-5.0, -2.0, 0.0, 0.7, 3.0, 9.0])
def test_the_skew_of_lines_is_measured(degrees: float) -> None:
    measured, sideways = skew_of(skewed(paper(), degrees))

    assert (abs(measured - degrees) < 0.15, sideways) == (True, False)


def test_lines_that_run_up_the_page_are_seen() -> None:
    assert skew_of(paper().transpose(Image.Transpose.ROTATE_90))[1] is True


def test_an_empty_page_has_no_skew() -> None:
    assert skew_of(Image.new("L", (800, 600), 255)) == (0.0, False)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turn_leads_back(degrees: int) -> None:
    image, way = turned(dotted(40, 150), degrees)

    assert tuple(way @ (*middle_of_ink(image), 1)) == pytest.approx((40.5, 150.5, 1), abs=0.01)


@pytest.mark.parametrize("degrees", [-4.0, 0.0, 7.5])
def test_levelling_leads_back(degrees: float) -> None:
    image, way = level(dotted(40, 150), degrees)

    assert tuple(way @ (*middle_of_ink(image), 1)) == pytest.approx((40.5, 150.5, 1), abs=0.4)


def test_shadows_go_and_white_paper_is_left_as_it_is() -> None:
    white = paper()
    shade = np.linspace(0.5, 1.0, white.width)
    shaded = Image.fromarray((np.asarray(white) * shade).astype(np.uint8))

    lit = np.asarray(evenly_lit(shaded))

    assert evenly_lit(white) is white
    assert (int(np.median(lit)) > 245, int(np.percentile(lit, 5)) > 200, int(lit.min()) < 60) == (True, True, True)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP", "HEIF"])
def test_every_format_is_one_straight_page(kind: str) -> None:
    drawn = said_of(picture_of_photograph(saved(paper(WORDS).convert("RGB"), kind, dpi=(200, 200)), "a", 1))

    assert (drawn["size"], drawn["back"], drawn["sideways"]) == ((945, 472), [1, 0, 0, 0, 1, 0, 0, 0, 1], False)
    assert picture_of_photograph(saved(paper(WORDS).convert("RGB"), kind), "a", 2) == b""


@pytest.mark.parametrize(("said", "dpi"), [((200, 200), 200.0), ((72, 72), 90.0), ((3000, 3000), 90.0)])
def test_dots_per_inch_are_what_can_be(said: tuple[int, int], dpi: float) -> None:
    assert said_of(picture_of_photograph(saved(paper(WORDS), "PNG", dpi=said), "a", 1))["dpi"] == pytest.approx(dpi, abs=0.1)


def test_a_photograph_of_many_dots_is_made_smaller() -> None:
    drawn = said_of(picture_of_photograph(saved(paper(WORDS).resize((8000, 4004)), "JPEG"), "a", 1))

    assert (drawn["size"], drawn["dpi"]) == ((3600, 1802), pytest.approx(3600 / 11.69))


def test_what_is_see_through_is_paper() -> None:
    clear = Image.new("RGBA", (200, 100), (0, 0, 0, 0))

    assert set(picture_of_photograph(saved(clear, "PNG"), "a", 1)[-20_000:]) == {255}


def test_the_camera_tells_how_it_was_held() -> None:
    how = Image.Exif()
    how[0x0112] = TURNED_BY_THE_CAMERA
    lying = paper(WORDS).transpose(Image.Transpose.ROTATE_90)

    assert said_of(picture_of_photograph(saved(lying, "JPEG", exif=how), "a", 1))["size"] == (945, 472)


def test_each_page_of_a_tiff_is_a_page() -> None:
    pages = saved(paper(WORDS), "TIFF", save_all=True, append_images=[paper("Trang hai.")], compression="tiff_lzw")

    drawn = [picture_of_photograph(pages, "a.tif", number) for number in (1, 2, 3)]

    assert (drawn[0] == drawn[1], drawn[2]) == (False, b"")


def enormous(width: int, height: int) -> bytes:
    """A picture that says it is very large, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(10_000))) + chunk(b"IEND", b"")


def test_a_picture_past_all_measure_is_refused_unopened() -> None:
    with Sandbox() as sandbox, pytest.raises(TooLarge) as refusal:
        sandbox.draw(enormous(60_000, 60_000), PNG, "a.png", 1)

    with pytest.raises(TooLarge):
        picture_of_photograph(enormous(60_000, 60_000), "a.png", 1)
    assert refusal.value.details["reason"] == f"ảnh lớn hơn {PICTURE_DOTS // 1_000_000} triệu điểm ảnh"


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0",
        enormous(2_000, 2_000),
        b"II*\x00\x08\x00\x00\x00\xff\xff",
        b"\xff\xd8\xff\xe0" + bytes(400),
        b"\0\0\0\x18ftypheic" + bytes(40),
        b"RIFF\x20\0\0\0WEBP" + bytes(40),
    ],
)
def test_a_damaged_picture_is_broken(data: bytes) -> None:
    with Sandbox() as sandbox, pytest.raises(BrokenFile):
        sandbox.draw(data, PNG, "a", 1)
    with pytest.raises(BrokenFile):
        picture_of_photograph(data, "a", 1)


@pytest.mark.parametrize("cut", [100, 2_000, 9_000])
def test_a_picture_cut_off_has_a_verdict(cut: int) -> None:
    with Sandbox() as sandbox, pytest.raises(UnreadableFile):
        sandbox.draw(saved(paper(), "JPEG")[:cut], JPEG, "a.jpg", 1)


def test_the_rules_of_a_leaning_table_are_whole() -> None:
    lines = skewed(paper("#table(columns: (30mm, 30mm), rows: 12mm, [a], [b], [c], [d])"), 2)

    upright, across = said_of(graymap(lines, 200, 0))["strokes"]

    assert {round(x / 85) for x, _, _ in upright} == {round(x / 85) for x, low, high in upright if high - low > 60}
    assert len({round(y / 34) for y, _, _ in across}) >= 3


def test_pictures_taken_together_are_one_file_that_keeps_them() -> None:
    first, second = saved(paper(WORDS), "PNG"), saved(paper("Trang hai của văn bản."), "JPEG")
    together = bundle([("b.png", first), ("a/x.jpg", second)])

    assert together == bundle([("b.png", first), ("a/x.jpg", second)])
    assert (first in together, second in together) == (True, True)
    pages = [picture_of_bundle(together, "b.zip", number) for number in (1, 2, 3)]
    assert pages == [picture_of_photograph(first, "b", 1), picture_of_photograph(second, "a", 1), b""]


def test_a_bundle_past_all_pages_ends() -> None:
    together = bundle([("a.png", saved(Image.new("L", (40, 40), 255), "PNG"))] * (SCANNED_PAGES + 2))

    assert picture_of_bundle(together, "b.zip", SCANNED_PAGES + 2) == b""


@pytest.mark.parametrize(
    ("names", "called"), [(["a.jpg"], "a.zip"), (["ảnh 1.heic", "b.jpg", "c"], "ảnh 1 và 2 ảnh khác.zip"), (["x"], "x.zip")]
)
def test_a_bundle_is_called_by_its_first_file(names: list[str], called: str) -> None:
    assert bundle_name(names) == called


@pytest.mark.parametrize(("data", "said"), [(b"\xff\xd8\xff\xe0", True), (b"Xin ch\xc3\xa0o", False), (b"", False)])
def test_what_begins_as_a_picture_is_one(data: bytes, said: bool) -> None:
    assert is_picture(data, "a") is said


def test_letters_on_sure_words_are_counted() -> None:
    head = "level\n1\t1\t0\t0\t0\t0\t0\t0\t600\t800\t-1\t\n"
    rows = "".join(f"5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t{sure}\tmười.chữ\n" for sure in (95, 30, 60))

    assert (counted_letters(head + rows), counted_letters(head)) == ((14, 21), (0, 0))


@can_scan
@pytest.mark.parametrize("degrees", [2, -5])
def test_a_skewed_photograph_is_read_and_its_boxes_stand_where_it_leans(degrees: int) -> None:
    leaning = skewed(paper(), degrees)
    document = open_source(saved(leaning, "JPEG", dpi=(200, 200), quality=90), "a.jpg")

    left, bottom, right, top = document.locators[0].box or (0, 0, 0, 0)
    ink = leaning.crop(
        tuple(round(side * 200 / 72) for side in (left, leaning.height * 0.36 - top, right, leaning.height * 0.36 - bottom))
    )
    assert document.text.splitlines()[0] == WORDS
    assert float((np.asarray(ink) < 128).mean()) > 0.03


ON_A_DESK = np.array([(420.0, 260.0), (1700.0, 330.0), (1780.0, 1060.0), (300.0, 980.0)])


def photographed(corners: np.ndarray, *, desk: int = 60) -> Image.Image:
    """The page as a sheet with these corners on a desk, more in the shade to one side."""
    page = paper()
    flat = Image.new("L", (2000, 1300), desk)
    wide, tall = page.width, page.height
    whole = np.array([(0.0, 0.0), (wide, 0.0), (wide, tall), (0.0, tall)])
    rows = [
        row
        for (x, y), (u, v) in zip(corners, whole, strict=True)
        for row in ((x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y))
    ]
    data = np.linalg.solve(np.array(rows), whole.ravel())
    way = Image.Transform.PERSPECTIVE
    sheet = page.transform(flat.size, way, tuple(data), Image.Resampling.BICUBIC)
    flat.paste(sheet, mask=Image.new("L", page.size, 255).transform(flat.size, way, tuple(data)))
    return Image.fromarray((np.asarray(flat) * np.linspace(0.8, 1.0, flat.width)).astype(np.uint8))


def test_the_corners_of_a_sheet_on_a_desk_are_found() -> None:
    found = corners_of(photographed(ON_A_DESK))

    assert found is not None
    assert float(np.abs(found - ON_A_DESK).max()) < 16


def test_what_is_paper_all_over_or_no_sheet_has_no_corners() -> None:
    banner = paper()
    banner.paste(20, (0, 0, banner.width, 60))
    blot = Image.new("L", (900, 900), 30)
    blot.paste(240, (100, 100, 400, 800))
    blot.paste(240, (100, 650, 800, 800))

    assert [corners_of(picture) is None for picture in (paper(), banner, blot, Image.new("L", (300, 300), 40))] == [True] * 4


def test_a_sheet_seen_from_above_leads_back() -> None:
    flat, way = from_above(photographed(ON_A_DESK), ON_A_DESK)

    corners = [way @ (x, y, 1) for x, y in ((0, 0), (flat.width, 0), (flat.width, flat.height), (0, flat.height))]
    assert [tuple(corner[:2] / corner[2]) for corner in corners] == [pytest.approx(tuple(corner)) for corner in ON_A_DESK]


@can_scan
def test_a_sheet_photographed_aslant_is_read_and_its_boxes_stand_on_it() -> None:
    picture = photographed(ON_A_DESK)
    document = open_source(saved(picture, "JPEG", quality=90, dpi=(200, 200)), "a.jpg")

    left, bottom, right, top = (side * 200 / 72 for side in document.locators[0].box or (0, 0, 0, 0))
    assert document.text.splitlines()[0] == WORDS
    ink = np.asarray(picture.crop((round(left), round(picture.height - top), round(right), round(picture.height - bottom))))
    assert (300 < left < right < 1800, top - bottom < 150, 0.03 < float((ink < 100).mean()) < 0.4) == (True, True, True)


@can_scan
@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270])
def test_a_page_on_its_side_or_its_head_is_read(turn: Image.Transpose) -> None:
    assert words_of(saved(paper().transpose(turn), "PNG", dpi=(200, 200))) == " ".join(LONGER.split())


@can_scan
def test_pictures_together_are_one_document_of_pages() -> None:
    together = bundle(
        [
            ("1.png", saved(paper(WORDS), "PNG", dpi=(200, 200))),
            ("2.jpg", saved(paper("Trang hai của văn bản."), "JPEG", dpi=(200, 200))),
        ]
    )

    document = open_source(together, "văn bản.zip")

    assert document.text == f"{WORDS}\nTrang hai của văn bản.\n"
    assert ({at.page for at in document.locators}, dict(document.properties)) == ({1, 2}, {"recognised_pages": "1-2"})


@can_scan
def test_a_picture_without_words_asks_for_a_better_one() -> None:
    with pytest.raises(NoText) as refusal:
        open_source(saved(Image.new("L", (600, 400), 255), "PNG"), "a.png")

    assert "Đề nghị chụp lại thẳng, đủ sáng, rõ nét" in str(refusal.value)


@pytest.mark.parametrize("kind", ["TIFF", "HEIF", "WEBP"])
def test_without_the_program_a_picture_is_refused(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(NotInstalled):
        open_source(saved(paper(WORDS).convert("RGB"), kind), "a")
