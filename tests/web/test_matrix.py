"""Every address of the site, and who gets what there. An address that is not in the table fails: put it there, with its reasons.

Columns: a visitor; then viewer, officer and leader of the organisation whose rows are asked for; then the officer of another; then
the administrator of the first.
Statuses are those of GET. 302 for a visitor is: sent to sign in. 404 is: it does not exist for this account. `post` lists what
changes things: those are also tried by POST without the right, which must change nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

import factories
from hopluc.sheets.foreign import guess
from hopluc.web.agenda.handing import hand_over
from hopluc.web.briefing.actions import fix_sheet
from hopluc.web.committees.actions import Named, draft_consolidation, note_meeting
from hopluc.web.consultation.actions import ask_inside, give_opinion
from hopluc.web.consultation.photographs import take_photographs
from hopluc.web.documents.models import DocumentVersion
from hopluc.web.following import actions as following
from hopluc.web.inquiries import actions as inquiries
from hopluc.web.intake.models import Batch, Finding
from hopluc.web.issuing.actions import compose_review
from hopluc.web.jobs.models import Job
from hopluc.web.journal import queries as journal
from hopluc.web.manpower import actions as manpower
from hopluc.web.measures.actions import find_or_add_indicator
from hopluc.web.measures.figures import Figure
from hopluc.web.observatory import actions as observatory
from hopluc.web.observatory.models import ProfileSet
from hopluc.web.people.access_keys import make_key
from hopluc.web.people.actions import (
    close_account,
    deputise,
    end_membership,
    find_or_add_organisation,
    find_or_add_person,
    give_membership,
    reorganise,
)
from hopluc.web.people.models import Organisation, Passkey, Place, SignOn, User
from hopluc.web.register import actions
from hopluc.web.register.models import Programme
from hopluc.web.returns import actions as returns
from hopluc.web.returns.models import Round
from hopluc.web.returns.queries import newest_returns
from hopluc.web.sheets.asked import take_asked_form
from hopluc.web.sheets.models import AgencySheet, HandedIn, kept_layout
from hopluc.web.terms import Term

WHO = ("visitor", "viewer", "officer", "leader", "stranger", "administrator")


Statuses = tuple[int, int, int, int, int, int]


@dataclass(frozen=True)
class Row:
    """What the six get by GET, and by POST where that differs from a refusal of the method (405)."""

    get: Statuses
    row: str = ""
    post: Statuses | None = None


EVERYONE_SIGNED_IN = (302, 200, 200, 200, 200, 200)
OWN_ROWS = (302, 200, 200, 200, 404, 200)
OF_ITS_OFFICERS = (302, 404, 200, 200, 404, 404)
BY_POST_ONLY = (405, 405, 405, 405, 405, 405)
TO_WRITE = (302, 403, 200, 200, 404, 403)
KEPT = (302, 403, 200, 200, 404, 200)
BY_POST = (302, 405, 405, 405, 405, 405)
WRITTEN = (302, 403, 302, 302, 404, 403)
OF_ITS_AGENCY = (302, 403, 403, 403, 404, 403)
ANYONE_WITH_IT = (200, 200, 200, 200, 200, 200)
ANSWERED = (401, 200, 200, 200, 200, 200)  # a program is told, not led to sign in
OWN_ANSWERS = (401, 200, 200, 200, 404, 200)
OF_ADMINISTRATORS = (302, 404, 404, 404, 404, 200)
READ_BY_ADMINISTRATORS = (302, 404, 404, 404, 404, 405)
NO_PROVIDER = (404, 404, 404, 404, 404, 404)  # none is in the settings; test_sign_on.py has one

TABLE = {
    "home": Row(EVERYONE_SIGNED_IN),
    "search": Row(EVERYONE_SIGNED_IN),
    "sign_in": Row((200, 302, 302, 302, 302, 302), post=(200, 302, 302, 302, 302, 302)),
    "sign_out": Row(BY_POST_ONLY, post=(302, 302, 302, 302, 302, 302)),
    "change_password": Row(EVERYONE_SIGNED_IN, post=EVERYONE_SIGNED_IN),
    "set_password": Row((200, 200, 200, 200, 200, 200), "invitation", post=(200, 200, 200, 200, 200, 200)),
    "second_step": Row((302, 302, 302, 302, 302, 302), post=(302, 302, 302, 302, 302, 302)),  # nobody here has a device
    "set_up_device": Row(EVERYONE_SIGNED_IN, post=EVERYONE_SIGNED_IN),
    "recovery_codes": Row((302, 403, 403, 403, 403, 403), post=(302, 403, 403, 403, 403, 403)),
    "take_off_device": Row((302, 403, 403, 403, 403, 403), post=(302, 403, 403, 403, 403, 403)),
    "sign_in_by_passkey": Row(BY_POST_ONLY, post=(302, 302, 302, 302, 302, 302)),  # nobody here has a key
    "passkey_question": Row(BY_POST_ONLY, post=(409, 409, 409, 409, 409, 409)),  # without HTTPS browsers know no keys
    "register_passkey": Row(
        (302, 302, 302, 302, 302, 302), post=(302, 302, 302, 302, 302, 302)
    ),  # first one says again who one is
    "remove_passkey": Row((302, 404, 302, 404, 404, 404), "own passkey", post=(302, 404, 302, 404, 404, 404)),
    "sign_on": Row(NO_PROVIDER, "provider"),
    "sign_on_back": Row(NO_PROVIDER, "provider"),
    "sign_on_out": Row(NO_PROVIDER, "provider"),
    "accept_by_sign_on": Row(NO_PROVIDER, "provider and key"),
    "bind_sign_on": Row((302, 404, 404, 404, 404, 404), "provider"),
    "unbind_sign_on": Row((302, 404, 302, 404, 404, 404), "own sign-on", post=(302, 404, 302, 404, 404, 404)),
    "prove": Row(EVERYONE_SIGNED_IN, post=EVERYONE_SIGNED_IN),
    "correct_own_account": Row((302, 404, 200, 404, 404, 404), "own account", post=(302, 404, 200, 404, 404, 404)),
    "own_account": Row(EVERYONE_SIGNED_IN),
    "make_own_key": Row((302, 404, 200, 404, 404, 404), "own account", post=(302, 404, 200, 404, 404, 404)),
    "revoke_own_key": Row((302, 404, 200, 404, 404, 404), "own key", post=(302, 404, 302, 404, 404, 404)),
    "deputise": Row((302, 404, 200, 404, 404, 404), "own place", post=(302, 404, 200, 404, 404, 404)),
    "end_deputy": Row((302, 404, 200, 404, 404, 200), "deputy", post=(302, 404, 302, 404, 404, 403)),  # then it has ended
    "set_language": Row((302, 302, 302, 302, 302, 302), post=(302, 302, 302, 302, 302, 302)),
    "documents:list": Row(EVERYONE_SIGNED_IN),
    "documents:show": Row(OWN_ROWS, "document"),
    "documents:correct": Row(TO_WRITE, "document", post=TO_WRITE),
    "documents:withdraw": Row(TO_WRITE, "document", post=TO_WRITE),
    "documents:download": Row(OWN_ROWS, "file"),
    "intake:take_in": Row((302, 403, 200, 200, 200, 403), post=(302, 403, 200, 200, 200, 403)),
    "intake:note_source": Row((302, 403, 200, 200, 200, 403), post=(302, 403, 200, 200, 200, 403)),
    "intake:batch": Row(OWN_ROWS, "batch"),
    "intake:read_on": Row(BY_POST, "batch", post=WRITTEN),
    "intake:confirm": Row(OWN_ROWS, "document"),
    "intake:confirm_certain": Row(BY_POST, "document", post=WRITTEN),
    "intake:leave_rest": Row(BY_POST, "document", post=WRITTEN),
    "intake:add": Row(TO_WRITE, "document and kind", post=TO_WRITE),
    "intake:join": Row(TO_WRITE, "document", post=TO_WRITE),
    "intake:checks": Row(EVERYONE_SIGNED_IN),
    "intake:right": Row(BY_POST, "finding", post=WRITTEN),
    "intake:leave": Row(BY_POST, "finding", post=WRITTEN),
    "intake:correct": Row(TO_WRITE, "finding", post=TO_WRITE),
    "intake:settle": Row(BY_POST, "check", post=WRITTEN),
    "intake:say_about": Row(BY_POST, "finding and task", post=WRITTEN),
    "register:say_about": Row(BY_POST, "activity", post=(302, 403, 404, 404, 404, 403)),  # of nothing that is there
    "register:likely_tellings": Row(TO_WRITE, "activity"),
    "intake:reopen": Row(BY_POST, "finding", post=WRITTEN),
    "issuing:drafts": Row(EVERYONE_SIGNED_IN),
    "issuing:compose": Row((302, 403, 200, 200, 200, 403), post=(302, 403, 200, 200, 200, 403)),
    "issuing:draft": Row(OWN_ROWS, "draft"),
    "issuing:word_outline": Row((302, 403, 200, 200, 200, 200), post=(302, 403, 200, 200, 200, 200)),
    "returns:word_regime": Row((302, 403, 200, 200, 200, 200), post=(302, 403, 200, 200, 200, 200)),
    "returns:word_return_outline": Row((302, 403, 200, 200, 200, 200), post=(302, 403, 200, 200, 200, 200)),
    "issuing:petitions_word": Row(EVERYONE_SIGNED_IN),
    "issuing:word": Row(OWN_ROWS, "draft"),
    "issuing:pdf": Row(OWN_ROWS, "draft"),
    "definitions:list": Row(EVERYONE_SIGNED_IN),
    "definitions:show": Row(OWN_ROWS, "own definition"),
    "definitions:download": Row(OWN_ROWS, "own definition"),
    "definitions:download_shared": Row(EVERYONE_SIGNED_IN, "shared definition"),
    "definitions:take_up_again": Row(KEPT, "own definition", post=KEPT),
    "definitions:end": Row(KEPT, "own definition", post=KEPT),
    "jobs:show": Row((302, 404, 200, 404, 404, 404), "job"),
    "jobs:cancel": Row((302, 404, 200, 404, 404, 404), "job", post=(302, 404, 302, 404, 404, 404)),
    "measures:indicators": Row(EVERYONE_SIGNED_IN),
    "measures:indicator": Row(OWN_ROWS, "indicator"),
    "measures:sums": Row(EVERYONE_SIGNED_IN),
    "measures:correct": Row(TO_WRITE, "figure", post=TO_WRITE),
    "measures:withdraw": Row(TO_WRITE, "figure", post=TO_WRITE),
    "briefing:now": Row(EVERYONE_SIGNED_IN, post=(302, 403, 200, 200, 200, 403)),
    "briefing:fixed": Row(OF_ITS_OFFICERS, "fixed sheet"),
    "briefing:word": Row(OF_ITS_OFFICERS, "fixed sheet"),
    "briefing:pdf": Row(OF_ITS_OFFICERS, "fixed sheet"),
    "panorama:whole": Row(EVERYONE_SIGNED_IN),
    "panorama:step": Row(EVERYONE_SIGNED_IN, "step"),
    "panorama:province": Row(EVERYONE_SIGNED_IN, "province"),
    "panorama:agency": Row(OWN_ROWS, "organisation"),
    "people:accounts": Row(OF_ADMINISTRATORS, post=READ_BY_ADMINISTRATORS),
    "people:account": Row(OF_ADMINISTRATORS, "account"),
    "people:renew_password": Row(OF_ADMINISTRATORS, "account", post=OF_ADMINISTRATORS),
    "people:correct_account": Row(OF_ADMINISTRATORS, "account", post=OF_ADMINISTRATORS),
    "people:take_off_device": Row((302, 404, 404, 404, 404, 403), "account", post=(302, 404, 404, 404, 404, 403)),
    "people:close_account": Row(OF_ADMINISTRATORS, "account", post=OF_ADMINISTRATORS),
    "people:reopen_account": Row(OF_ADMINISTRATORS, "closed account", post=OF_ADMINISTRATORS),
    "people:change_role": Row(OF_ADMINISTRATORS, "membership", post=OF_ADMINISTRATORS),
    "people:end_place": Row(OF_ADMINISTRATORS, "membership", post=OF_ADMINISTRATORS),
    "people:give_place": Row(OF_ADMINISTRATORS, "organisation", post=OF_ADMINISTRATORS),
    "people:organisations": Row(OF_ADMINISTRATORS, post=READ_BY_ADMINISTRATORS),
    "people:open_account": Row(OF_ADMINISTRATORS, "organisation", post=OF_ADMINISTRATORS),
    "people:add_member": Row(OF_ADMINISTRATORS, "organisation", post=OF_ADMINISTRATORS),
    "returns:rounds": Row(EVERYONE_SIGNED_IN),
    "returns:open": Row((302, 403, 200, 200, 200, 403), post=(302, 403, 200, 200, 200, 403)),
    "returns:open_from": Row(TO_WRITE, "document", post=TO_WRITE),
    "returns:round": Row(OWN_ROWS, "round"),
    "returns:move_deadline": Row(TO_WRITE, "round", post=TO_WRITE),
    "returns:withdraw": Row(TO_WRITE, "round", post=TO_WRITE),
    "returns:drop": Row(BY_POST, "round", post=WRITTEN),
    "returns:match": Row(BY_POST, "dropped file", post=WRITTEN),
    "returns:letter": Row(TO_WRITE, "round"),
    "returns:letters": Row(BY_POST, "round", post=TO_WRITE),
    "returns:urging": Row(TO_WRITE, "round"),
    "returns:merge": Row(TO_WRITE, "round"),
    "returns:decide": Row(BY_POST, "two sentences", post=WRITTEN),
    "returns:place": Row(BY_POST, "sentence", post=WRITTEN),
    "returns:show": Row(OWN_ROWS, "return", post=TO_WRITE),
    "returns:hand_back": Row(OF_ITS_AGENCY, "return", post=OF_ITS_AGENCY),
    "returns:take_back": Row(OF_ITS_AGENCY, "sent return", post=OF_ITS_AGENCY),
    "returns:ask_to_complete": Row(TO_WRITE, "sent return", post=TO_WRITE),
    "returns:receive": Row(BY_POST, "sent return", post=WRITTEN),
    "returns:correct_late": Row(TO_WRITE, "received return", post=TO_WRITE),
    "returns:paper": Row(OWN_ROWS, "sent return"),
    "returns:copy_sheet": Row(OWN_ROWS, "sent return"),
    "returns:copy_workbook": Row(OWN_ROWS, "sent return"),
    "returns:make_link": Row(BY_POST, "return", post=TO_WRITE),
    "returns:revoke_links": Row(BY_POST, "return", post=WRITTEN),
    "returns:send_files": Row(BY_POST, "return", post=OF_ITS_AGENCY),
    "returns:files_by_link": Row(BY_POST_ONLY, "link", post=(302, 302, 302, 302, 302, 302)),
    "returns:by_link": Row(ANYONE_WITH_IT, "link", post=ANYONE_WITH_IT),
    "api:root": Row(ANSWERED),
    "api:openapi": Row(ANYONE_WITH_IT),
    "api:editions": Row(ANSWERED),
    "api:edition": Row(OWN_ANSWERS, "edition"),
    "api:figures": Row(OWN_ANSWERS, "edition"),
    "api:result": Row(OWN_ANSWERS, "result"),
    "api:ranking": Row(OWN_ANSWERS, "result"),
    "api:scores": Row(OWN_ANSWERS, "result"),
    "observatory:indices": Row(EVERYONE_SIGNED_IN),
    "observatory:add_framework": Row((302, 403, 200, 200, 200, 403), post=(302, 403, 200, 200, 200, 403)),
    "observatory:weights": Row(OWN_ROWS, "result"),
    "observatory:weights_file": Row(OWN_ROWS, "result"),
    "observatory:correlations": Row(OWN_ROWS, "result"),
    "observatory:correlations_file": Row(OWN_ROWS, "result"),
    "observatory:score_map": Row(OWN_ROWS, "result"),
    "observatory:score_map_file": Row(OWN_ROWS, "result"),
    "observatory:trend": Row(OWN_ROWS, "scored unit"),
    "observatory:trend_file": Row(OWN_ROWS, "scored unit"),
    "observatory:look_back": Row(OWN_ROWS, "result"),
    "observatory:look_back_file": Row((302, 404, 404, 404, 404, 404), "result"),  # there is no edition before it
    "observatory:brief": Row(OWN_ROWS, "result"),
    "observatory:refused_rows": Row(BY_POST_ONLY, "edition", post=(302, 404, 404, 404, 404, 404)),  # without rows of ours
    "observatory:framework": Row(OWN_ROWS, "framework"),
    "observatory:download_framework": Row(OWN_ROWS, "framework"),
    "observatory:open_edition": Row(TO_WRITE, "framework", post=TO_WRITE),
    "observatory:edition": Row(OWN_ROWS, "edition"),
    "observatory:suppliers": Row(TO_WRITE, "edition", post=(302, 403, 302, 302, 404, 403)),
    "observatory:withdraw": Row(TO_WRITE, "edition", post=TO_WRITE),
    "observatory:correct": Row((302, 403, 403, 403, 404, 403), "edition", post=(302, 403, 403, 403, 404, 403)),  # not published
    "observatory:official": Row(TO_WRITE, "edition", post=TO_WRITE),
    "observatory:compute": Row(TO_WRITE, "edition", post=TO_WRITE),
    "observatory:download": Row(OWN_ROWS, "edition"),
    "observatory:evidence_pack": Row(OWN_ROWS, "edition"),
    "observatory:copy_sheet": Row(OWN_ROWS, "edition"),
    "observatory:hand_in": Row(TO_WRITE, "edition", post=TO_WRITE),
    "observatory:series": Row(OWN_ROWS, "series"),
    "observatory:enter_figures": Row(TO_WRITE, "series", post=WRITTEN),
    "observatory:paste": Row(TO_WRITE, "series", post=TO_WRITE),
    "observatory:check": Row(TO_WRITE, "series", post=TO_WRITE),
    "observatory:ask": Row(TO_WRITE, "series", post=TO_WRITE),
    "observatory:accept": Row(TO_WRITE, "series", post=TO_WRITE),
    "observatory:attach": Row(TO_WRITE, "entry", post=TO_WRITE),
    "observatory:detach": Row(TO_WRITE, "proof", post=TO_WRITE),
    "observatory:result": Row(OWN_ROWS, "result"),
    "observatory:ranking_file": Row(OWN_ROWS, "result"),
    "observatory:workbook": Row(OWN_ROWS, "result"),
    "observatory:profile": Row(OWN_ROWS, "scored unit"),
    "observatory:profile_file": Row(OWN_ROWS, "scored unit"),
    "observatory:profile_paper": Row(OWN_ROWS, "scored unit in English"),
    "observatory:ask_for_profiles": Row(TO_WRITE, "result", post=TO_WRITE),
    "observatory:profile_set": Row(OWN_ROWS, "profile set"),
    "observatory:profile_set_file": Row(OWN_ROWS, "profile set"),
    "observatory:what_if": Row(OWN_ROWS, "scored unit"),
    "observatory:comparison": Row(OWN_ROWS, "result"),
    "observatory:comparison_file": Row(OWN_ROWS, "two units"),
    "observatory:review": Row(
        (302, 403, 403, 200, 404, 403), "result", post=(302, 403, 403, 302, 404, 403)
    ),  # the officer computed it
    "observatory:publish": Row(
        (302, 403, 403, 403, 404, 403), "result", post=(302, 403, 403, 403, 404, 403)
    ),  # not yet reviewed
    "register:programmes": Row(EVERYONE_SIGNED_IN),
    "register:programme": Row(OWN_ROWS, "programme"),
    "register:correct_programme": Row(TO_WRITE, "programme", post=TO_WRITE),
    "register:withdraw_programme": Row(TO_WRITE, "programme", post=TO_WRITE),
    "register:assign_task": Row(TO_WRITE, "programme", post=TO_WRITE),
    "register:money_points": Row(EVERYONE_SIGNED_IN),
    "register:budget": Row(OWN_ROWS, "organisation"),
    "register:note_budget": Row(TO_WRITE, "organisation", post=TO_WRITE),
    "register:set_budget_aim": Row(TO_WRITE, "organisation", post=TO_WRITE),
    "register:note_money": Row(TO_WRITE, "programme", post=TO_WRITE),
    "register:put_petition": Row(TO_WRITE, "programme", post=TO_WRITE),
    "register:ledger": Row(EVERYONE_SIGNED_IN),
    "register:activity": Row(OWN_ROWS, "activity"),
    "register:note_progress": Row(TO_WRITE, "activity", post=TO_WRITE),
    "register:carry_over": Row(TO_WRITE, "activity", post=TO_WRITE),
    "register:add_activity_evidence": Row(TO_WRITE, "activity", post=TO_WRITE),
    "register:correct_activity": Row(TO_WRITE, "activity", post=TO_WRITE),
    "register:withdraw_activity": Row(TO_WRITE, "activity", post=TO_WRITE),
    "register:agreements": Row(EVERYONE_SIGNED_IN),
    "register:agreement": Row(OWN_ROWS, "agreement"),
    "register:add_agreement_evidence": Row(TO_WRITE, "agreement", post=TO_WRITE),
    "register:correct_agreement": Row(TO_WRITE, "agreement", post=TO_WRITE),
    "register:withdraw_agreement": Row(TO_WRITE, "agreement", post=TO_WRITE),
    "register:petitions": Row(EVERYONE_SIGNED_IN),
    "register:choose_letter": Row(EVERYONE_SIGNED_IN),
    "register:answer_by_letter": Row(TO_WRITE, "document", post=TO_WRITE),
    "register:note_arrival": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:charge_petition": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "agenda:mine": Row(EVERYONE_SIGNED_IN),
    "agenda:renew_calendar": Row(BY_POST, post=EVERYONE_SIGNED_IN),
    "agenda:hand_overs": Row(EVERYONE_SIGNED_IN),
    "agenda:hand_over": Row((302, 403, 200, 200, 404, 200), "own place", post=(302, 403, 200, 200, 404, 200)),
    "agenda:handed_over": Row(OWN_ROWS, "hand-over"),
    "agenda:undo_hand_over": Row((302, 403, 200, 200, 404, 200), "hand-over", post=(302, 403, 200, 200, 404, 200)),
    "agenda:letter": Row((302, 404, 404, 404, 404, 404), "organisation"),
    "agenda:calendar": Row((404, 404, 404, 404, 404, 404), "calendar"),
    "agenda:assign_activity": Row(TO_WRITE, "activity", post=TO_WRITE),
    "agenda:assign_commitment": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:commitment": Row(OWN_ROWS, "commitment"),
    "register:answer_petition": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:note_commitment_progress": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:add_commitment_evidence": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:correct_commitment": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "register:withdraw_commitment": Row(TO_WRITE, "commitment", post=TO_WRITE),
    "committees:show": Row(OWN_ROWS, "committee"),
    "committees:consolidate": Row(TO_WRITE, "committee", post=TO_WRITE),
    "committees:note_meeting": Row(TO_WRITE, "committee", post=TO_WRITE),
    "committees:note_vacancy": Row(TO_WRITE, "seat", post=TO_WRITE),
    "committees:withdraw_vacancy": Row(TO_WRITE, "vacancy", post=TO_WRITE),
    "committees:consolidation": Row(OWN_ROWS, "consolidation"),
    "committees:word": Row(OWN_ROWS, "consolidation"),
    "committees:note_signed": Row(TO_WRITE, "consolidation", post=TO_WRITE),
    "committees:withdraw_consolidation": Row(TO_WRITE, "consolidation", post=TO_WRITE),
    "committees:meeting": Row(OWN_ROWS, "meeting"),
    "committees:correct_meeting": Row(TO_WRITE, "meeting", post=TO_WRITE),
    "committees:withdraw_meeting": Row(TO_WRITE, "meeting", post=TO_WRITE),
    "committees:note_conclusion": Row(TO_WRITE, "meeting", post=TO_WRITE),
    "manpower:programme": Row(OWN_ROWS, "programme"),
    "manpower:download": Row(OWN_ROWS, "programme"),
    "manpower:state_need": Row(TO_WRITE, "programme", post=TO_WRITE),
    "manpower:offer_course": Row(TO_WRITE, "programme", post=TO_WRITE),
    "manpower:plan_delegation": Row(TO_WRITE, "programme", post=TO_WRITE),
    "manpower:note_exchange": Row(TO_WRITE, "programme", post=TO_WRITE),
    "manpower:set_report_term": Row(TO_WRITE, "programme", post=TO_WRITE),
    "manpower:correct_need": Row(TO_WRITE, "need", post=TO_WRITE),
    "manpower:withdraw_need": Row(TO_WRITE, "need", post=TO_WRITE),
    "manpower:keep_course": Row(TO_WRITE, "course", post=TO_WRITE),
    "manpower:note_trained": Row(TO_WRITE, "course", post=TO_WRITE),
    "manpower:take_up_delegation": Row(TO_WRITE, "read trip", post=TO_WRITE),
    "manpower:delegation": Row(OWN_ROWS, "planned trip"),
    "manpower:correct_delegation": Row(TO_WRITE, "planned trip", post=TO_WRITE),
    "manpower:approve_delegation": Row(TO_WRITE, "planned trip", post=TO_WRITE),
    "manpower:call_off_delegation": Row(TO_WRITE, "planned trip", post=TO_WRITE),
    "manpower:name_member": Row(TO_WRITE, "planned trip", post=TO_WRITE),
    "manpower:take_off_member": Row(TO_WRITE, "member", post=TO_WRITE),
    "manpower:note_return": Row(TO_WRITE, "trip back", post=TO_WRITE),
    "manpower:file_report": Row(TO_WRITE, "trip back", post=TO_WRITE),
    "manpower:take_back_report": Row(TO_WRITE, "reported trip", post=TO_WRITE),
    "inquiries:show": Row(OWN_ROWS, "own return"),
    "inquiries:ask": Row(TO_WRITE, "own return", post=TO_WRITE),
    "inquiries:take_over": Row((302, 403, 405, 405, 404, 403), "inquiry", post=WRITTEN),
    "inquiries:send_back": Row(TO_WRITE, "inquiry", post=TO_WRITE),
    "inquiries:revoke": Row(TO_WRITE, "inquiry", post=(302, 403, 302, 403, 404, 403)),  # by the officer; then it is revoked
    "inquiries:by_link": Row(ANYONE_WITH_IT, "inquiry link", post=(400, 400, 400, 400, 400, 400)),  # nothing is answered
    "consultation:list": Row(EVERYONE_SIGNED_IN),
    "consultation:draft": Row(OWN_ROWS, "draft"),
    "consultation:ask_inside": Row(TO_WRITE, "draft", post=TO_WRITE),
    "consultation:ask_agencies": Row(TO_WRITE, "draft", post=TO_WRITE),
    "consultation:put_up": Row((302, 403, 403, 200, 404, 403), "draft", post=(302, 403, 403, 200, 404, 403)),
    "consultation:show": Row(OWN_ROWS, "consultation"),
    "consultation:give": Row((302, 403, 200, 403, 404, 403), "consultation", post=(302, 403, 200, 403, 404, 403)),
    "consultation:note": Row((302, 403, 403, 403, 404, 403), "consultation", post=(302, 403, 403, 403, 404, 403)),
    "consultation:agree": Row((302, 403, 200, 403, 404, 403), "consultation", post=(302, 403, 302, 403, 404, 403)),
    "consultation:close": Row(
        TO_WRITE, "consultation", post=(302, 403, 302, 403, 404, 403)
    ),  # by the officer; then it is closed
    "consultation:table": Row(OWN_ROWS, "consultation"),
    "consultation:word": Row(OWN_ROWS, "consultation"),
    "consultation:take_photographs": Row(TO_WRITE, "consultation", post=TO_WRITE),
    "consultation:photographs": Row(OWN_ROWS, "photographs", post=WRITTEN),
    "consultation:picture": Row((302, 404, 404, 404, 404, 404), "unread photograph"),
    "consultation:answer": Row(TO_WRITE, "comment", post=TO_WRITE),
    "consultation:withdraw": Row(
        (302, 403, 200, 403, 404, 403), "comment", post=(302, 403, 302, 404, 404, 404)
    ),  # then it is gone
    "succession:acts": Row(EVERYONE_SIGNED_IN),
    "succession:reorganise": Row(TO_WRITE, "organisation", post=TO_WRITE),
    "succession:withdraw": Row(TO_WRITE, "act", post=TO_WRITE),
    "succession:settle_activity": Row(TO_WRITE, "split work", post=TO_WRITE),
    "succession:settle_commitment": Row((302, 403, 404, 404, 404, 403), "split promise", post=(302, 403, 404, 404, 404, 403)),
    "succession:settle_round": Row(TO_WRITE, "split round", post=TO_WRITE),
    "succession:settle_many": Row(BY_POST, "former", post=WRITTEN),
    "following:inbox": Row(EVERYONE_SIGNED_IN),
    "following:note_read": Row(BY_POST_ONLY, post=(302, 302, 302, 302, 302, 302)),
    "following:follow": Row(BY_POST_ONLY, "object", post=(302, 302, 302, 302, 404, 302)),
    "following:remark": Row(TO_WRITE, "object", post=TO_WRITE),
    "following:attach": Row(TO_WRITE, "object", post=TO_WRITE),
    "following:withdraw_remark": Row((302, 403, 200, 403, 404, 403), "remark", post=(302, 403, 200, 403, 404, 403)),
    "following:withdraw_attachment": Row((302, 403, 200, 403, 404, 403), "attachment", post=(302, 403, 200, 403, 404, 403)),
    "following:attach_version": Row(TO_WRITE, "attachment", post=TO_WRITE),
    "following:download": Row(OWN_ROWS, "attached file"),
    "past:history": Row(OWN_ROWS, "history"),
    "past:programme_history": Row(OWN_ROWS, "programme"),
    "past:programme": Row(OWN_ROWS, "programme"),
    "past:compare": Row(OWN_ROWS, "programme"),
    "past:download": Row((302, 404, 404, 404, 404, 404), "programme as csv"),  # without the two days there is none
    "sheets:take_agency_sheet": Row(TO_WRITE, "programme", post=TO_WRITE),
    "sheets:agency_sheet": Row(TO_WRITE, "agency sheet", post=TO_WRITE),
    "sheets:take_asked_form": Row(TO_WRITE, "programme", post=TO_WRITE),
    "sheets:asked_form": Row(TO_WRITE, "asked form", post=TO_WRITE),
    "sheets:download_filled": Row(TO_WRITE, "asked form"),
    "sheets:download": Row(OWN_ROWS, "grid"),
    "sheets:hand_in": Row(TO_WRITE, "grid", post=TO_WRITE),
    "sheets:handed_in": Row(OWN_ROWS, "sheet"),
    "sheets:enter": Row(
        (302, 403, 405, 405, 404, 403), "sheet", post=(302, 403, 302, 403, 404, 403)
    ),  # once entered, none again
    "sheets:download_refused": Row(OWN_ROWS, "entered sheet"),
    "personal:persons": Row(OF_ADMINISTRATORS, post=READ_BY_ADMINISTRATORS),
    "personal:account": Row(OF_ADMINISTRATORS, "account"),
    "personal:account_file": Row(OF_ADMINISTRATORS, "account as json"),
    "personal:erase_account": Row(OF_ADMINISTRATORS, "closed account", post=OF_ADMINISTRATORS),
    "personal:person": Row(OF_ADMINISTRATORS, "person"),
    "personal:person_file": Row(OF_ADMINISTRATORS, "person as json"),
    "personal:erase_person": Row(OF_ADMINISTRATORS, "person", post=OF_ADMINISTRATORS),
    "personal:own": Row(EVERYONE_SIGNED_IN),
    "personal:own_file": Row(EVERYONE_SIGNED_IN, "json"),
}


def addresses(resolver: URLResolver | None = None, prefix: str = "") -> list[str]:
    """The name of every address, with its namespace; of one without a name, its pattern."""
    found: list[str] = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            found.append(prefix + (entry.name or str(entry.pattern)))
        else:
            found += addresses(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
    return found


def status(response: HttpResponseBase) -> int:
    """The status, once a file that is being sent is read to its end and closed."""
    if isinstance(response, StreamingHttpResponse):
        list(response)
    return response.status_code


def a_finding(version: DocumentVersion, programme: Programme, kind: str, value: dict[str, str]) -> Finding:
    """Something read in a version, waiting for an officer's word."""
    return Finding.objects.create(
        version=version, programme=programme, kind=kind, identity=kind, claim=kind, value=value, spans=[[0, 7]], reader="1"
    )


def _entered(programme: Programme) -> HandedIn:
    """A sheet one row of which did not go in."""
    outcome = {"added": 0, "changed": 0, "untouched": 0, "refused": [[1, "Chưa rõ"]]}
    sheet = HandedIn(owner=programme.owner, programme=programme, noun="nhiem-vu", entered_at=timezone.now(), outcome=outcome)
    sheet.rows = [[1, "", [""] * 10]]
    sheet.save()
    return sheet


def of_a_round(round_: Round, officer: User) -> dict[str, list[Any]]:
    """A round of three agencies: one has not begun, one has sent, one's return is received; and a file dropped on its page."""
    waiting, sent, received = newest_returns(round_)
    for row in (sent, received):
        factories.a_told(row, "Đã tổ chức hội thảo.")
        returns.send(row, by=None)
    returns.receive(received, by=officer)
    file = returns.drop_files(round_, by=officer, files=[factories.a_file("a.txt", "Báo cáo")]).uploads.get()
    told = received.sentences.get().pk
    return {
        "round": [round_.pk],
        "return": [waiting.pk],
        "sent return": [sent.pk],
        "received return": [received.pk],
        "dropped file": [round_.pk, file.pk],
        "sentence": [round_.pk, told],
        "two sentences": [round_.pk, told, told],
        "link": [returns.make_link(waiting, by=officer).token],
    }


OF_A_DRAFT = {"draft", "consultation", "comment", "photographs", "unread photograph"}
OF_A_COMMITTEE = {"committee", "seat", "vacancy", "consolidation", "meeting"}


def of_a_draft(programme: Programme, officer: User) -> dict[str, list[Any]]:
    """A draft on which one of its agency is asked, and has said a word."""
    draft = compose_review(programme, by=None, on=date(2026, 11, 22))
    asked = ask_inside(draft, by=officer, colleagues=[officer], days=3)
    said = give_opinion(asked, by=officer, text="Đề nghị làm rõ.")
    file = factories.a_file("gop-y.png", b"\x89PNG\r\n\x1a\n")
    photographs = take_photographs(asked, by=officer, asked=asked.asked.get(), source="Phiếu góp ý", files=[file])
    return {
        "draft": [draft.pk],
        "consultation": [asked.pk],
        "comment": [said.pk],
        "photographs": [photographs.pk],
        "unread photograph": [photographs.pk, photographs.batch.uploads.get().pk],
    }


def of_an_index(standing: Organisation, officer: User) -> dict[str, list[Any]]:
    """An edition of an index, filled and computed by the officer, one of its figures with evidence."""
    edition = factories.filled(factories.an_index(standing, by=officer), by=officer)
    series = edition.series.get(code="patents")
    entry = series.entries.order_by("pk")[0]
    proof = observatory.attach_proof(entry, by=officer, document=factories.a_version(standing).document)
    result = observatory.compute_edition(edition, by=officer, replicates=0)
    return {
        "framework": [edition.framework_id],
        "edition": [edition.pk],
        "series": [series.pk],
        "entry": [entry.pk],
        "proof": [proof.pk],
        "result": [result.pk],
        "scored unit": [result.pk, edition.units.get(code="VH").pk],
        "scored unit in English": [result.pk, edition.units.get(code="VH").pk, "en"],
        "profile set": [ProfileSet.objects.create(result=result, language="vi", content=b"x", sha256="0" * 64).pk],
        "two units": [result.pk, edition.units.get(code="VH").pk, edition.units.get(code="TL").pk],
    }


OF_AN_INDEX = frozenset(
    {"framework", "edition", "series", "entry", "proof", "result", "scored unit", "scored unit in English", "profile set"}
    | {"two units"}
)


def of_a_committee(programme: Programme, officer: User) -> dict[str, list[Any]]:
    """A committee of two seats: one is held, one is vacant and a successor is named; and a meeting."""
    body = actions.form_committee(programme, by=None, name="Ban Chỉ đạo thử nghiệm")
    held, leaving = (
        actions.appoint(body, by=None, programme=programme, capacity="member", post=f"Phó Giám đốc {n}") for n in (1, 2)
    )
    committee = programme.roles.get(capacity="committee")
    vacancy = actions.note_vacancy(leaving, by=officer, reason="retired", since=date(2026, 10, 1))
    draft = draft_consolidation(
        committee, by=officer, issuer="UBND", decided_by="Chủ tịch", bases="", successors=[Named(leaving, "Lê Văn Thử")]
    )
    meeting = note_meeting(committee, by=officer, title="Phiên họp", on=date(2026, 10, 1))
    rows = {"committee": committee, "seat": held, "vacancy": vacancy, "consolidation": draft, "meeting": meeting}
    return {name: [row.pk] for name, row in rows.items()}


OF_OWN_RETURN = frozenset({"own return", "inquiry", "inquiry link"})


def of_own_return(programme: Programme, officer: User) -> dict[str, list[Any]]:
    """A return of the standing agency itself, a colleague asked about its sentence who has answered."""
    (row,) = newest_returns(factories.a_round(programme, programme.owner.name, year=2027))
    sentence = factories.a_told(row, "Đã tổ chức hội thảo.").sentences.get()
    made = inquiries.ask_colleague(row, by=officer, asked="Phòng thử", wanted=[sentence])
    answers = {made.inquiry.items.get().pk: inquiries.Answer(text="Đã tổ chức 02 hội thảo.")}
    inquiries.answer_inquiry(made.inquiry, answers=answers)
    return {"own return": [row.pk], "inquiry": [made.inquiry.pk], "inquiry link": [made.token]}


OF_TRIPS = frozenset({"need", "course", "read trip", "planned trip", "member", "trip back", "reported trip"})


def of_trips(programme: Programme, officer: User) -> dict[str, list[Any]]:
    """A need, a course, a delegation read and no more, one planned with a member, one that is back, one that is reported."""
    owner, day = programme.owner, date(2026, 10, 1)
    need = manpower.state_need(programme, by=officer, agency=owner, year=2026, field="Vi mạch", people=3)
    course = manpower.offer_course(programme, by=officer, title="Tập huấn", held=Term.on(day))
    read = actions.note_event(programme, by=officer, title="Đoàn công tác", held=Term.on(day), kind="delegation")
    planned, back, reported = (
        manpower.plan_delegation(
            programme, by=officer, title=f"Đoàn {n}", held=Term.on(day), direction="out", agency=owner, people=2
        )
        for n in (1, 2, 3)
    )
    member = manpower.name_member(planned, by=officer, name="Lê Văn Thử")
    for trip in (back, reported):
        manpower.approve_delegation(trip, by=officer, approved_on=day)
        trip.refresh_from_db()
        manpower.note_return(trip, by=officer, returned_on=day)
    manpower.file_report(reported, by=officer, report=factories.a_version(owner).document, reported_on=day)
    rows = {"need": need, "course": course, "read trip": read, "planned trip": planned, "member": member}
    return {name: [row.pk] for name, row in (rows | {"trip back": back, "reported trip": reported}).items()}


class Rows(dict[str, list[Any]]):
    """Rows by their kinds; what is dear to make is made when it is first asked for."""

    def __init__(self, made: dict[str, list[Any]], **dear: Callable[[], dict[str, list[Any]]]) -> None:
        super().__init__(made)
        self.dear = dear

    def __missing__(self, kind: str) -> list[Any]:
        groups = (
            ("draft", OF_A_DRAFT),
            ("index", OF_AN_INDEX),
            ("committee", OF_A_COMMITTEE),
            ("trips", OF_TRIPS),
            ("own", OF_OWN_RETURN),
        )
        self.update(self.dear[next((name for name, kinds in groups if kind in kinds), "round")]())
        return self[kind]


@pytest.fixture
def asked_for(standing: Organisation, officer: User) -> dict[str, list[Any]]:
    """One row of each kind, all of the standing agency."""
    return rows_of(standing, officer)


def rows_of(standing: Organisation, officer: User) -> dict[str, list[Any]]:
    """One row of each kind, all of this agency and done by its officer."""
    programme = factories.a_programme(standing)
    version = factories.a_version(standing)
    job = Job.objects.create(kind="x", actor=officer)
    account, closed = factories.an_account(standing), factories.an_account(standing)
    close_account(closed, by=None)
    person = find_or_add_person(standing, by=None, name="Đoàn Văn Thử")
    today = timezone.localdate()
    former = find_or_add_organisation(standing, by=None, name="Sở Thông tin thành phố Vĩnh Hà")
    heirs = ["Sở Văn hóa thành phố Vĩnh Hà", "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"]
    parted = reorganise(standing, by=officer, day=today, predecessors=[former.name], successors=heirs, source="Nghị quyết")
    leading = give_membership(standing, by=None, user=officer, role="leader")
    lent = deputise(leading, by=officer, deputy=account, since=today, until=today)
    end_membership(leading, by=officer, until=today - timedelta(days=1))
    attached = following.attach(programme, by=officer, title="Tệp thử", file=factories.a_file("a.txt", "Tệp"))
    cheap: dict[str, list[Any]] = {
        "": [],
        "account": [account.pk],
        "closed account": [closed.pk],
        "account as json": [account.pk, "json"],
        "person": [person.pk],
        "person as json": [person.pk, "json"],
        "json": ["json"],
        "membership": [account.memberships.order_by("pk")[0].pk],
        "organisation": [standing.pk],
        "fixed sheet": [fix_sheet(standing, by=officer, title="Họp").pk],
        "invitation": ["MQ", "khong-phai"],
        "own account": [officer.pk],
        "own key": [make_key(officer, by=officer, name="Bảng điều hành", days=30)[0].pk],
        "own definition": [factories.an_outline(standing, by=officer).pk],
        "shared definition": ["outline", "mid-term-review"],
        "provider": ["tinh"],
        "provider and key": ["tinh", "MQ"],
        "own sign-on": [
            SignOn.objects.create(user=officer, provider="tinh", issuer="https://sso.example", subject=str(officer.pk)).pk
        ],
        "own passkey": [Passkey.objects.create(user=officer, name="Khóa", sha256=f"{officer.pk:064}", credential=b"").pk],
        "hand-over": [hand_over(factories.an_account(standing).memberships.get(), by=officer, taker=officer).pk],
        "own place": [officer.memberships.order_by("pk")[0].pk],
        "deputy": [lent.pk],
        "calendar": ["khong-co"],
        "programme": [programme.pk],
        "step": ["giao"],
        "province": [Place.objects.get_or_create(code="vinh-ha", name="Vĩnh Hà", kind="province", search_key="vinh ha")[0].pk],
        "activity": [factories.a_task(programme).pk],
        "agreement": [actions.sign_agreement(programme, by=None, title="Thỏa thuận").pk],
        "commitment": [actions.raise_petition(programme, by=None, text="Kiến nghị").pk],
        "figure": [factories.an_observation(programme, Figure.exact(Decimal(5))).pk],
        "indicator": [find_or_add_indicator(standing, by=None, name="Công nghệ chuyển giao", unit="công nghệ").pk],
        "document": [version.document_id],
        "document and kind": [version.document_id, "task"],
        "file": [version.document_id, 1],
        "job": [job.pk],
        "act": [parted[0].pk],
        "split work": [factories.a_task(programme, lead=former).pk, former.pk],
        "split promise": [actions.raise_petition(programme, by=None, text="Kiến nghị").pk, former.pk],  # it owes nothing there
        "split round": [factories.a_round(programme, former.name).pk, former.pk],
        "former": [former.pk],
        "grid": [programme.pk, "nhiem-vu"],
        "history": ["chuong-trinh", programme.pk],
        "object": ["chuong-trinh", programme.pk],
        "remark": [following.remark(programme, by=officer, text="Ý kiến thử").pk],
        "attachment": [attached.pk],
        "attached file": [attached.pk, 1],
        "programme as csv": [programme.pk, "csv"],
        "agency sheet": [
            AgencySheet.objects.create(owner=standing, programme=programme, layout=kept_layout(guess(())), name="b").pk
        ],
        "asked form": [take_asked_form(programme, by=officer, file=factories.a_file("bieu.xlsx", factories.a_blank_form())).pk],
        "sheet": [HandedIn.objects.create(owner=standing, programme=programme, noun="nhiem-vu").pk],
        "entered sheet": [_entered(programme).pk],
        "batch": [Batch.objects.create(owner=standing, added_by=officer).pk],
        "finding": [a_finding(version, programme, "statement", {"text": "Tiến độ chậm.", "type": "shortcoming"}).pk],
        "finding and task": [
            a_finding(version, programme, "observation", {"subject": "Công nghệ"}).pk,
            factories.a_task(programme).pk,
        ],
        "check": [a_finding(version, programme, Finding.CHECK, {"explanation": "38 + 27 = 65, không phải 66."}).pk],
    }
    return Rows(
        cheap,
        draft=lambda: of_a_draft(programme, officer),
        index=lambda: of_an_index(standing, officer),
        committee=lambda: of_a_committee(programme, officer),
        trips=lambda: of_trips(programme, officer),
        own=lambda: of_own_return(programme, officer),
        round=lambda: of_a_round(factories.a_round(programme), officer),
    )


@pytest.fixture
def browsers(viewer: User, officer: User, leader: User, stranger: User, administrator: User) -> dict[str, Client]:
    found = {"visitor": Client()}
    for name, user in zip(WHO[1:], (viewer, officer, leader, stranger, administrator), strict=True):
        found[name] = Client()
        found[name].force_login(user)
    return found


def test_every_address_is_in_the_table():
    assert sorted(addresses()) == sorted(TABLE)


def test_an_address_left_out_would_be_seen():
    assert sorted(addresses()) != sorted(set(TABLE) - {"register:programme"})


@contextmanager
def undone() -> Iterator[None]:
    """What is done to the database within is undone at the end, as at the end of a test."""
    block = transaction.atomic()
    block._from_testcase = True
    with block:
        yield
        transaction.set_rollback(True)


def again(browser: Client) -> Client:
    """The same account, signed in, in a browser where nothing has happened yet."""
    fresh = Client()
    fresh.cookies = browser.cookies.copy()
    return fresh


def all_addresses(asked_for: dict[str, list[Any]]) -> dict[str, str]:
    """Each address of the table, of its row; the rows are made once, and each address finds them as they were made."""
    return {name: reverse(name, args=asked_for[row.row]) for name, row in TABLE.items()}


def test_who_gets_what_and_looking_changes_nothing(browsers, asked_for):
    at, before, got, changed = all_addresses(asked_for), journal.head(), {}, []

    for name in TABLE:
        with undone():
            got[name] = tuple(status(again(browsers[who]).get(at[name])) for who in WHO)
            changed += [name] if journal.head() != before else []

    assert {name: told for name, told in got.items() if told != TABLE[name].get} == {}
    assert (changed, len(got)) == ([], len(TABLE))


def test_a_change_by_looking_would_be_seen(browsers, asked_for):
    before = journal.head()

    with undone():
        again(browsers["officer"]).post(reverse("register:withdraw_activity", args=asked_for["activity"]), {"reason": "Nhầm"})
        after = journal.head()

    assert (after != before, journal.head()) == (True, before)


def test_who_may_send_what(browsers, asked_for):
    at, got = all_addresses(asked_for), {}

    for name in TABLE:
        with undone():
            got[name] = tuple(status(again(browsers[who]).post(at[name])) for who in WHO)

    assert {name: told for name, told in got.items() if TABLE[name].post and told != TABLE[name].post} == {}
    assert {name: told for name, told in got.items() if not TABLE[name].post and set(told) - {405, 302}} == {}


def test_without_its_token_nothing_is_taken(officer, asked_for):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(officer)

    got = {name: status(browser.post(at)) for name, at in all_addresses(asked_for).items() if TABLE[name].post}

    assert {name: told for name, told in got.items() if told != 403} == {}
    assert len(got) > 50
