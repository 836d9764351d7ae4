"""Fix the leader's page for a meeting."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from hopluc.reporting import to_pdf, to_word
from hopluc.vietnamese import nfc
from hopluc.web.briefing.models import FixedSheet
from hopluc.web.briefing.paper import paper_of
from hopluc.web.briefing.queries import brief_of
from hopluc.web.documents.files import keep
from hopluc.web.issuing.kept_pages import keep_page
from hopluc.web.journal.actions import enter
from hopluc.web.people.models import Organisation, User


@translation.override(settings.LANGUAGE_CODE)
@transaction.atomic
def fix_sheet(agency: Organisation, *, by: User, title: str) -> FixedSheet:
    """Fix the figures of this moment for a meeting (chốt số liệu cho cuộc họp): a page, a Word file and a PDF that say the same and
    change no more. All of the agency read them, so they are as whoever fixes them sees them in it, not in others they belong to.
    Raises ValidationError without a name.
    """
    name = " ".join(nfc(title).split())
    if not name:
        raise ValidationError({"title": _("Đề nghị ghi tên cuộc họp.")})
    at = timezone.localtime()
    report = paper_of(brief_of(by.within(agency), at.date()), agency, name, at)
    files = {"word": keep(to_word(report, annex=False)), "pdf": keep(to_pdf(report, annex=False))}
    made = FixedSheet(owner=agency, title=name, fixed_at=at, made_by=by, page=keep_page(report), **files)
    return enter(made, by=by, verb="fix_sheet")
