"""The sample programme on a site: read, confirmed and reviewed by the same actions as everywhere."""

from pathlib import Path

import pytest

from hopluc.web.documents.files import read_kept
from hopluc.web.issuing.demonstration import ACCOUNTS, set_up_sample
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.observatory.models import Edition
from hopluc.web.observatory.rules import is_published
from hopluc.web.people.models import User

SAMPLES = Path(__file__).parents[2] / "samples" / "vinh-ha"


@pytest.mark.django_db
def test_the_sample_is_read_confirmed_and_reviewed_once():
    told, again = list(set_up_sample(SAMPLES)), list(set_up_sample(SAMPLES))

    draft = ReportDraft.objects.get()
    page = read_kept(draft.page).decode()
    assert told[0] == "Đã đọc 12/12 văn bản mẫu."
    assert again == ["Chương trình mẫu đã có sẵn."]
    assert [(edition.year, is_published(edition)) for edition in Edition.objects.all()] == [(2025, False), (2024, True)]
    assert (draft.period, draft.plan_period, draft.number) == ("2021 - 2025", "2026 - 2030", 1)
    assert list(User.objects.values_list("is_provisional", flat=True)) == [True] * len(ACCOUNTS)
    assert page.count("chuyển tiếp sang ") >= 1
    assert page.count("00 nhiệm vụ") == 0
