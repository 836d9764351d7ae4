"""Returns that come as papers: whose they are, what of them a return takes, beside what the agency typed itself."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

import factories
from hopluc.web.documents.models import Document
from hopluc.web.intake.models import Finding, Upload
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Programme
from hopluc.web.returns import actions, proposing, queries, rules
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.matching import agency_of, lines_read, sentences_read
from hopluc.web.returns.models import Return, Round, Step
from hopluc.web.returns.prefill import NewLine
from hopluc.web.terms import Term

pytestmark = pytest.mark.django_db
YEAR = Term(date(2025, 12, 15), date(2026, 12, 14))


def exact(number: int) -> Figure:
    return Figure.exact(Decimal(number))


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình thử nghiệm")


@pytest.fixture
def round_(programme: Programme, member: Organisation) -> Round:
    return factories.a_round(programme, member.name, "Sở Tài chính thành phố Vĩnh Hà")


@pytest.fixture
def row(round_: Round, member: Organisation) -> Return:
    return queries.newest_of(round_, member)


def a_paper(owner: Organisation, text: str, *findings: tuple[str, dict[str, object], str], **claims: object) -> Upload:
    """A file as it was read: its text, and what was read in it (kind, value, the words it rests on)."""
    version = factories.a_version(owner, text, kind=Document.Kind.REPORT, **claims)
    for kind, value, quote in findings:
        factories.a_finding(version, kind, dict(value), quote)
    return Upload(name="bao-cao.docx", size=1, document=version.document)


def an_observation(number: int, stage: str = "actual") -> dict[str, object]:
    return {"subject": "Doanh nghiệp được hỗ trợ", "number": number, "unit": "doanh nghiệp", "stage": stage}


def typed(row: Return, **figures: Figure) -> Return:
    part = content_of(row).parts[0].part
    line = NewLine(part, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", figures=dict(figures))
    return actions.save_return(row, by=None, filled=actions.Filled(lines=(line,)))


# Whose it is


@pytest.mark.parametrize(
    ("issuer", "number", "found"),
    [
        ("SỞ CÔNG THƯƠNG", "88/BC-SCT", "Sở Công Thương thành phố Vĩnh Hà"),
        ("Sở Tài chính thành phố Vĩnh Hà", "", "Sở Tài chính thành phố Vĩnh Hà"),
        ("", "12/BC-STC", "Sở Tài chính thành phố Vĩnh Hà"),
        ("SỞ Y TẾ", "12/BC-STC", None),
        ("SỞ Y TẾ", "15/BC-SYT", None),
        ("", "", None),
    ],
)
def test_a_paper_is_from_the_agency_its_head_names(round_, standing, issuer, number, found):
    document = factories.a_version(standing, issuer_as_written=issuer, number=number).document

    agency = agency_of(document, queries.agencies_of_round(round_))

    assert (agency.name if agency else None) == found


# What of it a return takes


def test_figures_of_a_paper_fill_the_cells_the_agency_left_empty(round_, row, standing, officer):
    typed(row, plan=exact(40))
    paper = a_paper(standing, "Hỗ trợ 37 doanh nghiệp.", (Finding.Kind.OBSERVATION, an_observation(37), "37"))

    actions.match_paper(round_, by=officer, upload=paper, agency=row.agency)

    (line,) = content_of(row).lines
    assert (line.plan, line.actual, line.row.passage.quote) == (exact(40), exact(37), "37")


def test_what_the_agency_typed_itself_stays(round_, row, standing, officer):
    typed(row, actual=exact(39))
    factories.a_told(row, "Đã tổ chức hội thảo.")
    statement = {"text": "Đã tổ chức hội thảo.", "statement_type": "result"}
    paper = a_paper(
        standing,
        "Hỗ trợ 37 doanh nghiệp. Đã tổ chức hội thảo.",
        (Finding.Kind.OBSERVATION, an_observation(37), "37"),
        (Finding.Kind.STATEMENT, statement, "Đã tổ chức hội thảo."),
    )

    actions.match_paper(round_, by=officer, upload=paper, agency=row.agency)

    content = content_of(row)
    assert [(line.actual, line.row.passage) for line in content.lines] == [(exact(39), None)]
    assert [one.text for one in content.sentences] == ["Đã tổ chức hội thảo."]


def test_of_what_is_sent_or_received_a_paper_is_the_signed_copy(round_, row, standing, officer):
    typed(row, actual=exact(39))
    actions.send(row, by=None)
    actions.receive(row, by=officer)
    paper = a_paper(standing, "Hỗ trợ 37 doanh nghiệp.", (Finding.Kind.OBSERVATION, an_observation(37), "37"))

    actions.match_paper(round_, by=officer, upload=paper, agency=row.agency)

    assert rules.verb_of(row) == Step.Verb.RECEIVED
    assert [line.actual for line in content_of(row).lines] == [exact(39)]
    assert row.papers.get().document == paper.document


def test_a_file_that_is_not_read_yet_is_nobodys(round_, row, officer):
    with pytest.raises(ValidationError):
        actions.match_paper(round_, by=officer, upload=Upload(name="a.pdf", size=1), agency=row.agency)


def test_a_file_is_matched_only_with_an_agency_that_is_chosen(round_, row, officer, signed_in):
    browser = signed_in(officer)
    browser.post(reverse("returns:drop", args=[round_.pk]), {"files": [factories.a_file("a.txt", "Báo cáo.")]})
    run_worker(once=True, work=perform)

    answer = browser.post(reverse("returns:match", args=[round_.pk, Upload.objects.get().pk]), {"agency": ""}, follow=True)

    assert [str(message) for message in answer.context["messages"]][-1] == "Đề nghị chọn đơn vị của tệp này."
    assert not row.papers.exists()


def test_petitions_and_the_state_of_tasks_are_told_too_and_money_in_parts_is_left(round_, standing):
    version = factories.a_version(standing, "Đề nghị Bộ xem xét. Đề án: đã trình. Kinh phí 1,5 đồng.")
    for kind, value, quote in (
        (Finding.Kind.PETITION, {"text": "Đề nghị Bộ xem xét."}, "Đề nghị Bộ xem xét."),
        (Finding.Kind.TASK, {"title": "Đề án", "status": "đã trình"}, "Đề án: đã trình."),
        (Finding.Kind.OBSERVATION, {"subject": "Kinh phí", "number": 1.5, "unit": "VND"}, "1,5 đồng"),
        (Finding.Kind.OBSERVATION, {"subject": "Kinh phí", "unit": "VND"}, "Kinh phí"),
    ):
        factories.a_finding(version, kind, value, quote)
    outline = [*round_.parts.all(), round_.parts.model(round=round_, order=9, title="Kiến nghị", kind="recommendation")]
    findings = queries.findings_in(version.document)

    assert [(new.kind, new.text) for new, _ in sentences_read(findings, outline)] == [
        ("recommendation", "Đề nghị Bộ xem xét."),
        ("result", "Đề án: đã trình"),
    ]
    assert lines_read(findings, outline) == []


# What is known before


def test_a_return_begins_with_what_the_register_holds_of_the_agency(standing, programme, member):
    indicator = measures.find_or_add_indicator(standing, by=None, name="Công nghệ chuyển giao", unit="công nghệ")
    other = measures.find_or_add_indicator(standing, by=None, name="Chuyên gia mời", unit="người")
    for known, stage, period, number in (
        (indicator, "actual", Term(date(2024, 12, 15), date(2025, 12, 14)), 9),
        (indicator, "plan", YEAR, 12),
        (other, "plan", Term(date(2027, 1, 1), date(2027, 12, 31)), 5),
    ):
        measures.record_observation(
            known, by=None, figure=exact(number), about=programme, stage=stage, period=period, reported_by=member
        )

    lines = content_of(queries.newest_of(factories.a_round(programme, member.name), member)).lines

    assert [(line.row.name, line.plan, line.before) for line in lines] == [
        ("Công nghệ chuyển giao", exact(12), exact(9)),
        ("Chuyên gia mời", Figure.not_reported(), Figure.not_reported()),
    ]


def test_a_strands_task_stands_under_the_part_of_its_strand(standing, programme, member):
    strand = register.add_strand(programme, by=None, title="Đào tạo nhân lực", number="2")
    task = factories.a_task(programme, lead=member, strand=strand)
    round_ = proposing.open_as_proposed(proposing.from_regime(standing, programme, "year", date(2026, 11, 22)), by=None)

    (one,) = [one for one in content_of(queries.newest_of(round_, member)).sentences if one.activity == task]

    assert (one.part.strand, [part.title for part in round_.parts.all()][:2]) == (
        strand,
        ["Đào tạo nhân lực", "Tồn tại, hạn chế"],
    )


def test_the_next_round_asks_the_same_under_the_same_outline(standing, round_, officer):
    proposed = proposing.from_regime(standing, round_.programme, "year", date(2027, 1, 5))

    assert proposed.agencies == tuple(agency.name for agency in queries.agencies_of_round(round_))
    assert [part.title for part in proposed.outline] == ["Kết quả thực hiện", "Tồn tại, hạn chế"]
    assert (proposed.first, proposed.last) == (date(2026, 12, 15), date(2027, 12, 14))


def test_without_a_programme_the_members_are_asked(standing):
    factories.people.add_member(standing, by=None, name="Trung tâm Thông tin thành phố Vĩnh Hà")

    proposed = proposing.from_regime(standing, None, "quarter", date(2026, 11, 22))

    assert proposed.agencies == ("Trung tâm Thông tin thành phố Vĩnh Hà",)
    assert next(part.title for part in proposed.outline) == "Kết quả thực hiện"
    assert proposed.title == "Báo cáo quý IV/2026"


def test_a_paper_that_asks_for_nothing_is_proposed_as_the_year(standing, programme):
    document = factories.a_version(standing, "Thông báo kết quả họp.").document

    assert proposing.from_document(standing, programme, document, date(2026, 11, 22)).regime == "year"
    assert proposing.offer(document) is None


# Refusals on pages


def test_a_round_whose_days_are_in_disorder_or_whose_programme_is_anothers_is_asked_again(standing, officer, round_, signed_in):
    said = {
        "owner": standing.pk,
        "programme": round_.programme_id,
        "title": "Báo cáo",
        "first": "2026-12-14",
        "last": "2025-12-15",
        "due_on": "2026-12-16",
        "agencies": "Sở Y tế thành phố Vĩnh Hà",
        "outline": "Kết quả thực hiện",
    }

    refused = signed_in(officer).post(reverse("returns:open"), said)

    assert refused.status_code == 400
    assert list(refused.context["form"].errors) == ["last"]


def test_files_that_are_none_are_refused_in_words(round_, officer, signed_in):
    answer = signed_in(officer).post(reverse("returns:drop", args=[round_.pk]), follow=True)

    assert len([str(message) for message in answer.context["messages"]]) == 1
    assert not Upload.objects.exists()


def test_a_round_moves_its_deadline_with_its_reason_and_is_withdrawn_only_while_nothing_is_received(round_, row, officer):
    actions.move_deadline(round_, by=officer, due_on=date(2026, 12, 21), reason="Theo đề nghị của các đơn vị")
    assert round_.due_on == date(2026, 12, 21)

    typed(row, actual=exact(1))
    actions.send(row, by=None)
    actions.receive(row, by=officer)
    with pytest.raises(ValidationError):
        actions.withdraw_round(round_, by=officer, reason="Mở nhầm")


def test_a_withdrawn_round_is_seen_by_nobody(round_, officer: User):
    actions.withdraw_round(round_, by=officer, reason="Mở nhầm")

    assert not queries.rounds_seen_by(officer).exists()
    assert not queries.returns_seen_by(officer).exists()


# What is changed again


def test_what_was_written_is_taken_out_again(row):
    typed(row, actual=exact(37))
    factories.a_told(row, "Đã tổ chức hội thảo.")
    line, (first, second) = content_of(row).lines[0].row, [part.part for part in content_of(row).parts]
    (one,) = content_of(row).sentences
    noted = actions.Filled(notes={line.pk: "Thêm hai lớp."}, nothing=frozenset({second.pk}))
    actions.save_return(row, by=None, filled=noted)
    assert (content_of(row).lines[0].row.note, [part.nothing for part in content_of(row).parts]) == (
        "Thêm hai lớp.",
        [False, True],
    )

    actions.save_return(row, by=None, filled=actions.Filled(texts={one.pk: " "}, nothing=frozenset()))

    assert content_of(row).sentences == []
    assert [part.nothing for part in content_of(row).parts] == [False, False]
    assert first.pk in {part.part.pk for part in content_of(row).parts if part.answered}


def test_words_are_kept_in_one_form_so_that_what_nobody_changed_stays_as_it_is(row):
    factories.a_told(row, unicodedata.normalize("NFD", "Đã tổ chức hội thảo.\nCó 40 đại biểu."))
    (one,) = content_of(row).sentences
    assert one.text == "Đã tổ chức hội thảo.\nCó 40 đại biểu."
    row.sentences.update(carried=True)

    actions.save_return(row, by=None, filled=actions.Filled(texts={one.pk: one.text.replace("\n", "\r\n")}))

    assert content_of(row).sentences[0].carried


def test_letters_name_the_paper_that_asked(programme, standing, member, officer, signed_in):
    asked = factories.a_version(
        standing, kind=Document.Kind.LETTER, number="2145/SKHCN-KHTC", date=Term.on(date(2026, 11, 24)), issuer=standing
    )
    round_ = factories.a_round(programme, member.name)
    round_.asked_in = asked.document
    round_.save()

    reminded = signed_in(officer).get(queries.newest_of(round_, member).get_absolute_url()).context["reminder"]

    assert "Theo Công văn số 2145/SKHCN-KHTC ngày 24/11/2026 của Sở Khoa học và Công nghệ thành phố Vĩnh Hà," in reminded.text
    assert reminded.subject == "Báo cáo kết quả thực hiện Chương trình thử nghiệm năm 2026, thời hạn 16/12/2026"
