"""Results: how they are computed, reviewed, set beside what was published, and told in profiles."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hopluc.web.observatory.actions import Announced
from hopluc.web.observatory.forms.lines import LONGEST, lines_in
from hopluc.web.observatory.models import ProfileSet
from hopluc.web.observatory.typed import number_of, rank_of
from hopluc.web.pages.asking import lines
from hopluc.web.pages.crud import AskForm


class Compute(AskForm):
    """How often to compute again for the intervals."""

    replicates = forms.TypedChoiceField(
        label=_("Số lần tính lại để ước khoảng thứ hạng"),
        coerce=int,
        initial=1_000,
        choices=[
            (0, _("Không ước khoảng")),
            (1_000, "1.000"),
            (10_000, "10.000"),
            (100_000, "100.000"),
            (1_000_000, "1.000.000"),
        ],
        help_text=_("Số lần lớn được tính nền, có tiến độ và dừng được."),
    )


class Review(AskForm):
    """The reviewer's remark."""

    review = forms.CharField(label=_("Ý kiến soát xét"), max_length=1_000, widget=lines(3), required=False)


class Official(AskForm):
    """What was published, a line a unit and group."""

    source = forms.CharField(label=_("Căn cứ (quyết định, văn bản công bố)"), max_length=500)
    table = forms.CharField(
        label=_("Mỗi dòng: mã đơn vị; điểm; hạng; mã nhóm"),
        max_length=LONGEST,
        widget=lines(14),
        help_text=_("Để trống mã nhóm là chỉ số chung. Điểm hoặc hạng chưa biết thì để trống ô."),
    )

    def clean_table(self) -> list[Announced]:
        definition = self.given.definition
        top = next(one.code for one in definition.groups if one.parent is None)
        found = []
        for number, cells in lines_in(self.cleaned_data["table"]):
            unit, score, rank, group = (*cells, "", "", "")[:4]
            try:
                one = Announced(unit, group or top, number_of(score), rank_of(rank))
            except ValidationError as refused:
                raise ValidationError(
                    gettext("Dòng %(number)s: %(why)s") % {"number": number, "why": " ".join(refused.messages)}
                ) from refused
            found.append(one)
        return found


class ProfileLanguage(forms.Form):
    """The language of profiles."""

    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=ProfileSet.Language, widget=forms.RadioSelect, initial="vi")
