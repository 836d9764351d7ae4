"""What stands before a decision's own words is no work, no narrative and no fault."""

import pytest

from hopluc.reading import read
from hopluc.reading.document import Document

PREAMBLE = """ỦY BAN NHÂN DÂN
TỈNH TÂN LÂM
Số: 12/KH-UBND
Tân Lâm, ngày 21 tháng 2 năm 2011
KẾ HOẠCH
CHUYỂN GIAO KỸ THUẬT NUÔI ONG CHO ĐỒNG BÀO
Căn cứ Thông tư số 45/2009/TT-BTC ngày 19 tháng 7 năm 2009 của Bộ Tài chính quy định quản lý tài chính thực hiện Đề án nuôi ong;
Căn cứ Quy chế quản lý nhiệm vụ khoa học ban hành kèm theo Quyết định số 67/QĐ-UBND ngày 7-10-2009 của Ủy ban nhân dân tỉnh,
Xét đề nghị của Giám đốc Sở Khoa học và Công nghệ,
Ủy ban nhân dân tỉnh Tân Lâm ban hành Kế hoạch chuyển giao kỹ thuật nuôi ong cho đồng bào như sau:
I. MỤC ĐÍCH
- Nâng cao thu nhập cho hộ nuôi ong ở các xã vùng cao.
"""


def kinds(text: str) -> list[tuple[str, str]]:
    records = read(Document("ke-hoach.txt", text)).records
    return [(record.kind, str(record.value)) for record in records if not getattr(record.value, "ok", False)]


def test_a_preamble_holds_bases_and_nothing_else() -> None:
    read_of_it = [kind for kind, value in kinds(PREAMBLE) if "hộ nuôi ong" not in value]
    assert read_of_it == ["legal_basis", "legal_basis"]


@pytest.mark.parametrize("label", ["Ngày hết hiệu lực: ", "Ngày hết hiệu lực | "])
def test_how_long_a_paper_is_in_force_is_known_later(label: str) -> None:
    assert not [value for kind, value in kinds(f"{label}08/09/2024\n{PREAMBLE}") if kind == "inconsistency"]


def test_a_quotation_may_close_with_another_mark() -> None:
    text = '- Quyết định số 84/QĐ-TTg phê duyệt Đề án “Hỗ trợ hợp tác xã chè đến năm 2025" do Thủ tướng Chính phủ ban hành\n- Nghị định số 16/NĐ-CP hướng dẫn Luật\n'
    assert not [value for kind, value in kinds(text) if kind == "inconsistency"]
