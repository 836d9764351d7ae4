"""What an act does to another (quan hệ giữa văn bản), and which articles are meant, from the words beside a reference.

The relation is told of the act it is done to: in `Nghị định A sửa đổi Nghị định B`, B is amended by A. Nothing is told where no
words say it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Beside:
    """What the words beside a reference say: what is done to the act, by which act (`Quyết định này`, a reference), and its articles."""

    relation: str | None = None
    by: str | None = None
    provisions: str | None = None


_UNIT = r"(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục)"
_MARK = r"(?:[0-9]{1,3}[a-zđ]?(?:\.[0-9]{1,2}){0,2}|[a-zđ]{1,2}(?![^\W\d_])|[IVXLC]{1,6}(?:\.[0-9]{1,2})?)(?!\w)"
_PROVISIONS = Pattern(
    rf"(?<!\w)(?P<said>{_UNIT}\s{{1,2}}{_MARK}(?:(?:,|;|\svà|\shoặc|\sđến|\s?-)?\s{{0,2}}(?:{_UNIT}\s{{1,2}})?{_MARK}){{0,12}}),?"
    r"\s{1,2}(?:(?:của|thuộc|tại|trong)\s{1,2})?(?:Quy (?:chế|định)[^.;]{0,60}?\s)?(?:(?:được )?ban hành kèm theo\s{1,2})?$"
)
_DONE = (
    ("sửa đổi, bổ sung", r"sửa đổi(?:,\s?| và )bổ sung|sửa đổi|bổ sung"),
    ("thay thế", r"thay thế(?: cho)?"),
    ("bãi bỏ", r"bãi bỏ|h[uủ][yỷ] bỏ|huỷ bỏ"),
    ("hướng dẫn", r"(?:quy định chi tiết(?:,| và)? ?)?(?:hướng dẫn|quy định chi tiết)(?: (?:thi hành|thực hiện))?"),
    ("đính chính", r"đính chính"),
    ("kèm theo", r"(?:ban hành )?kèm theo"),
    ("căn cứ", r"căn cứ(?: vào)?"),
    ("thực hiện", r"(?:triển khai )?thực hiện|thi hành|triển khai"),
)
_VERB = Pattern(
    r"(?i:(?<!\w)(?:" + "|".join(f"(?P<v{place}>{verb})" for place, (_, verb) in enumerate(_DONE)) + r")(?!\w))"
    r"(?P<fill>(?:\s{1,2}(?:một số|một phần|các|những|toàn bộ|nội dung|điều|khoản|điểm|quy định|chi tiết|thi hành|thực hiện|của|tại|trong|cho|về"
    r"|và|đối với|số|việc|tên|có hiệu quả|hiệu quả|nghiêm|tốt)){0,12}):?\s{1,2}$"
)
_THIS = Pattern(r"(?:^|[^\w])([^\W\d_]+(?: [^\W\d_]+){0,2} này)(?:[^.;]{0,60}(?:,| và))?\s(?:sẽ |được )?$")
_PASSIVE = Pattern(
    r"[^.;:()]{0,3}\(?\s?(?:đã\s)?được\s(?P<verb>sửa đổi(?:,\s?| và )bổ sung|sửa đổi|bổ sung|thay thế|bãi bỏ)(?:,? bổ sung)?"
    r"(?: một số (?:điều|nội dung))?(?P<end>\s{1,2}(?:bởi|bằng|theo|tại)\s{1,2}(?:các\s{1,2})?|\s{1,2}năm\s[0-9]{4}(?:(?:,| và)(?: năm)? [0-9]{4}){0,4})"
)
_NEXT_VERB = Pattern(r"\s{0,2}(?:;|,| và)[^\S\n]{1,2}")
_DOERS_GAP = Pattern(r"\s{0,2}(?:,|và|, và)\s{1,3}(?:các\s{1,2})?(?:số\s{1,2})?")
_GAP = Pattern(r"\s{0,2}(?:,|;|và|hoặc|&|, và)\s{1,3}(?:các\s{1,2})?(?:số\s{1,2})?")
_ENDED = Pattern(r"[^.;]{0,80}(?<!\w)hết hiệu lực(?!\w)")
_NEXT_BASIS = Pattern(r";\s{1,2}$")  # `Căn cứ Nghị định A …; Nghị định B …`
_STOP = Pattern(r"[.;!?]\s|\n")
_REACH = 200


def beside(plain: str, spans: Sequence[Span]) -> Iterator[Beside]:
    """For each reference of a reading view, in order, what the words beside it say."""
    last, bases = Beside(), -1
    for place, span in enumerate(spans):
        low = max(spans[place - 1].end if place else 0, span.start - _REACH)
        if bases >= 0 and _NEXT_BASIS.search(plain, low, span.start) and plain.find("\n", bases, span.start) < 0:
            last = Beside("căn cứ")
            yield last
            continue
        listed = place > 0 and last.relation is not None and _GAP.fullmatch(plain, low, span.start) is not None
        said = Beside(last.relation, last.by) if listed else _said(plain, spans, place, low, last.by)
        yield said
        last = said
        if said.relation == "căn cứ":
            bases = span.start


def _said(plain: str, spans: Sequence[Span], place: int, low: int, last: str | None) -> Beside:
    """What is said beside the reference at `place`; `last` is who did it to the one before, and may go on: `…; bãi bỏ …`."""
    span = spans[place]
    articles = _PROVISIONS.search(plain, low, span.start)
    end = articles.start("said") if articles else span.start
    provisions = " ".join(articles["said"].split()) if articles else None
    passive = _PASSIVE.match(plain, span.end)
    if passive is not None:
        return Beside(_named(passive["verb"]), _doers(plain, spans, place, passive.end(), passive["end"]), provisions)
    verb = _VERB.search(plain, low, end)
    if verb is None:
        return Beside("hết hiệu lực", None, provisions) if _ENDED.match(plain, span.end) else Beside(provisions=provisions)
    which = next(name for number, (name, _) in enumerate(_DONE) if verb[f"v{number}"] is not None)
    goes_on = (
        plain[verb.start()].islower()
        and place > 0
        and last is not None
        and _NEXT_VERB.fullmatch(plain, spans[place - 1].end, verb.start()) is not None
    )
    if which in ("kèm theo", "căn cứ"):  # the document itself rests on it; who issued it with an act is not who names it
        return Beside(which, None, provisions)
    return Beside(which, last if goes_on else _doer(plain, spans, place, verb.start()), provisions)


def _named(verb: str) -> str:
    return next((name for name, _ in _DONE if verb.startswith(name[:6])), "sửa đổi, bổ sung")


def _doer(plain: str, spans: Sequence[Span], place: int, verb: int) -> str | None:
    """Who does it: the document itself by `… này`, or the reference before the verb in the same clause; None where neither is said."""
    this = _THIS.search(plain, max(0, verb - 90), verb)
    if this is not None:
        return this[1]
    if place and (before := spans[place - 1]).end <= verb <= before.end + _REACH and not _STOP.search(plain, before.end, verb):
        said = _words(plain, before)
        return said if said != _words(plain, spans[place]) else None
    return None


def _doers(plain: str, spans: Sequence[Span], place: int, end: int, said: str) -> str | None:
    """The references after `được sửa đổi, bổ sung theo`, or the years said in their place."""
    doers, reached = list[str](), end
    for span in islice(spans, place + 1, None):
        if span.start != reached and not _DOERS_GAP.fullmatch(plain, reached, span.start):
            break
        doers.append(_words(plain, span))
        reached = span.end
    return "; ".join(doers) or (said.strip() if "năm" in said else None)


def _words(plain: str, span: Span) -> str:
    return " ".join(plain[span.start : span.end].split())
