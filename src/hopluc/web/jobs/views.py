"""The page of a job: how far it is."""

from hopluc.web.jobs import actions, queries, rules
from hopluc.web.pages.asking import Nothing
from hopluc.web.pages.crud import Do, Show, anyone_who_sees

show = Show.as_view(rows=queries.jobs_seen_by, rule=anyone_who_sees, template_name="jobs/show.html")
cancel = Do.as_view(
    rows=queries.jobs_seen_by,
    rule=rules.can_cancel,
    form_class=Nothing,
    action=actions.cancel,
    template_name="jobs/cancel.html",
)
