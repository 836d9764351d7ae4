"""The draft decision of consolidation (Quyết định kiện toàn) in Word: the committee as it will be, in its order, and what is replaced."""

import re
from datetime import date

from hopluc.bases import Replacement, replacement_of
from hopluc.reporting import Letterhead, Paragraph, Report, Run, Signature, to_word
from hopluc.reporting.report import plain
from hopluc.web.committees.models import Consolidation, Successor
from hopluc.web.committees.queries import founding_decision, seats_of
from hopluc.web.people.letterheads import initials, letterhead_of
from hopluc.web.people.models import Organisation, Person
from hopluc.web.register.models import Role

_CHIEF = re.compile(r"\A(?P<chief>Chủ tịch|Giám đốc|Bộ trưởng|Viện trưởng|Hiệu trưởng)\b")


def issuer_of(agency: Organisation) -> str:
    """Who such a decision is issued by, as the letterhead of the standing agency tells: the body above it."""
    parent = letterhead_of(agency).parent
    return re.sub(r"\AUBND\b", "Ủy ban nhân dân", parent) or agency.name


def decision_of(draft: Consolidation) -> bytes:
    """The draft as .docx by Decree 30/2020; number and date are the clerk's."""
    body, place = draft.issuer, letterhead_of(draft.owner).place
    chief = _CHIEF.match(draft.decided_by)
    short = initials(re.sub(r" (?:thành phố|tỉnh) .+", "", body))
    name = draft.committee.organisation.name if draft.committee.organisation else ""
    report = Report(
        letterhead=Letterhead("", body, f"QĐ-{short}", place),
        kind="Quyết định",
        summary=f"Về việc kiện toàn {name}",
        bases=tuple(_bases(draft)),
        sections=(),
        opening=tuple(articles(draft)),
        recipients=("Như Điều 3;", "Lưu: VT."),
        signature=Signature((chief["chief"] if chief else f"TM. {body}",), ""),
        decided_by=draft.decided_by,
    )
    return to_word(report, annex=False)


def _bases(draft: Consolidation) -> list[Paragraph]:
    """Each begins with "Căn cứ" and ends with a semicolon, the last with a full stop (Decree 30/2020, appendix I, form of a decision)."""
    lines = [_cited(line.strip().rstrip(";.")) for line in draft.bases.splitlines() if line.strip()]
    lines.append(f"Theo đề nghị của {draft.owner}")
    return [plain(f"{line}{'.' if place == len(lines) else ';'}") for place, line in enumerate(lines, start=1)]


def _cited(line: str) -> str:
    begun = re.match(r"(?i:căn cứ|theo|xét) ", line)
    return line[:1].upper() + line[1:] if begun else f"Căn cứ {line}"


def replaced_bases(bases: str, on: date) -> list[Replacement]:
    """The bases, of those cited a line each, that another act has taken the place of by a day."""
    return [found for line in bases.splitlines() if (found := replacement_of(line, on)) is not None]


def renewed(bases: str, on: date) -> str:
    """The bases with each that was replaced cited anew, none twice."""
    cited = (found.basis if (found := replacement_of(line, on)) else line for line in bases.splitlines())
    return "\n".join(dict.fromkeys(cited))


def articles(draft: Consolidation) -> list[Paragraph]:
    """The articles of the decision, paragraph by paragraph."""
    name = draft.committee.organisation.name if draft.committee.organisation else ""
    founded, rows = founding_decision(draft.committee), _successors(draft)
    told = [_article(1, f"Kiện toàn {name} gồm các ông, bà có tên sau đây:")]
    told += [plain(f"{number}. {line}.") for number, line in enumerate(members_after(draft), start=1)]
    of_decision = f" so với Quyết định số {founded}" if founded else ""
    told.append(_article(2, f"Thành viên thay đổi{of_decision}:"))
    told += [Paragraph((Run(f"{_change(row)}."),), "-") for row in rows]
    if founded:
        told.append(plain(f"Các nội dung khác của Quyết định số {founded} không trái với Quyết định này tiếp tục có hiệu lực."))
    told.append(
        _article(
            3,
            "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị liên quan và các ông, bà có tên tại Điều 1 chịu "
            "trách nhiệm thi hành Quyết định này./.",
        )
    )
    return told


def _article(number: int, text: str) -> Paragraph:
    return Paragraph((Run(f"Điều {number}. ", bold=True), Run(text)))


def _successors(draft: Consolidation) -> list[Successor]:
    return list(draft.successors.select_related("seat__person", "seat__organisation", "person", "organisation"))


def members_after(draft: Consolidation) -> list[str]:
    """The members as the decision will have them, in the order of the seats; seats given up are left out."""
    day = draft.made_at.date()
    by_seat = {row.seat_id: row for row in _successors(draft)}
    lines = []
    for seat in seats_of(draft.committee, day):
        row = by_seat.get(seat.pk)
        if row is None:
            lines.append(_seated(seat.person, seat.post or str(seat.organisation or ""), seat))
        elif row.person is not None:
            lines.append(_seated(row.person, row.post or str(row.organisation or ""), seat))
    return lines


def _seated(person: Person | None, post: str, seat: Role) -> str:
    """`Ông Nguyễn Văn Mẫu, Phó Giám đốc Sở Tài chính: Ủy viên`; a post without a person stands alone."""
    title = seat.title or str(seat.get_capacity_display())
    who = ", ".join(part for part in (_called(person), post) if part)
    return f"{who}: {title[:1].upper()}{title[1:]}"


def _called(person: Person | None) -> str:
    return f"{person.get_honorific_display()} {person.name}" if person else ""


def _change(row: Successor) -> str:
    seat = row.seat
    before = _called(seat.person) or seat.post or str(seat.organisation or "")
    vacancy = seat.vacancy
    why = f" ({str(vacancy.get_reason_display()).lower()})" if vacancy else ""
    title = seat.title or str(seat.get_capacity_display())
    if row.person is None:
        return f"Thôi bố trí {title} đối với {before}{why}"
    post = row.post or str(row.organisation or "")
    return f"{_called(row.person)}{f', {post}' if post else ''} giữ nhiệm vụ {title} thay {before}{why}"
