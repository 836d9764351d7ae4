"""Have the profiles of all units of a result made, as one archive (bộ hồ sơ): long work, left to a job."""

import hashlib
import io
import zipfile
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.reporting.profile import profile_pdf
from hopluc.vietnamese import slug
from hopluc.web.jobs.actions import submit
from hopluc.web.journal.actions import amend, enter
from hopluc.web.observatory import rules
from hopluc.web.observatory.models import ProfileSet, Result
from hopluc.web.observatory.papers import Source, profile_of, source_of
from hopluc.web.people.models import User

PROFILES = "make_profiles"
Told = Callable[[int, int], None]


@transaction.atomic
def ask_for_profiles(result: Result, *, by: User, language: str) -> ProfileSet:
    """Have the profiles of a result made in a language; where that is under way already, the same set. Raises ValidationError."""
    if not rules.can_make_profiles(by, result):
        raise ValidationError(_("Kết quả chưa tính xong nên chưa lập được hồ sơ."))
    found = ProfileSet.objects.select_for_update().filter(result=result, language=language).first()
    if found is not None and found.job is not None and not found.job.ended:
        return found
    made = found or enter(ProfileSet(result=result, language=language), by=by, verb="open_profile_set")
    return amend(made, by=by, verb="ask_for_profiles", changes={"job": submit(PROFILES, {"profiles": made.pk}, by=by)})


def make_profiles(made: ProfileSet, *, by: User | None, told: Told) -> ProfileSet:
    """Make every profile of a set, telling how many of how many are done, and keep them in the place of the set before."""
    source = source_of(made.result)
    content = _archive(source, made.language, told)
    changes = {"content": content, "sha256": hashlib.sha256(content).hexdigest(), "made_at": timezone.now()}
    return amend(made, by=by, verb="make_profiles", changes=changes)


def profile_name(source: Source, unit: str, language: str) -> str:
    """The name of the file of a profile: plain letters only, the code of the unit first."""
    names = dict(zip(source.scores.units, source.scores.data.names or source.scores.units, strict=True))
    head = "profile" if language == "en" else "ho-so"
    return "-".join(filter(None, (head, slug(unit), slug(names[unit])[:60].strip("-")))) + ".pdf"


def _archive(source: Source, language: str, told: Told) -> bytes:
    """A profile for each unit, numbered in the order of the ranking."""
    order = [row.code for row in source.ranking.rows]
    at = timezone.localtime(source.result.computed_at).timetuple()[:6]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, unit in enumerate(order):
            told(number, len(order))
            name = zipfile.ZipInfo(f"{number + 1:02}-{profile_name(source, unit, language)}", at)
            name.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(name, profile_pdf(profile_of(source, unit, language)))
    return whole.getvalue()
