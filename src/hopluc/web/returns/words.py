"""How rounds and returns are spoken of, in letters and messages: their period, their deadline, who asked, what to copy into a chat."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format

from hopluc.reporting.official import padded
from hopluc.web.measures.figures import Figure
from hopluc.web.people.letterheads import initials, letterhead_of
from hopluc.web.people.models import Organisation
from hopluc.web.returns.contents import Content
from hopluc.web.returns.models import Return, Round
from hopluc.workdays import until_in_words


def round_in_words(round_: Round) -> str:
    """`Báo cáo kết quả thực hiện Chương trình … năm 2026`: the round's title, as a paper names it."""
    head, _colon, programme = round_.title.partition(":")
    if not programme:
        return round_.title
    period = head.removeprefix("Báo cáo").strip()
    return f"Báo cáo kết quả thực hiện {programme.strip()} {period}".strip()


NOUNS = ("Chương trình", "Kế hoạch", "Đề án", "Dự án", "Thỏa thuận")


def named_once(round_: Round) -> tuple[str, str]:
    """How a letter names the round's programme the first time, and what the round is from then on.

    `Chương trình hợp tác … giai đoạn 2021 - 2030 (sau đây gọi tắt là Chương trình)` and `Báo cáo kết quả thực hiện Chương trình năm
    2026`; a programme whose title begins with no such noun, or one the round's title lacks, keeps its full name throughout.
    """
    programme, words = str(round_.programme or ""), round_in_words(round_)
    noun = next((noun for noun in NOUNS if programme.startswith(noun)), "")
    if not noun or programme == noun or programme not in words:
        return programme, words
    return f"{programme} (sau đây gọi tắt là {noun})", words.replace(programme, noun)


def lower(words: str) -> str:
    """The words with a small first letter, to stand inside a sentence."""
    return words[:1].lower() + words[1:]


def capital(words: str) -> str:
    """The words with a great first letter, to stand alone."""
    return words[:1].upper() + words[1:]


def asked_by(round_: Round) -> str:
    """The paper that asks: `Công văn số 2145/SKHCN-KHTC ngày 24/11/2026 của …`; else the round by its name."""
    paper = round_.asked_in
    if paper is None:
        return f"đề nghị của {round_.owner} về {lower(round_in_words(round_))}"
    number = f" số {paper.number}" if paper.number else ""
    day = f" ngày {paper.date}" if paper.date else ""
    issuer = paper.issuer or paper.issuer_as_written
    return f"{paper.get_kind_display()}{number}{day}" + (f" của {issuer}" if issuer else "")


def due_in_words(round_: Round) -> str:
    return f"{round_.due_on:%d/%m/%Y}"


def left(round_: Round, on: date) -> str:
    """`còn 05 ngày làm việc`, `quá 02 ngày làm việc`."""
    return until_in_words(on, round_.due_on)


def code_of(row: Return) -> str:
    """The code a return is looked up by (mã tra cứu): year, the agency's short form, version: `BC26-SCT-01`."""
    year = row.round.period_last.year % 100 if row.round.period_last else 0
    return f"BC{year:02}-{initials(letterhead_of(row.agency).issuer)}-{row.number:02}"


def percent_in_words(figure: Figure) -> str:
    """A percentage to one decimal: `123,3`, `53,3 - 64`; "–" where it is not known."""
    if not figure.known:
        return "–"
    ends = [None if end is None else _rounded(end) for end in (figure.low, figure.high)]
    if ends[0] == ends[1]:
        return ends[0] or "–"
    return " - ".join(end or "…" for end in ends)


def _rounded(number: Decimal) -> str:
    one = number.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    return str(number_format(one if one != one.to_integral_value() else one.to_integral_value()))


def message(round_: Round, on: date) -> str:
    """What to copy into a chat: polite, no figures, nobody's name."""
    return (
        f"Kính gửi các cơ quan, đơn vị. {round_.owner} trân trọng đề nghị gửi {lower(round_in_words(round_))} trước ngày {due_in_words(round_)} "
        f"({left(round_, on)}). Đơn vị đã gửi văn bản, đề nghị cho biết số, ngày để cập nhật. Trân trọng."
    )


@dataclass(frozen=True)
class Reminder:
    """A letter by e-mail to one agency, to be copied."""

    subject: str
    text: str


def reminder(row: Return, content: Content, on: date, to: Organisation) -> Reminder:
    """The reminder to one agency, or to who stands in its place today: which paper asks, until when, what is there already and what is still to come."""
    round_, missing = row.round, [str(part.part) for part in content.parts if not part.answered]
    still = f"; còn {', '.join(missing)}" if missing and len(missing) < len(content.parts) else ""
    there = (
        f"đã có {padded(content.answered_parts)}/{padded(len(content.parts))} nội dung{still}"
        if row.steps.exists()
        else "đã điền sẵn những gì đã biết"
    )
    text = (
        f"Kính gửi: {to}.\n"
        f"Theo {asked_by(round_)}, thời hạn gửi báo cáo là ngày {due_in_words(round_)} ({left(round_, on)}). Báo cáo của {row.agency} "
        f"{there}.\n"
        "Đề nghị hoàn thiện tại liên kết riêng đã gửi, hoặc gửi tệp Word, ảnh chụp bản ký. Trường hợp đơn vị đã gửi văn bản, đề nghị cho biết "
        "số, ngày để cập nhật.\nTrân trọng."
    )
    return Reminder(f"{round_in_words(round_)}, thời hạn {due_in_words(round_)}", text)
