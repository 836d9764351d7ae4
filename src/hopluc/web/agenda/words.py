"""The words of reminders and of the letter that urges: short, by rank, blaming nobody."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import override

from hopluc.reporting import Report, to_word
from hopluc.reporting.official import padded
from hopluc.reporting.report import plain
from hopluc.web.agenda.queries import Agenda, Asked, Waiting
from hopluc.web.following.queries import Notice
from hopluc.web.following.words import VERBS
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.ledger import Owed
from hopluc.workdays import calendar

MOST = 15
ANSWER_IN = 5
"""So many working days an urging letter gives to answer."""


def reminder_subject(found: Agenda, news: Sequence[Notice] = ()) -> str:
    """The subject of a reminder: how much, by day; no names."""
    if not found.pressing:
        return f"Thông báo: {padded(len(news))} thay đổi ở nội dung đang theo dõi (ngày {found.on:%d/%m/%Y})"
    return f"Nhiệm vụ đến hạn: {padded(found.pressing)} nội dung cần xử lý (ngày {found.on:%d/%m/%Y})"


def reminder_body(user: User, found: Agenda, news: Sequence[Notice] = (), address: str = "") -> str:
    """The reminder of one account: what is past its day, what is due soon, what it is asked for, what became of what it follows."""
    parts = [f"Kính gửi: Ông/Bà {user.name}."]
    parts += _listed("Đã qua thời hạn", found.overdue, found.late)
    parts += _listed("Sắp đến hạn", found.soon, found.near)
    for heading, asked in _waiting(found):
        if asked:
            parts += [f"{heading} ({padded(len(asked))}):", *(f"- {one.title}" for one in asked[:MOST])]
    if found.escalated:
        parts += _listed("Cần báo cáo lãnh đạo", found.escalated, len(found.escalated))
    if news:
        parts += [f"Thay đổi ở nội dung đang theo dõi ({padded(len(news))}):", *(_told(one) for one in news[:MOST])]
    parts.append("Trường hợp đã có văn bản kết quả, đề nghị tải lên hệ thống để tình hình tự cập nhật.")
    if address:
        parts.append(f"Chi tiết: {address}")
    return "\n".join([*parts, "Trân trọng."])


def _waiting(found: Agenda) -> Sequence[tuple[str, Sequence[Asked]]]:
    return (
        ("Đề nghị bổ sung, hoàn thiện", found.to_complete),
        ("Chờ ý kiến", found.to_agree),
        ("Góp ý dự thảo", found.to_comment),
        ("Xác định đơn vị kế thừa", found.to_settle),
    )


@override("vi")
def _listed(heading: str, lines: Sequence[Owed], count: int) -> list[str]:
    if not lines:
        return []
    told = [
        f"- {line.title[:200]} (hạn: {line.due or '–'}{f'; {line.left_in_words}' if line.left_in_words else ''})"
        for line in lines[:MOST]
    ]
    more = [f"… và {padded(count - len(told))} nội dung khác."] if count > len(told) else []
    return [f"{heading} ({padded(count)}):", *told, *more]


def _told(notice: Notice) -> str:
    """One line of news: what was done, to what, by whom. What was said in a remark stands on the page only."""
    with override("vi"):
        done = str(VERBS.get(notice.entry.verb, notice.entry.verb))
    called = " (nhắc tên)" if notice.mentioned else ""
    return f"- {done}: {str(notice.about)[:160]}, {notice.entry.actor or 'Hệ thống'}{called}"


def urging_letter(waiting: Waiting, agency: Organisation, on: date) -> bytes:
    """A draft of the official letter (công văn đôn đốc) to one body, in Word by Decree 30/2020; number and date are the clerk's.

    Who is late stands in "Kính gửi" alone; the body says what is to be told and by when.
    """
    until = calendar().after(on, ANSWER_IN)
    papers = list(dict.fromkeys(filter(None, map(_ground_of, waiting.lines))))
    ground = f"Thực hiện {'; '.join(papers[:5])}, " if papers else ""
    report = Report(
        letterhead=letterhead_of(agency, kind=""),
        kind="Công văn",
        summary="thông tin kết quả thực hiện nhiệm vụ",
        bases=(),
        sections=(),
        addressees=(str(waiting.body),),
        opening=(
            plain(
                f"{ground}{agency} trân trọng đề nghị quý cơ quan quan tâm, chỉ đạo, thông tin kết quả thực hiện "
                f"{padded(len(waiting.lines))} nội dung sau:"
            ),
            *(
                plain(f"{number}. {line.title} (thời hạn: {line.due or 'chưa nêu'})")
                for number, line in enumerate(waiting.lines, 1)
            ),
            plain(
                f"Văn bản trả lời đề nghị gửi trước ngày {until:%d/%m/%Y}. Trường hợp quý cơ quan đã có văn bản, đề nghị thông tin "
                "số, ngày văn bản để đối chiếu, cập nhật."
            ),
            plain("Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./."),
        ),
        recipients=("Như trên;", "Lãnh đạo cơ quan (để b/c);", "Lưu: VT."),
        signature=signing_for(agency),
    )
    return to_word(report, annex=False)


def _ground_of(line: Owed) -> str:
    """The paper an obligation rests on, by its number; "" where it has none."""
    link = line.row.evidence.select_related("passage__version__document").order_by("pk").first()
    document = link.passage.version.document if link else None
    if document is None or not document.number:
        return ""
    day = f" ngày {document.date}" if document.date else ""
    return f"{document.kind_told or 'Văn bản'} số {document.number}{day}"
