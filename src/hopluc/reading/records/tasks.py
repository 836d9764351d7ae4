"""Tasks (nhiệm vụ): what a named body did, does or is told to do, who leads it and by when."""

from collections import deque
from collections.abc import Iterator
from itertools import chain

from hopluc.reading.document import Cover, Document, Span
from hopluc.reading.facts import Found, Record, RecordKind
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.act_cases import ACT_CASES
from hopluc.reading.records.task.acts import acted
from hopluc.reading.records.task.cases import CASES
from hopluc.reading.records.task.duties import assigned, duties
from hopluc.reading.records.task.labels import bracketed, labelled
from hopluc.reading.records.task.many import of_many
from hopluc.reading.records.task.order_cases import ORDER_CASES
from hopluc.reading.records.task.paper_cases import PAPER_CASES
from hopluc.reading.records.task.results import done, listed, projects, reported
from hopluc.reading.records.task.rows import rows
from hopluc.reading.records.task.runs import runs
from hopluc.reading.records.task.sides import sided
from hopluc.reading.records.task.states import sections, standing, stated, titled
from hopluc.reading.records.task.terms import with_term
from hopluc.reading.records.task.value import Task
from hopluc.reading.records.task.work import Work
from hopluc.vietnamese import fold

# What voters ask in an item of a letter that answers them is a petition; a course that opens is an event.
_NO_TASK = Pattern(
    r"(?:(?:Cơ bản )?(?:[Tt]hống nhất|[Nn]hất trí|[Đđ]ồng ý|[Cc]hấp thuận|[Gg]hi nhận|[Bb]iểu dương|[Đđ]ánh giá cao)(?: với| về)? (?:nội dung|chủ trương|đề xuất|kết quả|dự thảo|ý kiến|phương án)|Cử tri|Người dân|Nhân dân|Bà con|(?:Về )?(?:[Kk]iến nghị(?! [A-ZĐ])|[Ýý] kiến)|Khai giảng|Bế giảng)\s"
)
_VOTERS_ASK = Pattern(r"\b(?:[Cc]ử tri|Người dân|Nhân dân|Bà con)\b[^.;:\n]{0,120}\b(?:đề nghị|kiến nghị|phản ánh)\s?:\s*$")
_PART = 512
_NEAR = 40

__all__ = ["KIND", "Task", "find_tasks"]


def find_tasks(document: Document, found: Found) -> Iterator[Record]:
    """Each task of the document's tables, sections and sentences, once; what a surer way has read is not read again."""
    work, seen, kept = Work(document, found), _Seen(), list[Record]()
    bases = Cover(span for basis in found.records("legal_basis") for span in basis.evidence)
    own = f"Ban hành {head(document).doc_type} ".lower()
    for record in rows(work):
        kept.append(record)
        seen.take(record, titled=False)
    for record in sections(work):
        kept.append(record)
        seen.take(record)
    for record in chain(
        *(
            read(work)
            for read in (
                titled,
                stated,
                standing,
                labelled,
                bracketed,
                assigned,
                duties,
                sided,
                runs,
                acted,
                of_many,
                listed,
                done,
                reported,
                projects,
            )
        )
    ):
        if not (
            seen.holds(record)
            or _NO_TASK.match(record.value.title)
            or _is_of_basis(record, bases)
            or _enacts(record, own)
            or _is_wanted_by_voters(work, record)
        ):
            dated = with_term(work, record)
            kept.append(dated)
            seen.take(dated)
    yield from sorted(kept, key=lambda record: record.evidence[0])


def _is_of_basis(record: Record, bases: Cover) -> bool:
    """Whether it is what a cited act is about: `Căn cứ Thông tư số … quy định quản lý tài chính thực hiện Đề án …`."""
    return record.value.lead is None and bases.holds(record.evidence[0])


def _enacts(record: Record, own: str) -> bool:
    """Whether it is how the paper itself opens: `Ủy ban nhân dân tỉnh ban hành Kế hoạch … như sau:` at the head of that plan."""
    return record.value.title.lower().startswith(own) and record.value.due is None


def _is_wanted_by_voters(work: Work, record: Record) -> bool:
    """Whether it stands under a line by which voters ask for it: `Cử tri xã A đề nghị:`, `Sở B lắp biển báo …`."""
    place = work.layout.at(record.evidence[0].start)
    return place is not None and place > 0 and _VOTERS_ASK.search(work.text, *work.layout.blocks[place - 1].body) is not None


class _Seen:
    """The evidence already used, by stretches of the text, and the last titles read."""

    def __init__(self) -> None:
        self._spans: dict[int, list[Span]] = {}
        self._titles: deque[set[str]] = deque(maxlen=_NEAR)

    def take(self, record: Record, *, titled: bool = True) -> None:
        """Remember a record; a row of a plan may repeat the title of what a section reports, so rows need not be `titled`."""
        for span in record.evidence:
            for part in range(span.start // _PART, span.end // _PART + 1):
                self._spans.setdefault(part, []).append(span)
        if titled:
            self._titles.append(set(fold(record.value.title).split()))

    def holds(self, record: Record) -> bool:
        """Whether the record's words are used already, or its title says nothing new beside one read before."""
        for span in record.evidence:
            for part in range(span.start // _PART, span.end // _PART + 1):
                if any(span.overlaps(other) for other in self._spans.get(part, ())):
                    return True
        words = set(fold(record.value.title).split())
        shared = ((len(words & title), min(len(words), len(title))) for title in self._titles)
        return any(common >= 5 and common >= 0.85 * shorter for common, shorter in shared)


KIND = RecordKind("task", "nhiệm vụ", find_tasks, (*CASES, *ACT_CASES, *PAPER_CASES, *ORDER_CASES))
