"""A choice is told by its label, in the reader's language; what is no choice any more as it is kept."""

import pytest
from django.utils import translation

from hopluc.web.register.models import Activity, Progress


@pytest.mark.parametrize(("language", "told"), [("vi", "Hoàn thành"), ("en", "Completed")])
def test_a_choice_is_told_in_the_readers_language(language, told):
    with translation.override(language):
        assert Progress(said="done").get_said_display() == str(Progress.Said.DONE.label) == told


@pytest.mark.parametrize("kept", ["", "of_another_time", None])
def test_what_is_no_choice_is_told_as_it_is_kept(kept):
    assert Activity(kind=kept).get_kind_display() == kept
