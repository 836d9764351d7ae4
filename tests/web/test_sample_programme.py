"""The sample programme on a site: read, confirmed and reviewed by the same actions as everywhere."""

from pathlib import Path

import pytest
from django.utils import timezone

from hopluc.web.agenda.queries import agenda_of
from hopluc.web.documents.files import read_kept
from hopluc.web.issuing.demonstration import OFFICER, OTHERS, OWN, set_up_sample
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.jobs.models import Job
from hopluc.web.observatory.models import Edition
from hopluc.web.observatory.rules import is_published
from hopluc.web.panorama.pages import whole
from hopluc.web.people.models import User
from hopluc.web.returns.cumulative import content_with_running
from hopluc.web.returns.models import Round

SAMPLES = Path(__file__).parents[2] / "samples" / "vinh-ha"


@pytest.mark.django_db
def test_the_sample_is_read_confirmed_and_reviewed_once():
    told, again = list(set_up_sample(SAMPLES)), list(set_up_sample(SAMPLES))

    draft = ReportDraft.objects.get()
    page = read_kept(draft.page).decode()
    assert told[0] == "Đã đọc 12/12 văn bản mẫu."
    assert again[0] == "Chương trình mẫu đã có sẵn. Tài khoản (quên mật khẩu: hopluc password --account TÊN, cùng HOPLUC_HOME):"
    assert [line.split()[0] for line in again[1:]] == [account.username for account in (*OWN, *OTHERS)]
    assert (
        Job.objects.filter(state=Job.State.QUEUED).count() == 1
    )  # however many sentences name the programme, its papers are compared once
    assert [(edition.year, is_published(edition)) for edition in Edition.objects.all()] == [(2025, False), (2024, True)]
    assert (draft.period, draft.plan_period, draft.number) == ("2021 - 2025", "2026 - 2030", 1)
    assert list(User.objects.values_list("is_provisional", flat=True)) == [True] * len((*OWN, *OTHERS))
    assert page.count("chuyển tiếp sang ") >= 1
    assert page.count("00 nhiệm vụ") == 0

    reporting = [account for account in OTHERS if account.body.startswith("Sở")]
    assert [len(agenda_of(User.objects.get(username=one.username), timezone.localdate()).to_send) for one in reporting] == [
        1,
        1,
    ]

    newest, *before = Round.objects.order_by("-period_last")
    row = before[0].returns.get(agency__name__startswith="Sở Công Thương")
    line = next(line for line in content_with_running(row).lines if line.row.unit == "cuộc")
    now = content_with_running(newest.returns.get(agency=row.agency)).lines
    assert [round_.returns.filter(steps__verb="received").count() for round_ in before] == [7, 7]
    assert (line.done.single, line.running.programme.figure.single, line.before.single) == (55, 95, 40)
    assert {(told.row.unit, told.before.single) for told in now} == {("doanh nghiệp", 31), ("cuộc", 55)}

    seen = whole(User.objects.get(username=OFFICER.username), {})
    assert [(square.name, square.said) for square in seen["map"].squares if square.said] == [("Vĩnh Hà", "2")]
    assert seen["trend"] is not None
