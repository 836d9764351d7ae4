"""Who does what in the room of indices: the agency that owns a series supplies it, another account of the standing agency checks it,
a leader publishes. For everyone else none of it is there.
"""

from hopluc.web.observatory.models import Edition, Entry, Framework, Result, Series
from hopluc.web.people.models import User
from hopluc.web.people.rules import DECIDERS, WRITERS, writes_for_organisation, writes_for_owner

State = Entry.State
OPEN = frozenset({State.MISSING, State.SENT, State.ASKED, State.CHECKED})
"""Where a figure may still be given anew; given anew it waits to be checked again."""

can_add_framework = writes_for_organisation


def can_open_edition(user: User, framework: Framework) -> bool:
    """An officer of the organisation that entered the framework."""
    return writes_for_owner(user, framework)


def is_published(edition: Edition) -> bool:
    """Is it fixed: has a result of it been published."""
    return edition.results.filter(published_at__isnull=False).exists()


def is_open(edition: Edition) -> bool:
    """May anything of it still change."""
    return edition.withdrawn_at is None and not is_published(edition)


def sees_whole(user: User, edition: Edition) -> bool:
    """Does the user see the whole edition, or only the series of agencies of the user's own."""
    return edition.owner_id in user.standing


def can_run_edition(user: User, edition: Edition) -> bool:
    """Say who supplies, hand in the whole table, compute, withdraw: an officer of the standing agency, until it is published."""
    return writes_for_owner(user, edition) and is_open(edition)


def can_enter(user: User, series: Series) -> bool:
    """An officer of the agency that supplies the series, or of the standing agency on its behalf; until it is published."""
    supplies = user.acts_for(series.agency_id, WRITERS) or writes_for_owner(user, series)
    return supplies and is_open(series.edition)


def can_hand_in(user: User, edition: Edition) -> bool:
    """Hand in an edited table: an officer of the standing agency, or of an agency that supplies a series; until it is published."""
    agencies = edition.series.exclude(agency=None).values_list("agency", flat=True)
    supplies = any(user.acts_for(agency, WRITERS) for agency in set(agencies))
    return is_open(edition) and (supplies or writes_for_owner(user, edition))


def can_check(user: User, series: Series) -> bool:
    """Check figures, or ask for more: an officer of the standing agency. Which figures, `is_another` says."""
    return writes_for_owner(user, series) and is_open(series.edition)


def is_another(user: User, entry: Entry) -> bool:
    """Four eyes: whoever gave a figure does not check it."""
    return entry.entered_by_id != user.pk


def can_attach(user: User, entry: Entry) -> bool:
    """Put evidence to a figure: whoever may enter it."""
    return can_enter(user, entry.series)


def can_review(user: User, result: Result) -> bool:
    """Another account of the standing agency than the one that computed it, once it is computed and until one is published."""
    ready = bool(result.sha256) and result.reviewed_at is None
    return ready and result.computed_by_id != user.pk and writes_for_owner(user, result) and is_open(result.edition)


def can_publish(user: User, result: Result) -> bool:
    """A leader of the standing agency, once it is reviewed and until one is published."""
    return result.reviewed_at is not None and user.acts_for(result.owner_id, DECIDERS) and is_open(result.edition)


def can_correct(user: User, edition: Edition) -> bool:
    """Begin a correction of what is published, unless one is under way: an officer of the standing agency."""
    begun = edition.corrected_by.filter(withdrawn_at=None).exists()
    return writes_for_owner(user, edition) and edition.withdrawn_at is None and is_published(edition) and not begun


def can_note_official(user: User, edition: Edition) -> bool:
    """Enter what the ministry published, before or after our own: an officer of the standing agency."""
    return writes_for_owner(user, edition) and edition.withdrawn_at is None


def can_make_profiles(user: User, result: Result) -> bool:
    """Have the profiles of all units made, once it is computed: an officer of the standing agency."""
    return bool(result.sha256) and result.edition.withdrawn_at is None and writes_for_owner(user, result)
