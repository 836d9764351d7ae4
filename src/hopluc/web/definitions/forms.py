"""What is asked before a version takes another's place."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.asking import Day, lines
from hopluc.web.crud import AskForm


class FromWhen(AskForm):
    """From which day, and by which paper or conclusion."""

    since = Day(label=_("Từ ngày"))
    source = forms.CharField(label=_("Căn cứ (văn bản, kết luận nào)"), max_length=1_000, widget=lines(2))
