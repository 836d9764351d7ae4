"""What is typed to fix figures for a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FixSheet(forms.Form):
    """The name of the meeting."""

    title = forms.CharField(label=_("Tên cuộc họp"), max_length=200)
