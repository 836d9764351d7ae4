"""Observations: the evidence of a figure in a long sentence."""

from hopluc.reading.document import Document
from hopluc.reading.read import read
from hopluc.reading.records.observations import LONGEST_EVIDENCE

OPENING = "Thực hiện chủ trương của thành phố về phát triển khoa học và công nghệ phục vụ sản xuất, "
MIDDLE = "được sự quan tâm của các cấp, các ngành và sự hưởng ứng của đông đảo người dân, "
FIGURE = "Sở đã hỗ trợ 20 doanh nghiệp đổi mới công nghệ"
CLOSING = ", góp phần nâng cao năng suất, chất lượng sản phẩm, mở rộng thị trường và tạo việc làm ổn định cho người lao động"


def evidence(text: str) -> list[str]:
    document = Document("x", text)
    return [document.quote(span) for record in read(document).of("observation") for span in record.evidence]


def test_evidence_is_the_clause_where_that_is_short() -> None:
    assert evidence(f"{FIGURE}; mở hai lớp.") == [FIGURE]


def test_evidence_of_a_long_clause_is_cut_at_the_commas_beside_the_figure() -> None:
    found = evidence(f"{OPENING}{MIDDLE}{FIGURE}{CLOSING}, {MIDDLE}chương trình phát huy hiệu quả.")

    assert found == [f"{MIDDLE}{FIGURE}, góp phần nâng cao năng suất, chất lượng sản phẩm"]


def test_evidence_without_commas_is_cut_between_words() -> None:
    words = "công việc " * 30

    found = evidence(f"{words}hỗ trợ 20 doanh nghiệp {words}.")

    assert [(len(quote) <= LONGEST_EVIDENCE + len(FIGURE), quote.split()[0], quote.split()[-1]) for quote in found] == [
        (True, "công", "công")
    ]
