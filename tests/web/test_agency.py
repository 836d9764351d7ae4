"""Which agency a folder of documents names as the programme's standing one."""

from hopluc.reading import Document, read
from hopluc.web.issuing.agency import UNNAMED, standing_agency

TITLE = "Chương trình hợp tác về khoa học và công nghệ thành phố Vĩnh Hà giai đoạn 2021 - 2030"


def a_report(agency, *, day=5, kind="BÁO CÁO", body=""):
    text = (
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ VĨNH HÀ\n{agency.upper()}\nSố: {day}/BC\nVĩnh Hà, ngày {day} tháng 12 năm 2025\n\n{kind}\n"
        f"Kết quả thực hiện {TITLE}\n\nThực hiện {TITLE}, cơ quan báo cáo như sau:\n{body}"
    )
    return read(Document(f"{day}.txt", text))


def test_the_body_named_as_the_standing_agency_is_it():
    body = "Sở Nội vụ thành phố Vĩnh Hà là cơ quan thường trực."

    assert standing_agency([a_report("Sở Khoa học và Công nghệ", body=body)]) == "Sở Nội vụ thành phố Vĩnh Hà"


def test_else_the_department_of_science_that_reports():
    readings = [a_report("Sở Công Thương", day=4), a_report("Sở Khoa học và Công nghệ"), a_report("Sở Công Thương", day=9)]

    assert standing_agency(readings) == "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"


def test_a_department_of_science_that_issued_no_report_is_not_taken():
    assert standing_agency([a_report("Sở Khoa học và Công nghệ", kind="THÔNG BÁO"), a_report("Sở Công Thương")]) == UNNAMED
