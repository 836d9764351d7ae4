"""Who signs an agency's papers follows from what it is (Decree 30/2020)."""

import pytest

from hopluc.web.people.letterheads import signing_for
from hopluc.web.people.models import Organisation


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Sở Công Thương thành phố Vĩnh Hà", ("GIÁM ĐỐC",)),
        ("Ủy ban nhân dân phường Tân An", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("Viện Hàn lâm Khoa học xã hội Việt Nam", ("CHỦ TỊCH",)),
        ("Viện Nghiên cứu Hải sản", ("VIỆN TRƯỞNG",)),
        ("Trường Đại học Vĩnh Hà", ("HIỆU TRƯỞNG",)),
        ("Văn phòng Ủy ban nhân dân thành phố Vĩnh Hà", ("CHÁNH VĂN PHÒNG",)),
        ("Chi cục Tiêu chuẩn Đo lường Chất lượng", ("CHI CỤC TRƯỞNG",)),
        ("Báo Vĩnh Hà", ("THỦ TRƯỞNG CƠ QUAN",)),
    ],
)
def test_a_paper_is_signed_by_the_head_of_its_agency(name, lines):
    assert signing_for(Organisation(name=name)).authority == lines
