"""A day is asked and shown as offices write it, day first, whatever the language of the computer; persons stand by given names."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.forms import Form, ModelChoiceField
from django.utils import timezone
from django.utils.translation import override

import factories
from hopluc.web.pages.asking import Day, Moment, offer_persons, typed_day
from hopluc.web.people.models import User
from hopluc.web.people.queries import accounts_in_use


@pytest.mark.parametrize("typed", ["07/11/2026", "7/11/2026", "07-11-2026", "7.11.2026", "2026-11-07"])
def test_a_day_is_typed_as_offices_write_it(typed):
    assert Day().clean(typed) == date(2026, 11, 7)


@pytest.mark.parametrize("typed", ["11/31/2026", "30/02/2026", "mai", "7/11", "00/00/0000"])
def test_a_day_that_is_none_is_refused_with_how_one_is_written(typed):
    with pytest.raises(ValidationError) as refused:
        Day().clean(typed)

    assert refused.value.messages == ["Ngày viết theo dạng ngày/tháng/năm, ví dụ 07/11/2026."]


@pytest.mark.django_db
def test_a_list_to_choose_from_says_whether_one_has_to():
    class Asked(Form):
        must = ModelChoiceField(User.objects.none())
        may = ModelChoiceField(User.objects.none(), required=False)
        own = ModelChoiceField(User.objects.none(), empty_label="Chung cả chương trình")
        listed = ModelChoiceField(User.objects.none(), required=False)

    asked = Asked()
    offer_persons(asked.fields["listed"], User.objects.none())
    shown = [str(asked[name]) for name in ("must", "may", "own", "listed")]
    with override("en"):
        english = str(asked["must"])

    assert [word in page for word, page in zip(["(chọn)", "(không chọn)", "Chung cả", "(không chọn)"], shown, strict=True)] == [
        True
    ] * 4
    assert "(choose)" in english
    assert not any("---" in page for page in shown)


def test_a_day_is_shown_day_first():
    class Asked(Form):
        on = Day()

    shown = str(Asked(initial={"on": date(2026, 11, 7)})["on"])

    assert 'value="07/11/2026"' in shown
    assert 'type="text"' in shown  # the browser's own field would show it month first on a computer in English


@pytest.mark.parametrize("typed", ["14:30 07/11/2026", "07/11/2026 14:30", "2026-11-07T14:30"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_moment_is_typed_with_hour_and_day(typed, language):
    with timezone.override("Asia/Ho_Chi_Minh"), override(language):
        moment = timezone.localtime(Moment().clean(typed))

    assert f"{moment:%d/%m/%Y %H:%M}" == "07/11/2026 14:30"


def test_a_moment_that_is_none_is_refused_with_how_one_is_written():
    with pytest.raises(ValidationError) as refused:
        Moment().clean("chiều qua")

    assert refused.value.messages == ["Thời điểm viết theo dạng giờ:phút ngày/tháng/năm, ví dụ 14:30 07/11/2026."]


def test_an_address_that_says_no_day_says_none():
    assert (typed_day("07/11/2026"), typed_day(""), typed_day("2026-13-40")) == (date(2026, 11, 7), None, None)


def test_persons_are_offered_by_their_given_names(standing):
    for name in ("Lê Văn Thử", "Trần Văn Mẫu", "Nguyễn Thị Mẫu", "Phạm Thị Ánh"):
        factories.an_account(standing, name=name)
    field = ModelChoiceField(User.objects.none(), empty_label=None)

    offer_persons(field, accounts_in_use(standing))

    assert [label for _key, label in field.choices] == ["Phạm Thị Ánh", "Nguyễn Thị Mẫu", "Trần Văn Mẫu", "Lê Văn Thử"]
    assert field.clean(field.choices[0][0]).name == "Phạm Thị Ánh"
