"""Kinds and tables of outside packages: read beside ours; refused by name where they break, and nothing of ours stops."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from hopluc import outside
from hopluc.errors import BrokenAddition
from hopluc.gazetteer import NationalOrganisation, Surname
from hopluc.load import laid_rows, load_rows
from hopluc.reading import Document, Span, additions, read
from hopluc.reading.cases import Tally, every_kind, tally, told, wrong_cases
from hopluc.reading.facts import Kind, Record, RecordKind
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.shapes import wrong_additions
from outsiders import KIND, install

TEXT = "Ngày 05/3/2024, UBND tỉnh Tân Lâm ký khoản vay số 12."
CACHES = (outside._entries, outside.added_kinds, outside.added_definitions, additions.added)
Installs = Callable[..., None]


def forget() -> None:
    for known in CACHES:
        known.cache_clear()


@pytest.fixture
def installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installs]:
    """Installs a package for one test."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def one(name: str, files: dict[str, str], **groups: str) -> None:
        install(tmp_path, name, files, **groups)
        forget()

    yield one
    for module in set(sys.modules) - before:
        if str(getattr(sys.modules[module], "__file__", None) or "").startswith(str(tmp_path)):
            del sys.modules[module]
    forget()


def kinds_read(text: str = TEXT) -> list[str]:
    return [fact.kind for fact in read(Document("a.txt", text)).facts]


def refusals(text: str = TEXT) -> list[tuple[object, ...]]:
    told = read(Document("a.txt", text)).refused
    return [tuple(mishap.details[name] for name in ("package", "part", "reason")) for mishap in told]


OURS = ["date", "organisation"]


def test_without_outside_packages_there_are_our_kinds_alone() -> None:
    assert [kind for _, kind in every_kind()] == [*MENTIONS, *RECORDS]
    assert (kinds_read(), refusals()) == (OURS, [])


def test_a_kind_of_an_outside_package_is_read_after_ours(installs: Installs) -> None:
    installs("vay-von", {"vay_von.py": KIND}, kinds="loan = vay_von:KIND")

    assert (kinds_read(), refusals()) == ([*OURS, "loan"], [])
    assert [(package, kind.name) for package, kind in every_kind()][len(MENTIONS)] == ("vay-von 1.0", "loan")


def test_kinds_asked_for_by_name_are_read_alone(installs: Installs) -> None:
    installs("vay-von", {"vay_von.py": KIND}, kinds="loan = vay_von:KIND")

    assert [fact.kind for fact in read(Document("a.txt", TEXT), MENTIONS, RECORDS).facts] == OURS


RECORD = """
from dataclasses import dataclass
from hopluc.reading.facts import Record, RecordKind, Value


@dataclass(frozen=True, slots=True)
class Debt(Value):
    '''A debt by the day it is told.'''
    day: str


def find_debts(document, found):
    for loan in found.of("loan"):
        yield Record("debt", Debt(found.of("date")[0].value.iso), (loan.span,))


KIND = RecordKind("debt", "khoản nợ", find_debts, (("Ngày 05/3/2024 ký khoản vay số 7.", ({"day": "2024-03-05"},)),))
"""


def test_a_record_of_an_outside_package_may_rest_on_its_mentions(installs: Installs) -> None:
    installs("vay-von", {"vay_von.py": KIND, "no.py": RECORD}, kinds="loan = vay_von:KIND\ndebt = no:KIND")

    assert [(debt.value.day, len(debt.evidence)) for debt in read(Document("a.txt", TEXT)).of("debt")] == [("2024-03-05", 1)]
    assert list(wrong_additions()) == []


def broken(line: str) -> str:
    """The well made kind with another reader."""
    return KIND.replace("def find_loans(document, found):", f"def find_loans(document, found):\n    {line}")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import nothing_of_that_name", "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
        ("KIND = (", "SyntaxError: '(' was never closed (hong.py, line 1)"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("OTHER = 1", "AttributeError: module 'hong' has no attribute 'KIND'"),
        ("KIND = 1", "phải là một Kind hoặc RecordKind của hopluc.reading.facts"),
        (KIND.replace('"loan", "k', '"date", "k'), 'tên "date" đã được hopluc dùng'),
        (KIND.replace('"loan", "k', '"Khoản vay", "k'), 'tên "Khoản vay" phải gồm chữ thường không dấu, chữ số, dấu gạch dưới'),
        (KIND.replace("KIND = ", "from dataclasses import replace\nKIND = replace(").replace("khác.\",))", "khác.\",)), cases=())"), "không có mẫu (cases) nào để kiểm tra"),
        (broken("1 / 0"), "ZeroDivisionError: division by zero"),
        (broken("yield 5; return"), 'bộ đọc trả về một thứ không phải Fact loại "loan"'),
        (broken("yield Fact('date', Span(0, 1), 'N', Loan('1')); return"), 'bộ đọc trả về một thứ không phải Fact loại "loan"'),
        (broken("yield Fact('loan', Span(0, 1), 'X', Loan('1')); return"), "trích dẫn không đúng chữ của văn bản ở vị trí 0-1"),
        (broken("yield Fact('loan', Span(0, 999), document.text, Loan('1')); return"), "trích dẫn không đúng chữ của văn bản ở vị trí 0-999"),
        (broken("yield Fact('loan', (0, 1), 'N', Loan('1')); return"), "trích dẫn không đúng chữ của văn bản ở vị trí 0-1"),
        (broken("yield Fact('loan', Span(0, 1), document.text[0], Loan({1})); return"), "TypeError: Object of type set is not JSON serializable"),
    ],
)  # fmt: skip
def test_a_broken_kind_is_refused_by_name_and_ours_are_read(code: str, reason: str, installs: Installs) -> None:
    installs("hong", {"hong.py": code}, kinds="loan = hong:KIND")

    assert refusals() == [("hong 1.0", 'loại thông tin "loan"', reason)]
    assert kinds_read() == OURS
    assert [mishap.details["reason"] for mishap in wrong_additions()] == [reason]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("yield Record(", "raise KeyError('x')\n        yield Record(", "KeyError: 'x'"),
        ("yield Record(", "yield 1\n        Record(", 'bộ đọc trả về một thứ không phải Record loại "debt"'),
        ("(loan.span,)", "()", "bằng chứng (evidence) không nằm trong văn bản"),
        ("(loan.span,)", "((3, 1),)", "bằng chứng (evidence) không nằm trong văn bản"),
    ],
)
def test_a_broken_record_is_refused_by_name(old: str, new: str, reason: str, installs: Installs) -> None:
    code = RECORD.replace(old, new)
    installs("vay-von", {"vay_von.py": KIND, "no.py": code}, kinds="loan = vay_von:KIND\ndebt = no:KIND")

    assert refusals() == [("vay-von 1.0", 'loại thông tin "debt"', reason)]
    assert kinds_read() == [*OURS, "loan"]


def test_of_two_packages_with_one_name_the_second_is_refused(installs: Installs) -> None:
    installs("vay-a", {"vay_a.py": KIND}, kinds="loan = vay_a:KIND")
    installs("vay-b", {"vay_b.py": KIND}, kinds="loan = vay_b:KIND")

    assert refusals() == [("vay-b 1.0", 'loại thông tin "loan"', 'tên "loan" đã được vay-a 1.0 dùng')]
    assert kinds_read() == [*OURS, "loan"]


def test_a_case_not_read_as_marked_is_told(installs: Installs) -> None:
    installs("vay-von", {"vay_von.py": KIND.replace("⟦12: ", "⟦13: ")}, kinds="loan = vay_von:KIND")

    assert [mishap.details["reason"] for mishap in wrong_additions()] == [
        'mẫu 1 phải đọc ra "khoản vay số 12" (13) ở 3, nhưng đọc ra "khoản vay số 12" (12) ở 3'
    ]
    assert refusals() == []


def kind_made_well() -> Kind:
    made: dict[str, object] = {"__name__": "vay_von"}
    exec(compile(KIND.replace(", slots=True", ""), "vay_von.py", "exec"), made)  # noqa: S102 - our own code, as its author would import it
    assert isinstance(made["KIND"], Kind)
    return made["KIND"]


def test_a_kind_not_installed_is_tried_on_its_cases() -> None:
    kind = kind_made_well()

    assert list(wrong_cases(kind)) == []
    assert tally(kind) == Tally(cases=1, right=1, marked=1, read=1, found=1)
    assert tally(kind).f1 == 1.0


def test_a_record_kind_not_installed_is_tried_on_its_cases() -> None:
    never = RecordKind("never", "không bao giờ", lambda document, found: (), (("Không có gì.", ()), ("Có gì.", ({"a": 1},))))

    assert list(wrong_cases(never)) == ["mẫu 2 phải đọc ra {'a': 1}, nhưng đọc ra không có gì"]
    assert (tally(never), tally(never).f1) == (Tally(cases=2, right=1, marked=1, read=0, found=0), 0.0)


def test_a_number_is_read_as_marked_in_whichever_form() -> None:
    value = SimpleNamespace(as_json=lambda: {"number": 2.0})
    pair = RecordKind(
        "pair", "đôi", lambda document, found: [Record("pair", value, (Span(0, 2),))], (("Có hai.", ({"number": 2},)),)
    )

    assert (tally(pair), list(wrong_cases(pair))) == (Tally(cases=1, right=1, marked=1, read=1, found=1), [])


def test_the_page_of_a_kind_tells_what_it_is_and_shows_a_case() -> None:
    page = told(kind_made_well()).splitlines()

    assert page[:3] == ["### `loan` (khoản vay)", "", "A loan (khoản vay) by its number."]
    assert page[5] == "Ký khoản vay số 12 và một khoản vay khác."


SURNAMES = "surname,certain,source\nMẫuhọ,có,danh sách mẫu\n"
HEAD = "code,name,aliases,kind,parent,since,until,successor,source\n"


def test_rows_of_an_outside_package_come_after_ours(installs: Installs) -> None:
    ours = load_rows("gazetteer/surnames.csv", Surname)
    files = {"ho/__init__.py": "", "ho/definitions/gazetteer/surnames.csv": SURNAMES}
    installs("ho", files, definitions="ho = ho")

    assert load_rows("gazetteer/surnames.csv", Surname) == (*ours, Surname("Mẫuhọ", certain=True, source="danh sách mẫu"))
    assert list(wrong_additions()) == []


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("bo-khoa-hoc-va-cong-nghe,Bộ Mẫu,,nhà nước,,,,,mẫu\n", "mục bo-khoa-hoc-va-cong-nghe: mã này đã có trong danh mục"),
        ("mau,Viện Mẫu,,viện,khong-co,,,,mẫu\n", 'mục mau: parent "khong-co" không có trong danh mục'),
        ("mau,Viện Mẫu,,loại lạ,,,,,mẫu\n", 'mục mau: kind "loại lạ" không phải từ hệ thống biết'),
        ("mau,Viện Mẫu,,viện,,,,,\n", "mục dòng 2, cột source: thiếu giá trị"),
    ],
)
def test_a_wrong_table_of_an_outside_package_is_left_out_and_told(rows: str, reason: str, installs: Installs) -> None:
    ours = load_rows("gazetteer/organisations.csv", NationalOrganisation)
    files = {"vien/__init__.py": "", "vien/definitions/gazetteer/organisations.csv": HEAD + rows}
    installs("vien", files, definitions="vien = vien")

    laid, refused = laid_rows("gazetteer/organisations.csv", NationalOrganisation)

    assert laid == ours
    assert [mishap.details["reason"] for mishap in refused] == [reason]
    assert [str(mishap) for mishap in wrong_additions()] == [str(mishap) for mishap in refused]


def test_files_that_nothing_reads_are_told(installs: Installs) -> None:
    files = {"ho/__init__.py": "", "ho/definitions/reports/mau.yaml": "a: 1\n"}
    installs("ho", files, definitions="ho = ho")

    assert [(mishap.details["part"], mishap.details["reason"]) for mishap in wrong_additions()] == [
        ('danh mục "reports/mau.yaml"', "hệ thống không đọc tệp này từ gói ngoài")
    ]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("ho", 'không có thư mục definitions trong gói Python "ho"'),
        ("khong_co", 'không có thư mục definitions trong gói Python "khong_co"'),
        ("khong_co.gi", "ModuleNotFoundError: No module named 'khong_co'"),
    ],
)
def test_a_package_without_definitions_is_told(value: str, reason: str, installs: Installs) -> None:
    installs("ho", {"ho/__init__.py": ""}, definitions=f"ho = {value}")

    assert refusals() == [("ho 1.0", 'danh mục "ho"', reason)]
    assert kinds_read() == OURS


def test_what_is_told_of_a_broken_addition_says_who_and_what_to_do() -> None:
    assert str(BrokenAddition(package="vay-von 1.0", part=outside.kind_part("loan"), reason="KeyError: 'x'")) == (
        "Gói vay-von 1.0, loại thông tin \"loan\": KeyError: 'x'. Phần này được bỏ qua, các phần khác vẫn đọc như thường. "
        "Đề nghị báo người làm gói sửa, hoặc gỡ gói bằng pip uninstall; chạy hopluc check để kiểm tra lại."
    )


def test_only_mishaps_are_stopped() -> None:
    with pytest.raises(KeyboardInterrupt), outside.Guard("a", "b"):
        raise KeyboardInterrupt
