"""Tasks of bodies named together (nhiệm vụ của nhiều cơ quan): `UBND các huyện, thành phố xây dựng … trước ngày …`, each with its day."""

from collections.abc import Iterator

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.mentions.organisations import Organisation
from hopluc.reading.page.clauses import end_of_body, sentence_with
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.task.verbs import ACT
from hopluc.reading.records.task.work import Work

_MANY = cues(
    "UBND các ",
    "Ủy ban nhân dân các ",
    "Thủ trưởng các ",
    "Giám đốc các ",
    *(
        f"{word} {who}"
        for word in ("Yêu cầu", "yêu cầu", "Giao", "giao")
        for who in ("các ", "Giám đốc các ", "Thủ trưởng các ", "giám đốc các ", "thủ trưởng các ")
    ),
    "Các sở, ",
    "Các Sở, ",
    "Các huyện ủy, ",
    "Các quận ủy, ",
    "Các cơ quan, ",
    "Các bộ, ",
)
_NAMED = Pattern(
    r"(?:(?:[Yy]êu cầu|[Gg]iao) (?=các|[Gg]iám|[Tt]hủ))?(?P<named>(?:UBND|Ủy ban nhân dân) các (?:[^\W\d]+(?: [^\W\d]+)?)(?:, (?:quận|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu))*(?: trực thuộc (?:[Tt]rung ương|tỉnh|thành phố))?(?: trên địa bàn tỉnh)?"
    r"|(?:(?:[Tt]hủ trưởng|[Gg]iám đốc) c|[Cc])ác (?:[Ss]ở|huyện ủy|quận ủy|cơ quan|bộ)(?:, (?:[Bb]an|[Nn]gành|[Ss]ở|thành ủy|thị ủy|huyện ủy|đơn vị|địa phương|cơ quan ngang [Bb]ộ|cơ quan thuộc Chính phủ|cơ quan|thị xã|thành phố|quận|(?:Thủ trưởng|Giám đốc) các (?:sở|ban|ngành|đơn vị)"
    r"|(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân) (?:cấp (?:tỉnh|huyện|xã)|các (?:huyện|xã|quận|phường|tỉnh(?:, thành phố)?(?: trực thuộc [Tt]rung ương)?))))*(?: (?:và|có) (?:(?:Chủ tịch )?UBND (?:cấp (?:huyện|xã)|các (?:huyện|xã|quận|phường)(?:, (?:thị xã|thành phố|phường|quận))*)|(?:các )?địa phương|liên quan))?(?:, các địa phương)?)"
    r"(?: (?:có trách nhiệm|phải|chủ động|khẩn trương|(?:căn cứ|theo) (?:chức năng, nhiệm vụ(?: được giao)?,?|[^,.;]{3,60},)))*(?: |: ?(?=\w))"
)
_HEAD = Pattern(
    r"(?P<named>(?:Chủ tịch )?(?:UBND|Ủy ban nhân dân) (?:các|cấp) [^:.;\n]{2,80}|(?:(?:Thủ trưởng|Giám đốc) c|C)ác [Ss]ở,[^:.;\n]{2,90})\s*:?\s*"
)
_FEWEST = 5


def head_of_many(work: Work, block: Block) -> Fact | None:
    """Bodies named together that a line says no more than, over what they are to do: `UBND các huyện, thành phố:`; None where it says another thing."""
    named = _HEAD.fullmatch(work.text, block.body.start, block.body.end) if block.kind != "paragraph" else None
    if named is None:
        return None
    span = Span(*named.span("named"))
    return Fact("organisation", span, work.document.quote(span), Organisation(work.words(span)), certain=False)


def _is_told_by(work: Work, offset: int, sentence: Span) -> bool:
    """Whether who tells the bodies what to do stands right before them and opens a clause: `UBND tỉnh yêu cầu thủ trưởng các sở …`."""
    if not work.text.startswith(("yêu cầu ", "giao "), offset):
        return False
    teller = work.body_before(offset, sentence.start)
    if teller is None:
        return False
    return teller.span.start == sentence.start or work.text.endswith(("; ", "Chủ tịch "), 0, teller.span.start)


def of_many(work: Work) -> Iterator[Record]:
    """A task for each clause that opens with bodies named together and gives a day by which they are to do it."""
    end = end_of_body(work.document)
    for match in cued(work.document, _MANY, _NAMED):
        if match.start() >= end:
            return
        block, sentence = work.block(match.start()), sentence_with(work.document, Span(*match.span()))
        clause = work.clause(match.start(), sentence)
        opens = work.text[max(0, match.start() - 2) : match.start()]
        if block is None or not work.is_prose(block) or work.is_asked(match.start()):
            continue
        if not (
            match.start() in (sentence.start, block.body.start) or opens == "; " or _is_told_by(work, match.start(), sentence)
        ):
            continue
        for told in (Span(match.end(), clause.end), *work.clauses_behind(clause, sentence)):
            core, cooperating = work.core(told)
            acts = ACT.match(work.text, core.start, core.end) or DOES.match(work.text, core.start, core.end)
            few = len(work.text[core.start : core.end].split()) < _FEWEST
            if acts is None or few or work.due(core) is None or work.is_event(core):
                continue
            yield work.task(
                clause if told.start == match.end() else told,
                title=work.headed(core),
                cooperating=cooperating,
                lead=work.words(Span(*match.span("named"))),
                status="assigned",
            )
