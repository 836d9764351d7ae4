"""The head of a document: what it claims of itself."""

import pytest

from hopluc.reading.document import Document, Span
from hopluc.reading.head import Head, head
from hopluc.vietnamese import nfc

DECISION = """ỦY BAN NHÂN DÂN
TỈNH TÂN LÂM
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1209/QĐ-UBND
Tân Lâm, ngày 24 tháng 06 năm 2013
QUYẾT ĐỊNH
Về việc phê duyệt Kế hoạch đổi mới công nghệ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂN LÂM
Căn cứ Luật Tổ chức chính quyền địa phương;
"""
REPORT = """UBND THÀNH PHỐ VĨNH HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ\tĐộc lập - Tự do - Hạnh phúc

Số:      /BC-SKHCN\tVĩnh Hà, ngày    tháng 6 năm 2024

BÁO CÁO
Kết quả thực hiện Chương trình biển xanh
năm 2024

I. KẾT QUẢ
"""
LETTER = "SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 123/SKHCN-QLKH\nV/v đôn đốc báo cáo kết quả\n\nVĩnh Hà, ngày 3 tháng 4 năm 2025\n\nKính gửi: Các sở"
AGREEMENT = "THỎA THUẬN HỢP TÁC\nVỀ ĐÀO TẠO NHÂN LỰC\nGIAI ĐOẠN 2024-2028\n\nHôm nay, ngày 2 tháng 3 năm 2024"
PLAN = "KẾ HOẠCH\nThực hiện Chương trình hợp tác của tỉnh giai đoạn 2026 - 2030\n\nThực hiện chỉ đạo của Tỉnh ủy, Sở ban hành Kế hoạch như sau:\n"
UNTITLED = "BÁO CÁO\nThực hiện Công văn số 12/UBND-KT ngày 05/02/2025 của tỉnh, Sở báo cáo kết quả\n"
ARTICLE = "Số lượt truy cập : 35\n\nVườn ươm công nghệ của tỉnh Tân Lâm mở cửa\n12/9/2023\n"


OLD = "HỘI ĐỒNG BỘ TRƯỞNG\nNGHỊ ĐỊNH\n\nCỦA HỘI ĐỒNG BỘ TRƯỞNG SỐ 12/HĐBT\nNGÀY 2-7-1982 VỀ VIỆC LẬP CÁC TRẠM NUÔI ONG\n\nHỘI ĐỒNG BỘ TRƯỞNG\nCăn cứ Luật"
FIRST_YEARS = (
    "SẮC LỆNH\n\nCỦA CHỦ TỊCH CHÍNH PHỦ LÂM THỜI SỐ 28 NV NGÀY 15 THÁNG 3 NĂM 1946\n\nChiểu lời đề nghị của Bộ trưởng,\n"
)
COLLECTED = (
    "Quyết định 35/2016/QĐ-UBND Quy định quản lý công nghệ trên địa bàn tỉnh Tân Lâm\n| Số hiệu | 35/2016/QĐ-UBND |\n| Ngày ban hành | 09/09/2016 |\n"
    "| Loại văn bản | Quyết định |\n| Cơ quan ban hành | Tỉnh Tân Lâm |\nỦY BAN NHÂN DÂN |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nCăn cứ Luật Đầu tư;\n"
)
ASKED = "SỞ XÂY DỰNG\nSố: 267/SXD-KHCN\nTân Lâm, ngày 15 tháng 6 năm 2016\nKính gửi: Các đơn vị trực thuộc Sở\nThực hiện Công văn số 2/UBND, đề nghị gửi về trước ngày 20 tháng 6 năm 2016.\n"
PAGE = "Thứ hai, 26/10/2020 10:28 GMT+7\n\nLấy ý kiến về dự thảo quy định nuôi ong lấy mật\nÝ kiến gửi về Sở trước ngày 26 tháng 3 năm 2018 để tổng hợp.\n"
PROVINCE = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 7/QĐ-UBND | Tân Lâm, ngày 2 tháng 3 năm 2013 |\nQUYẾT ĐỊNH\nVỀ VIỆC NUÔI ONG\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\n"


STRIPPED = (
    "ỦY BAN NHÂN DÂN |\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM |\nSố: 24/QĐ-UBND |\nTân Lâm, ngày 08 tháng 01 năm 2019 |\nBAN HÀNH QUY CHẾ NUÔI ONG LẤY MẬT\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nCăn cứ Luật Đầu tư;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\n"
)
ABOUT = "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 18/QĐ-UBND | Tân Lâm, ngày 30 tháng 5 năm 2011 |\nV/V BAN HÀNH QUY CHẾ NUÔI ONG\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂN LÂM\nCăn cứ Luật Đầu tư;\n"
TITLED_ABOVE = "Nghị quyết 34/2025/NQ-HĐND quy định chính sách nuôi ong lấy mật\nHỘI ĐỒNG NHÂN DÂN\nTỈNH TÂN LÂM\nSố: 34/2025/NQ-HĐND\nNGHỊ QUYẾT\nCăn cứ Luật Đầu tư;\n"
RUN_ON = "ỦY\nBAN NHÂN DÂN\nTỈNH TÂN LÂM\nSố: 20/CT-UBND\nCHỈ THỊ\nVỀ VIỆC NÂNG CAO HIỆU QUẢ NUÔI ONG LẤY MẬT\nTRÊN ĐỊA BÀN TỈNH TÂN LÂM\nHoạt động nuôi ong của tỉnh thời gian qua có nhiều chuyển biến tích cực.\n"
LABELS = "Số hiệu 28/TC-KHKT\nNgày ban hành 24/09/1986\nLoại văn bản Thông tư liên tịch\n\nBáo đăng lại - 03/04/2025 17:35\nHướng dẫn trích lập quỹ phát triển kỹ thuật nuôi ong\n"
OF_A_PLAN = "KẾ HOẠCH\nTHỰC HIỆN KẾ HOẠCH SỐ 183-KH/TU NGÀY 18/3/2024 CỦA\nBAN THƯỜNG VỤ TỈNH ỦY VỀ NUÔI ONG\nThực hiện Quyết định số 7/QĐ-TTg;\n"


def claims(text: str) -> tuple[str | None, ...]:
    read = head(Document("a.txt", nfc(text)))
    return (read.number, read.date, read.issuer, read.doc_type, read.title)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DECISION,
            (
                "1209/QĐ-UBND",
                "2013-06-24",
                "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM",
                "quyết định",
                "phê duyệt Kế hoạch đổi mới công nghệ",
            ),
        ),
        (REPORT, (None, None, "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "báo cáo", "Kết quả thực hiện Chương trình biển xanh năm 2024")),
        (LETTER, ("123/SKHCN-QLKH", "2025-04-03", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "công văn", "đôn đốc báo cáo kết quả")),
        (
            STRIPPED,
            ("24/QĐ-UBND", "2019-01-08", "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM", "quyết định", "BAN HÀNH QUY CHẾ NUÔI ONG LẤY MẬT"),
        ),
        (ABOUT, ("18/QĐ-UBND", "2011-05-30", "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM", "quyết định", "BAN HÀNH QUY CHẾ NUÔI ONG")),
        (
            TITLED_ABOVE,
            (
                "34/2025/NQ-HĐND",
                None,
                "HỘI ĐỒNG NHÂN DÂN TỈNH TÂN LÂM",
                "nghị quyết",
                "Nghị quyết 34/2025/NQ-HĐND quy định chính sách nuôi ong lấy mật",
            ),
        ),
        (
            RUN_ON,
            (
                "20/CT-UBND",
                None,
                "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM",
                "chỉ thị",
                "NÂNG CAO HIỆU QUẢ NUÔI ONG LẤY MẬT TRÊN ĐỊA BÀN TỈNH TÂN LÂM",
            ),
        ),
        (
            LABELS,
            ("28/TC-KHKT", "1986-09-24", None, "thông tư liên tịch", "Hướng dẫn trích lập quỹ phát triển kỹ thuật nuôi ong"),
        ),
        (
            OF_A_PLAN,
            (
                None,
                None,
                None,
                "kế hoạch",
                "THỰC HIỆN KẾ HOẠCH SỐ 183-KH/TU NGÀY 18/3/2024 CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ NUÔI ONG",
            ),
        ),
        (OLD, ("12/HĐBT", "1982-07-02", "HỘI ĐỒNG BỘ TRƯỞNG", "nghị định", "LẬP CÁC TRẠM NUÔI ONG")),
        (FIRST_YEARS, ("28 NV", "1946-03-15", "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI", "sắc lệnh", None)),
        (
            COLLECTED,
            (
                "35/2016/QĐ-UBND",
                "2016-09-09",
                "ỦY BAN NHÂN DÂN Tỉnh Tân Lâm",
                "quyết định",
                "Quyết định 35/2016/QĐ-UBND Quy định quản lý công nghệ trên địa bàn tỉnh Tân Lâm",
            ),
        ),
        (ASKED, ("267/SXD-KHCN", "2016-06-15", "SỞ XÂY DỰNG", "công văn", None)),
        (PAGE, (None, None, None, None, "Lấy ý kiến về dự thảo quy định nuôi ong lấy mật")),
        (PROVINCE, ("7/QĐ-UBND", "2013-03-02", "ỦY BAN NHÂN DÂN TỈNH TÂN LÂM", "quyết định", "NUÔI ONG")),
        (AGREEMENT, (None, None, None, "thỏa thuận hợp tác", "VỀ ĐÀO TẠO NHÂN LỰC GIAI ĐOẠN 2024-2028")),
        (ARTICLE, (None, None, None, None, "Vườn ươm công nghệ của tỉnh Tân Lâm mở cửa")),
        (PLAN, (None, None, None, "kế hoạch", "Thực hiện Chương trình hợp tác của tỉnh giai đoạn 2026 - 2030")),
        (UNTITLED, (None, None, None, "báo cáo", None)),
        ("Một câu.", (None, None, None, None, None)),
    ],
    ids=[
        "decision",
        "report",
        "letter",
        "stripped",
        "about",
        "titled above",
        "run on",
        "labels",
        "of a plan",
        "old",
        "first years",
        "collected",
        "asked",
        "page",
        "province",
        "agreement",
        "article",
        "plan",
        "untitled",
        "nothing",
    ],
)
def test_head_reads_what_the_document_claims(text: str, expected: tuple[str | None, ...]) -> None:
    assert claims(text) == expected


def test_each_part_says_where_it_stands() -> None:
    made = Document("a.txt", nfc(DECISION))

    assert {name: made.quote(span) for name, span in head(made).spans} == {
        "number": "1209/QĐ-UBND",
        "date": "ngày 24 tháng 06 năm 2013",
        "issuer": "ỦY BAN NHÂN DÂN",
        "title": "phê duyệt Kế hoạch đổi mới công nghệ",
    }


def test_head_of_an_empty_document_claims_nothing() -> None:
    assert head(Document("a.txt", "")) == Head()


def test_spans_lie_in_the_text() -> None:
    made = Document("a.txt", nfc(REPORT))

    assert all(Span(0, len(made.text)).contains(span) for _, span in head(made).spans)
