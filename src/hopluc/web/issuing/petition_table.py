"""The table of petitions in Word (Kiến nghị – Ý kiến – Căn cứ – Đơn vị – Tình trạng), as it stood on a day."""

from datetime import date

from django.db.models import QuerySet

from hopluc.reporting import Paragraph, Report, Section, Table, to_word
from hopluc.reporting.official import padded
from hopluc.reporting.report import Column, plain
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import Organisation
from hopluc.web.register.lists import ShownPetition, shown_petitions, with_petition_parts
from hopluc.web.register.models import Commitment
from hopluc.web.register.petition_desk import Charged, charged_with
from hopluc.web.register.states import answers_by

COLUMNS = (
    Column("TT", 8),
    Column("Kiến nghị, đề xuất", 46),
    Column("Ý kiến trả lời", 46),
    Column("Căn cứ", 26),
    Column("Đơn vị giải quyết", 28),
    Column("Tình trạng", 24),
)
_MOST = 500


def petition_table(petitions: QuerySet[Commitment], agency: Organisation, on: date) -> bytes:
    """The petitions as a Word file of the agency; those that wait longest first, each with what was answered and by which paper."""
    shown = shown_petitions(with_petition_parts(petitions)[:_MOST], on)
    charged = charged_with([one.row for one in shown], on)
    rows = tuple(_row(number, one, charged[one.row.pk], on) for number, one in enumerate(shown, start=1))
    day = on.strftime("%d/%m/%Y")
    table = Table(COLUMNS, rows)
    report = Report(
        letterhead=letterhead_of(agency),
        kind="Bảng tổng hợp",
        summary=f"Kiến nghị, đề xuất và kết quả trả lời đến ngày {day}",
        bases=(),
        sections=(Section("I.", f"Kiến nghị, đề xuất ({padded(len(rows))})", 2, (table,)),),
        recipients=("Lưu: VT.",),
        wide=True,
        signature=signing_for(agency),
    )
    return to_word(report, annex=False)


def _row(number: int, shown: ShownPetition, charged: list[Charged], on: date) -> tuple[Paragraph, ...]:
    petition = shown.row
    answers = answers_by(petition, on)
    bodies = [f"{one.role.organisation}{f' (nay: {one.heir})' if one.heir else ''}" for one in charged]
    if not bodies:
        asked = str(petition.recipient or petition.recipient_as_written or "")
        bodies = [f"{asked}{f' (nay: {shown.heir})' if shown.heir else ''}"]
    state = shown.state.label + (f", {shown.left}" if shown.left and shown.state.code != "answered" else "")
    return tuple(
        plain(text)
        for text in (
            str(number),
            _asked(petition),
            "\n".join(answer.text for answer in answers) or "Chưa có văn bản trả lời.",
            "; ".join(dict.fromkeys(filter(None, map(_paper, answers)))) or "–",
            "; ".join(bodies),
            state + "".join(f". {answer.get_outcome_display()}" for answer in answers[-1:] if answer.outcome),
        )
    )


def _asked(petition: Commitment) -> str:
    who = str(petition.sender or petition.sender_as_written or "")
    when = petition.made_on.strftime("%d/%m/%Y") if petition.made_on else ""
    about = ", ".join(part for part in (who, when) if part)
    return f"{petition.text} ({about})" if about else petition.text


def _paper(answer: Commitment) -> str:
    """The paper an answer is in: its number and day; its title where it has no number."""
    if answer.document is None:
        return ""
    day = f" ngày {answer.made_on:%d/%m/%Y}" if answer.made_on else ""
    return f"{answer.document.number or answer.document.title[:80]}{day}"
