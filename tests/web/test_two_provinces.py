"""What one province wrote never shows in another: its private rows bear a word of their own, and every page, answer and file is read for it."""

import io
import re
import zipfile
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import pypdfium2
from django.apps import apps
from django.db import connection
from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Concat
from django.test import Client
from django.urls import reverse
from test_matrix import TABLE, rows_of

import factories
from hopluc.web.people.actions import give_membership
from hopluc.web.people.models import Membership, User

MARKED = {
    "people.organisation": "name", "people.person": "name", "people.user": "name", "people.succession": "source",
    "people.accesskey": "name", "documents.document": "title", "documents.documentversion": "text",
    "measures.indicator": "name", "measures.observation": "as_written", "register.role": "title",
    "register.programme": "title", "register.agreement": "title", "register.commitment": "text", "register.activity": "title",
    "intake.upload": "name", "intake.finding": "note", "returns.round": "title", "returns.part": "title",
    "returns.sentence": "text", "observatory.framework": "name", "observatory.edition": "title",
    "observatory.unit": "name", "observatory.series": "name", "observatory.entry": "note", "sheets.handedin": "name",
    "sheets.agencysheet": "name", "sheets.askedform": "name", "committees.consolidation": "issuer", "committees.successor": "post",
    "committees.meeting": "title", "manpower.trainingneed": "field", "manpower.delegation": "partner",
    "manpower.member": "post", "inquiries.inquiry": "asked", "inquiries.item": "label", "inquiries.proposal": "text",
    "issuing.reportdraft": "title", "consultation.consultation": "note", "consultation.comment": "text",
    "consultation.photographs": "source", "agenda.handover": "reason", "following.remark": "text", "following.attachment": "title",
    "briefing.fixedsheet": "title",
}  # fmt: skip
"""Of each private noun the column that bears the word."""
LABELS = tuple(MARKED)
BY_LINK = ("link", "inquiry link")
"""Whoever has these addresses reads what stands there, wherever from."""
REFUSING = ("returns", "observatory", "inquiries", "manpower")


@dataclass(frozen=True)
class Province:
    """An agency with a row of each kind, and one who is officer, leader and administrator there: who sees most."""

    user: User
    rows: dict[str, list[Any]]


def a_province(name: str) -> Province:
    agency = factories.an_organisation(name)
    user = factories.an_account(agency, name=f"Trần Thị {name[-1]}")
    rows = rows_of(agency, user)
    for row in TABLE.values():
        rows[row.row]
    for role in (Membership.Role.LEADER, Membership.Role.ADMINISTRATOR):
        give_membership(agency, by=None, user=user, role=role)
    return Province(User.objects.get(pk=user.pk), rows)


def mark_all(letter: str) -> None:
    """Put into every private row that bears none the number of its noun, in a word nothing else says; what is fixed too, past its triggers."""
    for app in REFUSING:
        import_module(f"hopluc.web.{app}.triggers").REFUSALS.drop(connection)
    for number, label in enumerate(LABELS):
        noun: Any = apps.get_model(label)
        rows = noun.objects.exclude(owner=None) if label == "people.organisation" else noun.objects.all()
        column = MARKED[label]
        unmarked = rows.exclude(**{f"{column}__contains": " zq"})
        unmarked.update(**{column: Concat(Cast(F(column), TextField()), Value(f" zq{letter}{number}x"))})


def marks_in(content: bytes) -> set[tuple[str, str]]:
    """Whose words of which nouns stand in an answer: in its text, in the members of what is packed, on the pages of a PDF."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {mark for name in packed.namelist() for mark in marks_in(packed.read(name))}
    if content.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(content)
        content = " ".join(page.get_textpage().get_text_bounded() for page in pages).encode()
    return {(letter.decode(), LABELS[int(number)]) for letter, number in re.findall(rb"zq([ab])(\d+)x", content)}


def crawl(user: User | None, rows: dict[str, list[Any]]) -> set[tuple[str, str, str]]:
    """At which addresses of these rows an account, or a visitor, reads the words of whom, of which nouns."""
    browser, found = Client(), set()
    if user is not None:
        browser.force_login(user)
    for name, row in TABLE.items():
        if row.row not in BY_LINK:
            answer = browser.get(reverse(name, args=rows[row.row]))
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            found |= {(name, *mark) for mark in marks_in(content)}
    return found | {("search", *mark) for mark in marks_in(browser.get(reverse("search"), {"q": "thử nghiệm"}).content)}


def test_nothing_of_one_province_shows_in_another_and_all_of_its_own_shows(db):
    ours = a_province("Sở Khoa học và Công nghệ thành phố Vĩnh Hà")
    mark_all("a")
    theirs = a_province("Sở Khoa học và Công nghệ tỉnh Tân Lâm")
    mark_all("b")

    own = crawl(theirs.user, theirs.rows)
    others = crawl(theirs.user, ours.rows) | crawl(None, ours.rows)

    assert {found for found in own | others if found[1] == "a"} == set()
    assert set(LABELS) - {label for _name, letter, label in own if letter == "b"} == set()
