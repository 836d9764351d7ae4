"""To stop a job asks nothing."""

from django import forms


class Nothing(forms.Form):
    """A form of one button."""
