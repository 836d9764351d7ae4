"""Text that is dear to read: one small thing said over and over, as broken tables, lists and files made to do harm hold it; and spoilt files."""

from random import Random

# What each is about, and the words that are repeated.
PIECES = {
    "digits": "1",
    "digits apart": "1 ",
    "capitals": "A",
    "capitals apart": "A B ",
    "brackets": "(",
    "articles": "Điều ",
    "dashes": "- ",
    "quotation marks": "“",
    "colons": "gồm: ",
    "percent signs": "% ",
    "percentages": "10% ",
    "day and month": "12/5 ",
    "day, month and year": "12/5/2024, ",
    "lists of days": "ngày 5, 6 và 7/8/2024, ",
    "stretches of years": "2021-2025 ",
    "sums": "5 tỷ đồng ",
    "counted things": "100 doanh nghiệp, ",
    "laws": "Luật A ",
    "references": "125/QĐ-UBND, ",
    "departments": "Sở Y tế, ",
    "persons": "Ông Nguyễn Văn An, ",
    "table rows": "| 1 | Xây dựng kế hoạch | Sở Y tế | 2025 |\n",
    "cells": "\t1\n\tXây dựng kế hoạch\n\tSở Y tế\n",
    "short lines": "a\n",
    "units of tables": "ĐVT: triệu đồng\n|kinh phí\n",
    "headings of sums": "Thu (tỷ đồng)\nx\n3\n",
    "units in cells": "\tđồng\t1",
    "list items": "- Xây dựng kế hoạch;\n",
    "cited acts": "Căn cứ Quyết định số 125/QĐ-UBND ngày 12/5/2024 của UBND tỉnh Tân Lâm; ",
    "breakdowns": "Đã khảo sát 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 5 đơn vị môi trường). ",
    "announced lists": "Thỏa thuận gồm 4 nội dung: đào tạo nhân lực; nghiên cứu chung; chuyển giao công nghệ.\n",
    "members": "Ông Nguyễn Văn An, Giám đốc Sở Y tế, Trưởng ban;\n",
    "tasks": "Giao Sở Công Thương chủ trì, phối hợp với Sở Y tế xây dựng kế hoạch trước ngày 30/6/2025. ",
    "agreements": "Ngày 5/6/2024, UBND tỉnh Tân Lâm ký Thỏa thuận hợp tác với Sở Y tế tỉnh Hà Sơn giai đoạn 2024-2028. ",
    "events": "Hội nghị tổng kết chương trình phối hợp được tổ chức ngày 5/6/2024 tại tỉnh Tân Lâm. ",
    "petitions": "Đề nghị Bộ Khoa học và Công nghệ hỗ trợ kinh phí cho tỉnh Tân Lâm. ",
    "targets": "Phấn đấu đến năm 2030 đạt 80% hộ dân dùng nước sạch. ",
    "figures": "Năm 2024 có 120 doanh nghiệp tham gia, đạt 80% kế hoạch. ",
}


def hostile(size: int) -> dict[str, str]:
    """Each piece repeated until it comes to `size` bytes of UTF-8."""
    return {name: piece * max(1, size // len(piece.encode())) for name, piece in PIECES.items()}


def mixed(random: Random, size: int) -> str:
    """A few pieces in turn by chance, with letters between them that nobody types, up to about `size` bytes."""
    chosen = random.sample(list(PIECES.values()), random.randint(2, 5))
    said, length = [], 0
    while length < size:
        said.append(random.choice(chosen) * random.randint(1, 40) + ("" if random.random() < 0.9 else noise(random, 8)))
        length += len(said[-1].encode())
    return "".join(said)


_SCRIPTS = (
    (0x20, 0x7F),
    (0xA0, 0x250),
    (0x300, 0x370),
    (0x1E00, 0x1F00),
    (0x2000, 0x2070),
    (0x590, 0x700),
    (0x4E00, 0x9FFF),
    (0x1F300, 0x1F700),
)


def noise(random: Random, size: int) -> str:
    """Letters, marks and signs of every kind by chance, about `size` bytes; also controls and private letters."""
    ends = [*_SCRIPTS, (0x1, 0x20), (0xE000, 0xE100), (0xFE00, 0xFFFE)]
    letters = [chr(random.randrange(*random.choice(ends))) for _ in range(size // 2)]
    return "".join(letter if random.random() < 0.85 else random.choice(" \n0159./-") for letter in letters)


_SIGNS = b"<>&\"'/%(|;:.-\t\n 0129\x01\x7f"


def spoilt(random: Random, data: bytes) -> bytes:
    """A file with some bytes changed, dropped, doubled or moved; one in five is also filled with any bytes at all, or cut off."""
    spoiled = bytearray(data)
    for _ in range(random.randint(1, 12)):
        start = random.randrange(max(1, len(spoiled)))
        end = min(len(spoiled), start + random.randint(1, 200))
        what = random.randrange(3)
        if what == 0:
            spoiled[start : start + 1] = bytes([random.choice(_SIGNS)])
        elif what == 1:
            del spoiled[start:end]
        else:
            spoiled[start:start] = spoiled[end - 60 : end] * random.randint(1, 30)
    if random.random() < 0.2:
        start = random.randrange(max(1, len(spoiled)))
        spoiled[start : start + 20] = random.randbytes(random.randint(0, 60))
        del spoiled[random.randrange(len(spoiled) + 1) :]
    return bytes(spoiled)
