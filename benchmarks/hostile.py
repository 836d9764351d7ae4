"""Text that is dear to read: one small thing said over and over, as broken tables, lists and files made to do harm hold it."""

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
