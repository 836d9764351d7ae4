"""What is kept of a person, to be handed out: as JSON for programs, as a Word file to read."""

import json
from datetime import datetime

from django.utils import timezone
from django.utils.translation import override

from hopluc.reporting import Report, Section, Table, to_word
from hopluc.reporting.report import Column, plain
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import Organisation, Person, User
from hopluc.web.personal.held import held_of

COLUMNS = tuple(Column(name, width) for name, width in (("TT", 8), ("Nơi lưu", 40), ("Nội dung", 80), ("Khi xóa dữ liệu", 42)))
GOES = "Xóa"


def as_json(subject: User | Person, at: datetime) -> bytes:
    """All that is kept of a person, with `kept` where it stays when the rest is erased."""
    with override("vi"):
        places = [
            {"where": place.where, "number": place.number, "said": list(place.said), "kept": place.kept}
            for place in held_of(subject)
        ]
    told = {
        "noun": subject._meta.label_lower,
        "id": subject.pk,
        "made_at": timezone.localtime(at).isoformat(),
        "places": places,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def as_word(subject: User | Person, agency: Organisation) -> bytes:
    """The same as a list in Word, under the head of an agency."""
    with override("vi"):
        rows = tuple(
            tuple(
                plain(cell)
                for cell in (str(number), place.where, "\n".join(place.said) or str(place.number), place.kept or GOES)
            )
            for number, place in enumerate(held_of(subject), start=1)
        )
    report = Report(
        letterhead=letterhead_of(agency),
        kind="Bản kê",
        summary=f"Dữ liệu cá nhân của {subject.name} được lưu trong hệ thống",
        bases=(),
        sections=(Section("1.", "Dữ liệu đang lưu", 2, (Table(COLUMNS, rows),)),),
        recipients=("Người có dữ liệu;", "Lưu: VT."),
        wide=True,
        signature=signing_for(agency),
    )
    return to_word(report, annex=False)


def agency_of_data(subject: User | Person) -> Organisation | None:
    """The agency that answers for a person's data: who entered the person, or where the account came last."""
    if isinstance(subject, Person):
        return subject.owner
    place = subject.memberships.select_related("organisation").order_by("-pk").first()
    return place.organisation if place else None
