"""Compose a draft of a report."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import translation

from hopluc.reporting import Outline, Report, compose, outline, to_pdf, to_word, with_doubts
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.files import keep
from hopluc.web.documents.models import Passage
from hopluc.web.issuing import queries
from hopluc.web.issuing.contexts import review_material
from hopluc.web.issuing.kept_pages import keep_page
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.issuing.periods import Periods, periods_of
from hopluc.web.journal.actions import enter
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import User
from hopluc.web.register.models import Programme

MID_TERM = "mid-term-review"


@translation.override(settings.LANGUAGE_CODE)
@transaction.atomic
def compose_review(
    programme: Programme,
    *,
    by: User | None,
    on: date,
    address: Callable[[Passage], str | None] = lambda passage: passage.get_absolute_url(),
    annex: bool = True,
    own: OwnDefinition | None = None,
) -> ReportDraft:
    """Compose the review (lập dự thảo báo cáo sơ kết) from the register as of a day, as the next draft: by the shared outline of the
    mid-term review, or by the version of an outline of the office's own, which the draft then names.

    An official document is in Vietnamese, whatever language its maker reads the pages in.
    """
    periods = periods_of(queries.ReviewRows(programme, on).tasks)
    by_outline = outline(MID_TERM) if own is None else content_of(own)
    report = review_report(programme, by_outline, on=on, periods=periods, address=address)
    cited = [run for paragraph in report.paragraphs() for run in paragraph.runs if run.figure]
    draft = ReportDraft(
        owner=programme.owner,
        programme=programme,
        number=queries.drafts_of(programme).count() + 1,
        outline=by_outline.code,
        own_outline=own,
        title=f"{report.kind} {report.summary[:1].lower()}{report.summary[1:]}"[:1000],
        period=periods.past_words,
        plan_period=periods.plan_words,
        figures_on=on,
        sources=len(report.used_sources()),
        weaker_sources=sum(source.weaker for source in report.used_sources()),
        open_checks=queries.open_checks(programme),
        figures=len(cited),
        unsourced=sum(not run.sources for run in cited),
        word=keep(to_word(report, annex=annex)),
        pdf=keep(to_pdf(report, annex=annex)),
        page=keep_page(report),
        made_by=by,
    )
    return enter(draft, by=by, verb="compose_review")


def review_report(
    programme: Programme, by_outline: Outline, *, on: date, periods: Periods, address: Callable[[Passage], str | None]
) -> Report:
    """The review itself, before it is printed, its doubted figures marked. Number and date are left to the document system."""
    material, sources = review_material(programme, on=on, periods=periods, address=address)
    used, head = sources.used(), letterhead_of(programme.owner)
    report = compose(by_outline, material, used, head, signing_for(programme.owner))
    return with_doubts(report, queries.doubted_passages(programme, [source.key for source in used]))
