"""Regimes and return outlines of an office's own: worded on a page, chosen when a round is opened, which keeps what it was opened by."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

import factories
from hopluc.load import as_yaml
from hopluc.regimes import OwnRegime, Regime
from hopluc.reporting import AskedFigure, AskedPart, ReturnOutline
from hopluc.web.definitions.actions import Worded, lay_definition
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.people.actions import give_membership
from hopluc.web.register import actions as register
from hopluc.web.returns import forms, laid, proposing
from hopluc.web.returns.models import Round

REGIME, ASKED, OPEN, LIST = (
    reverse(name) for name in ("returns:word_regime", "returns:word_return_outline", "returns:open", "definitions:list")
)
DAY = date(2026, 11, 22)
AGENCIES = ("Sở Tài chính thành phố Vĩnh Hà", "Sở Nội vụ thành phố Vĩnh Hà")
PARTS = (
    AskedPart("Ứng dụng công nghệ", kind="result", figures=(AskedFigure("Số doanh nghiệp được hỗ trợ", "doanh nghiệp"),)),
    AskedPart("Đánh giá chung", kind="shortcoming"),
)


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")


def a_regime(owner, *, code="year", outline="", cut_off=20, agencies=AGENCIES):
    regime = Regime(code, "Báo cáo năm của Sở", 12, 1, cut_off + 1, cut_off, 5, "Quyết định của Sở")
    said = as_yaml(OwnRegime(regime, agencies, outline))
    worded = Worded(OwnDefinition.Kind.REGIME, code, regime.name, said)
    return lay_definition(owner, by=None, worded=worded, since=date(2026, 1, 1), source="Quyết định của Sở")


def an_asked(owner, *, code="agency-report", parts=PARTS):
    made = ReturnOutline(code, "Báo cáo riêng của đơn vị", "Kết luận", parts)
    worded = Worded(OwnDefinition.Kind.RETURN, code, made.name, as_yaml(made))
    return lay_definition(owner, by=None, worded=worded, since=date(2026, 1, 1), source="Kết luận")


def opened(browser, programme, **choice):
    """Open the round just as the page proposes it."""
    form = browser.get(OPEN, {"chuong_trinh": programme.pk} | choice).context["form"]
    said = {name: form[name].value() for name in form.fields}
    said |= {name: said[name].isoformat() for name in ("first", "last", "due_on")}
    return browser.post(OPEN, {name: value for name, value in said.items() if value is not None})


def test_an_officer_words_a_regime_and_the_next_period_is_shown(standing, officer, signed_in):
    said = {
        "owner": standing.pk, "code": "", "name": "Báo cáo hai tuần cuối quý", "since": "2026-01-01", "source": "Quyết định",
        "months": 3, "cut_off": 0, "working_days": 5, "due_day": "", "due_after": 0, "agencies": "\n".join(AGENCIES), "outline": "",
    }  # fmt: skip
    browser = signed_in(officer)

    tried = browser.post(REGIME, said | {"buoc": "xem"})
    saved = browser.post(REGIME, said | {"buoc": "luu"})

    row = OwnDefinition.objects.get()
    assert (saved.url, row.kind, row.code) == (row.get_absolute_url(), "regime", "bao-cao-hai-tuan-cuoi-quy")
    assert [(one.first.month, one.last.month, one.last.day) for one in tried.context["windows"]] == [
        (1, 3, 31),
        (4, 6, 30),
        (7, 9, 30),
        (10, 12, 31),
    ]
    assert content_of(row).agencies == AGENCIES
    assert browser.get(row.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due_day": 5}, "due_day"),
        ({"cut_off": 28}, "cut_off"),
        ({"months": 2}, "months"),
        ({"working_days": 99}, "working_days"),
    ],
)
def test_a_wrong_regime_is_told_beside_its_field(changes, field, standing, officer, signed_in):
    said = {
        "owner": standing.pk, "code": "year", "name": "Báo cáo năm", "since": "2026-01-01", "source": "Quyết định", "buoc": "luu",
        "months": 12, "cut_off": 14, "working_days": 2, "due_day": "", "due_after": 0, "agencies": "", "outline": "",
    }  # fmt: skip

    answer = signed_in(officer).post(REGIME, said | changes)

    assert (answer.status_code, list(answer.context["head"].errors), OwnDefinition.objects.count()) == (400, [field], 0)


def test_a_round_opened_by_the_offices_regime_follows_it_and_keeps_the_version(standing, programme, officer, signed_in):
    row = a_regime(standing)

    opened(signed_in(officer), programme, che_do="year")
    a_regime(standing, cut_off=25)

    round_ = Round.objects.get()
    assert (round_.period_first.day, round_.period_last.day, round_.regime) == (21, 20, "year")
    assert [one.agency.name for one in round_.returns.all()] == list(AGENCIES)
    assert list(round_.definitions.all()) == [row]


def test_the_regime_of_another_office_holds_for_nobody_else(standing, elsewhere, programme, officer, signed_in):
    a_regime(elsewhere)

    proposed = proposing.from_regime(standing, programme, "year", DAY)

    assert (proposed.last, proposed.own) == (date(2026, 12, 14), ())
    assert [one.name for one in laid.regimes_for(officer, DAY)] != [
        one.name for one in laid.regimes_for(elsewhere_user(elsewhere), DAY)
    ]


def elsewhere_user(elsewhere):
    return factories.an_account(elsewhere)


def test_a_regime_stands_in_place_of_the_shared_one_of_its_code(standing, officer):
    a_regime(standing)

    told = [one.name for one in laid.regimes_for(officer, DAY)]

    assert told.count("Báo cáo năm của Sở") == 1
    assert "Báo cáo năm" not in told


def test_an_officer_words_what_agencies_are_asked(standing, officer, signed_in):
    said = {
        "owner": standing.pk, "code": "agency-report", "name": "Báo cáo riêng", "since": "2026-01-01", "source": "Kết luận",
        "muc-TOTAL_FORMS": 1, "muc-INITIAL_FORMS": 1, "muc-0-number": "1.", "muc-0-title": "Ứng dụng công nghệ", "muc-0-kind": "",
        "muc-0-figures": "Số doanh nghiệp (doanh nghiệp)\n- Tỷ lệ hài lòng (%)\n", "muc-0-each_strand": "on",
    }  # fmt: skip
    browser = signed_in(officer)

    tried = browser.post(ASKED, said | {"buoc": "xem"})
    browser.post(ASKED, said | {"buoc": "luu"})

    row = OwnDefinition.objects.get()
    figures = (AskedFigure("Số doanh nghiệp", "doanh nghiệp"), AskedFigure("Tỷ lệ hài lòng", "%"))
    assert [one.asked for one in tried.context["headings"]] == [(("Số doanh nghiệp", "doanh nghiệp"), ("Tỷ lệ hài lòng", "%"))]
    assert content_of(row).parts == (AskedPart("Ứng dụng công nghệ", "1.", each_strand=True, figures=figures),)
    assert browser.get(row.get_absolute_url()).status_code == 200
    assert (
        browser.get(ASKED, {"tu": row.pk}).context["parts"].forms[0]["figures"].value().splitlines()[1] == "Tỷ lệ hài lòng (%)"
    )


def test_a_figure_asked_twice_is_told(standing, officer, signed_in):
    said = {
        "owner": standing.pk, "code": "agency-report", "name": "Báo cáo riêng", "since": "2026-01-01", "source": "Kết luận", "buoc": "luu",
        "muc-TOTAL_FORMS": 1, "muc-INITIAL_FORMS": 1, "muc-0-title": "Ứng dụng", "muc-0-figures": "Số lớp (lớp)\nSố lớp (lớp)",
    }  # fmt: skip

    answer = signed_in(officer).post(ASKED, said)

    assert answer.context["parts"].forms[0].errors["figures"] == ['Dòng số liệu "Số lớp" có hai lần; bỏ một dòng.']
    assert OwnDefinition.objects.count() == 0


def test_what_is_asked_stands_in_each_return_and_in_the_letter(standing, programme, officer, signed_in):
    row = an_asked(standing)
    a_regime(standing)
    browser = signed_in(officer)

    opened(browser, programme)

    round_ = Round.objects.get()
    assert row in round_.definitions.all()
    assert [(part.title, part.kind) for part in round_.parts.all()] == [
        ("Ứng dụng công nghệ", "result"),
        ("Đánh giá chung", "shortcoming"),
    ]
    lines = [[(line.name, line.unit) for line in one.figure_lines.all()] for one in round_.returns.all()]
    assert lines == [[("Số doanh nghiệp được hỗ trợ", "doanh nghiệp")]] * 2
    letter = docx.Document(io.BytesIO(b"".join(browser.get(reverse("returns:letter", args=[round_.pk])).streaming_content)))
    assert [cell.text for cell in letter.tables[-1].rows[1].cells][:3] == ["1", "Số doanh nghiệp được hỗ trợ", "doanh nghiệp"]
    assert str(row) in browser.get(round_.get_absolute_url()).content.decode()


def test_a_regime_names_the_outline_its_agencies_get(standing, programme):
    row = an_asked(standing, code="bieu-rieng")
    a_regime(standing, outline="bieu-rieng")

    proposed = proposing.from_regime(standing, programme, "year", DAY)

    assert (proposed.outline[0].title, [one.kind for one in proposed.own]) == ("Ứng dụng công nghệ", ["regime", "return"])
    assert row in proposed.own


def test_the_round_before_and_the_shared_outline_can_be_chosen_instead(standing, programme):
    an_asked(standing)
    factories.a_round(programme, *AGENCIES, year=2025)

    chosen = {key: proposing.from_regime(standing, programme, "year", DAY, key) for key in ("", laid.AS_BEFORE, laid.SHARED)}

    assert [one.outline[0].title for one in chosen.values()] == ["Ứng dụng công nghệ", "Kết quả thực hiện", "Kết quả thực hiện"]
    assert [len(one.outline) for one in chosen.values()] == [2, 2, 5]
    assert [len(one.own) for one in chosen.values()] == [1, 0, 0]


def test_a_part_for_each_strand_stands_in_place_of_one_that_says_so(standing, programme):
    for title in ("Ứng dụng công nghệ", "Đào tạo nhân lực"):
        register.add_strand(programme, by=None, title=title)
    an_asked(standing, parts=(AskedPart("Kết quả", each_strand=True), AskedPart("Kiến nghị", "II.")))

    proposed = proposing.from_regime(standing, programme, "year", DAY)

    assert [(one.number, one.title, one.kind) for one in proposed.outline] == [
        ("1.", "Ứng dụng công nghệ", "result"),
        ("2.", "Đào tạo nhân lực", "result"),
        ("II.", "Kiến nghị", "recommendation"),
    ]


def test_the_outline_of_another_office_is_refused_when_a_round_is_opened(standing, elsewhere, programme, officer, signed_in):
    give_membership(elsewhere, by=None, user=officer, role="viewer")
    theirs = an_asked(elsewhere)
    said = {
        "owner": standing.pk, "programme": programme.pk, "title": "Kỳ thử", "first": "2026-01-01", "last": "2026-11-01",
        "due_on": "2026-11-30", "agencies": AGENCIES[0], "outline": "Kết quả", "regime": "year", "own_outline": theirs.pk,
    }  # fmt: skip

    answer = signed_in(officer).post(OPEN, said)

    assert (answer.status_code, Round.objects.count()) == (400, 0)
    assert answer.context["form"].non_field_errors() == ["Đề cương này là của cơ quan khác. Đề nghị bấm “Đề xuất lại”."]


def test_figures_typed_under_a_heading_are_asked_there():
    typed = "- đầu dòng\n1. Kết quả\n- Số lớp (lớp)\n+ Tỷ lệ\n2. Kiến nghị"

    headings = list(forms.headings_said(typed))

    assert [(one.title, one.asked) for one in headings] == [
        ("- đầu dòng", ()),
        ("Kết quả", (("Số lớp", "lớp"), ("Tỷ lệ", ""))),
        ("Kiến nghị", ()),
    ]
    assert list(forms.headings_said(forms.headings_typed(headings[1:]))) == headings[1:]


def test_the_list_shows_shared_regimes_and_their_files_can_be_laid_down_again(standing, officer, signed_in):
    browser = signed_in(officer)
    file = b"".join(browser.get(reverse("definitions:download_shared", args=["regime", "quarter"])).streaming_content)

    answer = browser.post(REGIME, {"buoc": "tep", "owner": standing.pk, "tep": factories.a_file("quy.yaml", file)})

    assert [shown.shelf.kind for shown in browser.get(LIST).context["shelves"]] == ["outline", "regime", "return"]
    assert (answer.context["head"]["months"].value(), answer.context["head"]["code"].value()) == (3, "quarter")
