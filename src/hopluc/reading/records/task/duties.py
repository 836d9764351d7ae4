"""Tasks that somebody is given: `Giao Sở … chủ trì …`, `Điều 3. Sở … có trách nhiệm …`, duties listed under a body's name."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from hopluc.reading.document import Span, words_begin
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.parties import parties_after
from hopluc.reading.records.task.many import head_of_many
from hopluc.reading.records.task.turns import until_others
from hopluc.reading.records.task.verbs import ACT, EXHORTED, is_vague
from hopluc.reading.records.task.work import Work

_GIVEN = Pattern(
    r"(?:giao|phân công|chỉ đạo|yêu cầu|ủy quyền(?: cho)?|đồng ý cho(?=[^.;,]{4,90}\bchủ trì\b))(?: nhiệm vụ)?(?: cho)?(?: (?:đồng chí )?(?:giám đốc|thủ trưởng|chánh))? ",
    re.IGNORECASE,
)
_PART_OF_NAME = ("chuyển ", "bàn ", "Ban ", "ngoại ", "được ", "ban ")
_ASKS = Pattern(r"\W*(?:\d{1,2}[.)] ?)?(?:Kiến nghị|Đề nghị|Kính đề nghị)\s(?!.{0,200}(?:đồng thời|; tôi|yêu cầu))")
_NOT_GIVEN = Pattern(r"(?:\s*(?:,|và|làm|là)?\s*)(?:làm|là) (?:đầu mối|cơ quan|đơn vị|chủ đầu tư|thường trực)")
_DUTY = Pattern(
    r"\s*(?:\([^)]{1,60}\)\s*)?(?:[,:]\s*)?(?:(?:là cơ quan [^,.;:]{3,90}?[,:]? )?(?:có trách nhiệm|chịu trách nhiệm|có (?:các )?(?:nhiệm vụ|trách nhiệm)(?:,? (?:và )?(?:quyền hạn|trách nhiệm|nhiệm vụ))+|có nhiệm vụ|thực hiện các nhiệm vụ)(?: chính)?(?: trong việc)?(?: như)?(?: sau(?: đây)?)?|chủ trì)[:, ]+"
)
# What the items under a body's name go on with behind a semicolon.
_BESIDES = Pattern(rf"(?P<manner>(?:(?:kiên quyết|chủ động|kịp thời|khẩn trương|đồng thời|và) )*){ACT.pattern}", re.IGNORECASE)
_FIELD_LABEL = Pattern(r"(?:Về )?[^\W\d]+(?: [^\W\d]+){0,5}: (?=\w)")
_WHOLE = Pattern(
    r"(?:chịu trách nhiệm |căn cứ )?thi hành\b|(?:căn cứ|xét (?:tờ trình|đề nghị|báo cáo)|theo(?! dõi))\s|v/v\s|thực hiện quyết định này"
    r"|(?:tổ chức |nghiêm túc )?(?:triển khai(?: thực hiện)?|thực hiện)\W*$"
    r"|(?:tổ chức )?(?:triển khai|thực hiện)(?: thực hiện)?(?: có hiệu quả| hiệu quả)? (?:kế hoạch|chương trình|nghị quyết|quyết định|chỉ thị|đề án)(?: này)?(?: (?:theo|đúng|bảo đảm|đảm bảo)[^,;]{0,40})?\s*$",
    re.IGNORECASE,
)
_DEADLINE_ONLY = Pattern(
    r"(?:và )?(?:(?:thời gian|thời hạn) )?(?:hoàn thành|xong|(?:trình|báo cáo)(?! (?:ban hành|dự thảo)|[^;]{0,40}\b(?:[Qq]uy chế|[Đđ]ề án|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hương trình)\b))\b[^;]{0,60}\b(?:trong|trước|vào)\s[^;]{3,50}",
    re.IGNORECASE,
)
# A line that only says with whom, over what is to be done: `Sở A chủ trì, phối hợp với các sở, ngành:`
_BESIDE_OTHERS = Pattern(
    r"\s*(?:có trách nhiệm |chịu trách nhiệm )?(?:chủ trì|làm đầu mối)?,?\s*(?:và )?phối hợp(?: chặt chẽ)? (?:với|cùng) [^.;:\n]{3,200}:"
)
_COLON = Pattern(r"\s*(?:\([^)]{1,60}\)\s*)?:\s*")
_ABOUT_WHOM = Pattern(r"(?:Riêng )?(?:Đối với|Về phía) ")
_ABOUT_THEM = Pattern(r"\s?(?:\([^()\n]{1,40}\))?,? [^.;:\n]{0,80}(?:yêu cầu|giao|chỉ đạo)(?: nhiệm vụ)?\s")
_URGENTLY = Pattern(r"(?:(?:cần|phải|sớm|khẩn trương|tập trung|chủ động|tiếp tục|kịp thời),? )+")
_OF = Pattern(
    r"(?:Trách nhiệm|Nhiệm vụ|Nghĩa vụ|Quyền hạn|TRÁCH NHIỆM|NHIỆM VỤ)(?:,? (?:và )?(?:trách nhiệm|nhiệm vụ|nghĩa vụ|quyền hạn))* (?:của|CỦA) "
)
# `Đối với Sở A: …`, `Đề nghị Sở B: …`
_LED_IN = Pattern(
    r"(?:Đối với|Về phía|Yêu cầu|Giao(?: cho)?|Phân công(?: cho)?|Riêng|Đề nghị)\s(?!(?:Chính phủ|Quốc hội|Bộ|Thủ tướng|Tỉnh ủy|Thành ủy|HĐND|Hội đồng nhân dân)\b)"
)
# `Là đầu mối, chủ động làm việc với …`: a part in the work, and then the task.
_FOCAL = Pattern(
    r"(?:Là|Làm|là|làm) (?:(?:cơ quan|đơn vị) )?(?:đầu mối|thường trực|chủ trì)(?: (?!phối)[^,.;:]{1,40})?, (?:chủ động |tích cực )?"
)
_BARE_FOCAL = Pattern(
    r"(?:làm|là) (?:(?:cơ quan|đơn vị) )?(?:đầu mối|thường trực), (?:chủ động |tích cực )?(?!phối|hoàn thành\b|thường trực|giúp)"
)
_ALSO_GIVEN = Pattern(r"(?:Ngoài ra|Đồng thời|Bên cạnh đó|Cùng với đó|Trên cơ sở đó),?\s")
_ASKS_IN_TURN = Pattern(r"(?:kiến nghị|đề xuất|đề nghị|báo cáo)\s")
_GROUNDS = Pattern(r"(?:trên cơ sở|căn cứ|theo(?! dõi)|từ|sau khi|trong quá trình)\s")
_COMMA = Pattern(r",\s")
_LONGEST_NAMES = 200
_LETTERHEAD = 4  # the first lines of a document, among which its letterhead stands
_HAS_BEEN = Pattern(r"(?:đã|được|vừa)\s")  # `Dự án do Viện A chủ trì đã nghiệm thu`: how it stands, no duty
_NEXT = 3
_SHORTEST = len("Báo cáo")
# What a body's name and a colon may announce besides its duties: people, sums and places.
_NO_DUTY = Pattern(
    r"(?:xét (?:[Tt]ờ|đề|báo|công)|căn cứ|theo đề nghị|ông|bà|đồng chí|đ/c|anh|chị|phó|giám|chủ|trưởng|thành viên|ủy viên|kinh phí|tổng|số|tỷ|diện|địa|điện|tầng|phòng|khoảng|gồm|theo|hoàn thành tốt|đạt|tăng|giảm|ngày|từ|các|những|một|đợt|cuộc|buổi|kỳ|việc)\b"
)
# `Giám đốc Sở A`, `Thủ trưởng Viện B`, `Tổ đảng ở Thường trực Ủy ban C`: who acts for a body that is told its duties.
_HEADED_BY = Pattern(
    r"(?:(?:Các )?(?:Phó )?(?:Tổng Giám đốc|Giám đốc|Thủ trưởng|Chánh|Chủ tịch|Bộ trưởng|Cục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|Chi cục trưởng|Trưởng"
    r"|Lãnh đạo|Người đứng đầu|Tổ đảng|Ban cán sự đảng|Đảng ủy|Ban Giám đốc|Thường trực|Bí thư)\s(?:(?:ở|tại|cơ quan) )?)+"
)
_TITLED = len("Nhiệm vụ, quyền hạn và trách nhiệm của ")


def assigned(work: Work) -> Iterator[Record]:
    """Tasks given in prose: `Giao A chủ trì, phối hợp với B xây dựng …; C khảo sát …`."""
    for match, sentence in work.sentences_with(_GIVEN, "giao", "phan cong", "chi dao", "yeu cau", "uy quyen", "dong y cho"):
        if work.text.endswith(_PART_OF_NAME, 0, match.start()):
            continue
        body = work.body_at(match.end(), sentence.end, reach=1)
        block = work.block(match.start())
        if body is None and block is not None and block.kind != "cell":
            yield from _told_about(work, match.end(), sentence)
        if body is None or block is None or block.kind == "cell" or _is_asked_too(work, sentence, match.start()):
            continue
        whole = work.clause(match.start(), sentence)
        clause = until_others(work, whole)
        if clause.end == whole.end:
            clause = _with_deadline(work, clause, next(work.clauses_behind(clause, sentence), None))
        if work.is_asked(match.start()) and work.due(clause) is None and not _concludes(work):
            continue
        named = parties_after(work.document, work.found, body.span.start, clause.end)
        end = named[-1].span.end if named else body.span.end
        focal = _BARE_FOCAL.match(work.text, end + 1, clause.end)
        if focal is not None:
            end = work.behind_recurrence(focal.end(), clause.end)
        elif _NOT_GIVEN.match(work.text, end, clause.end) and work.due(clause) is None:
            if clause.end < whole.end:
                yield from _also_given(work, Span(clause.end, sentence.end), body)
            continue
        if clause.end <= end + 2:
            yield from _under(work, block, body)
        if clause.end <= end + 2 or not work.is_prose(block):
            continue
        yield from _all_given(work, Span(match.start(), clause.end), end, Span(sentence.start, block.body.end), body)


def _told_about(work: Work, start: int, sentence: Span) -> Iterator[Record]:
    """What the body is told to do that the sentence opens with: `Đối với Bộ A, Thủ tướng yêu cầu khẩn trương trình …`."""
    opened = _ABOUT_WHOM.match(work.text, sentence.start, start)
    body = work.body_at(opened.end(), start, reach=0) if opened else None
    if body is None or work.is_asked(start) or not _ABOUT_THEM.fullmatch(work.text, body.span.end, start):
        return
    told = _URGENTLY.match(work.text, start, sentence.end)
    begin = told.end() if told else start
    clause = work.clause(begin, sentence)
    if (ACT.match(work.text, begin, clause.end) or DOES.match(work.text, begin, clause.end)) and _is_finite(work, clause):
        yield _given(work, Span(sentence.start, clause.end), body, (clause, ()))


def _all_given(work: Work, given: Span, end: int, rest: Span, body: Fact) -> Iterator[Record]:
    """What the clause `given` gives behind the names that end at `end`, then what the rest of the paragraph gives the same body."""
    sentence = next(iter(work.layout.sentences(rest)), rest)
    told = _told(work, end, given.end)
    if told is not None:
        yield _given(work, given, body, told)
    if told is not None or _GROUNDS.match(work.text, end + 1, given.end):
        yield from _also_given(work, Span(given.end, sentence.end), body)
        yield from _given_on(work, Span(sentence.end, rest.end), body)
        place = work.layout.at(rest.end - 1)
        below = work.layout.blocks[place + 1 : place + 2] if place is not None else ()
        if below and below[0].kind == "paragraph" and _ALSO_GIVEN.match(work.text, *below[0].body):
            yield from _given_on(work, below[0].body, body)


def _given_on(work: Work, rest: Span, body: Fact) -> Iterator[Record]:
    """What the same body is given in the sentences that follow and open with a verb: `Yêu cầu Sở A rà soát … . Báo cáo … .`"""
    for sentence in work.layout.sentences(rest):
        also = _ALSO_GIVEN.match(work.text, sentence.start, sentence.end)
        start = also.end() if also else sentence.start
        opens = work.text[sentence.start].isupper() and ACT.match(work.text, start, sentence.end)
        if not opens or _GIVEN.match(work.text, start, sentence.end):
            return
        for clause in _whole(work, list(work.clauses(Span(start, sentence.end)))):
            record = _duty(work, body, clause, clause.start)
            if record is not None:
                yield record


def _is_asked_too(work: Work, sentence: Span, offset: int) -> bool:
    """Whether to give is what the sentence asks of somebody: `Kiến nghị UBND tỉnh sửa đổi …; giao Sở A …`."""
    asks = _ASKS.match(work.text, sentence.start, offset)
    if asks is None or not work.text.endswith(("; giao ", "; "), 0, offset + len("giao ")):
        return False
    return ":" not in work.text[asks.end() : offset]


def _with_deadline(work: Work, clause: Span, following: Span | None) -> Span:
    """A clause with its deadline, where a semicolon divides them: `giao A xây dựng đề án; trình UBND trong tháng 3/2013`."""
    return clause if following is None or not _is_deadline(work, following) else Span(clause.start, following.end)


def _is_deadline(work: Work, clause: Span) -> bool:
    """Whether a clause says no more than by when something is to be done: `hoàn thành trong năm 2015`."""
    return _DEADLINE_ONLY.fullmatch(work.text, clause.start, clause.end) is not None


def _concludes(work: Work) -> bool:
    """Whether the document tells what a leader concluded, who answers a request by giving work to somebody."""
    return head(work.document).doc_type in ("thông báo", "kết luận")


def _given(work: Work, span: Span, body: Fact, told: tuple[Span, tuple[str, ...]]) -> Record:
    core, cooperating = told
    return work.task(span, title=work.headed(core), cooperating=cooperating, lead=work.named(body), status="assigned")


def _also_given(work: Work, rest: Span, given: Fact) -> Iterator[Record]:
    """What else is given in the same sentence: clauses that open with another body and a verb, or with a verb alone."""
    for clause in work.clauses(Span(words_begin(work.text, *rest, " ;,"), rest.end)):
        body = work.body_at(clause.start, clause.end, reach=1)
        if body is None and ACT.match(work.text, clause.start, clause.end):
            record = _duty(work, given, clause, clause.start)
            if record is not None:
                yield record
            continue
        told = _told(work, body.span.end, clause.end) if body else None
        if body and told and _follows(work, body, clause.end):
            given = body
            yield _given(work, clause, body, told)


def _follows(work: Work, body: Fact, end: int) -> bool:
    """Whether a verb of action stands right behind a body's name."""
    verb = work.action(body.span.end, min(end, body.span.end + 24))
    return verb is not None and verb - body.span.end <= 2


def _told(work: Work, start: int, end: int) -> tuple[Span, tuple[str, ...]] | None:
    """What a body is told to do, from its first verb on, without the words on co-operation; None where no verb stands."""
    opened = _behind_grounds(work, words_begin(work.text, start, end, " ,"), end)
    close = opened - start < _NEXT
    acts = ACT.match(work.text, opened, end) or (
        close and (DOES.match(work.text, opened, end) or _ASKS_IN_TURN.match(work.text, opened, end))
    )
    verb = opened if acts else work.action(start, end)
    if verb is None or verb > start + 200:
        return None
    core, cooperating = work.core(Span(verb, end))
    if core.end - core.start <= _SHORTEST:
        return None
    return None if _WHOLE.match(work.text, core.start, core.end) and work.due(core) is None else (core, cooperating)


def _behind_grounds(work: Work, start: int, end: int) -> int:
    """Where the verb stands behind what a task is based on: `trên cơ sở đề xuất của Sở A, tham mưu …`; `start` where nothing of it is said."""
    if _GROUNDS.match(work.text, start, end) is None:
        return start
    commas = (comma.end() for comma in _COMMA.finditer(work.text, start, end))
    return next((comma for comma in commas if ACT.match(work.text, comma, end)), start)


def duties(work: Work) -> Iterator[Record]:
    """Tasks of a body that a line opens with: `Sở A: xây dựng …`, `Sở A có trách nhiệm …`, and the items under its name."""
    for block in work.layout.blocks:
        if block.kind == "cell":
            continue
        body = work.body_at(block.body.start, block.body.end, reach=_TITLED) or head_of_many(work, block)
        if body is None:
            continue
        led = _LED_IN.match(work.text, block.body.start, body.span.start)
        begins = led.end() if led else block.body.start
        titled = _HEADED_BY.match(work.text, begins, body.span.start)
        opens = body.span.start - (titled.end() if titled else begins) <= 3 and not (
            led and (work.is_asked(body.span.start) or (led[0].startswith("Đề nghị") and work.is_directive))
        )
        rest = Span(body.span.end, block.body.end)
        colon = _COLON.match(work.text, _last_of(work, body, block) if opens else rest.start, rest.end)
        duty = _DUTY.match(work.text, rest.start, rest.end)
        beside = _BESIDE_OTHERS.fullmatch(work.text, rest.start, rest.end) if opens else None
        if beside is not None:
            yield from _under(work, block, body)
        elif duty and duty.end() < rest.end - 8:
            yield from said_duties(work, body, Span(duty.end(), rest.end), block.body.start)
        elif opens and colon and colon.end() < rest.end - 8 and block.kind != "paragraph":
            yield from said_duties(work, body, Span(colon.end(), rest.end), block.body.start, free=titled is None)
        elif opens and block.kind == "item" and _follows(work, body, rest.end) and work.due(rest):
            yield from said_duties(work, body, Span(rest.start + 1, rest.end), block.body.start)
        elif (
            _is_name_only(work, block, body) and (opens or _OF.fullmatch(work.text, block.body.start, body.span.start))
        ) or duty:
            yield from _under(work, block, body)


def _is_name_only(work: Work, block: Block, body: Fact) -> bool:
    """Whether a line says no more than the body, or a list of bodies, that the lines under it tell the duties of."""
    if block.kind == "paragraph" or block.body.end - block.body.start > _LONGEST_NAMES:
        return False
    if (work.layout.at(block.span.start) or 0) < _LETTERHEAD and work.text[block.body.start : block.body.end].isupper():
        return False  # whose page it is
    named = parties_after(work.document, work.found, body.span.start, block.body.end)
    end = max([body.span.end, *(party.span.end for party in named)])
    return not work.text[end : block.body.end].strip(" :.;")


def _last_of(work: Work, body: Fact, block: Block) -> int:
    """Where the bodies end that a line opens with: `Viện A, Viện B: …`."""
    if work.text[body.span.end : body.span.end + 1] != ",":
        return body.span.end
    named = parties_after(work.document, work.found, body.span.start, min(block.body.end, body.span.start + _LONGEST_NAMES))
    return max([body.span.end, *(party.span.end for party in named)])


def said_duties(work: Work, body: Fact, span: Span, start: int, *, free: bool = False) -> Iterator[Record]:
    """The tasks of one line, which semicolons and full stops divide; `free` where a colon says that they are duties, whatever the verb."""
    for sentence in work.layout.sentences(span):
        for clause in _whole(work, list(work.clauses(sentence))):
            record = _duty(work, body, clause, start if clause.start == span.start else clause.start, free=free)
            if record:
                yield record


def _whole(work: Work, clauses: list[Span]) -> Iterator[Span]:
    """The clauses, each with the deadline that a semicolon divides from it."""
    for clause, following in zip_longest(clauses, clauses[1:]):
        if not _is_deadline(work, clause):
            yield _with_deadline(work, clause, following)


def _duty(work: Work, body: Fact, clause: Span, start: int, *, free: bool = False) -> Record | None:
    focal = _FOCAL.match(work.text, clause.start, clause.end)
    opened = work.behind_recurrence(clause.start, clause.end)
    opens = focal.end() if focal else opened if ACT.match(work.text, opened, clause.end) else clause.start
    core, cooperating = work.core(Span(opens, clause.end))
    verb = work.action(core.start, min(core.end, core.start + 16))
    if verb is None and (ACT.match(work.text, core.start, core.end) or _is_other(work, core, free=free)):
        verb = core.start
    if (
        verb is None
        or (verb > core.start and _NO_DUTY.match(work.text[core.start : verb].lower()))
        or work.text[core.start].isdigit()
        or _HAS_BEEN.match(work.text, core.start, core.end)
        or _gives_part(work, core)
        or core.end - core.start < 15
        or _WHOLE.match(work.text, core.start, core.end)
        or not _is_finite(work, core)
    ):
        return None
    return work.task(
        Span(min(start, clause.start), clause.end),
        title=work.headed(core),
        cooperating=cooperating,
        lead=work.named(body),
        status="assigned",
    )


def _gives_part(work: Work, core: Span) -> bool:
    """Whether a duty only says who of the body's own is to be the one asked: `Giao Ban A làm đầu mối`."""
    given = _GIVEN.match(work.text, core.start, core.end)
    body = work.body_at(given.end(), core.end, reach=1) if given else None
    return body is not None and _NOT_GIVEN.match(work.text, body.span.end, core.end) is not None and work.due(core) is None


def _is_finite(work: Work, core: Span) -> bool:
    """Whether a duty can be done and be over: by what it says, or by the day or the figures it names."""
    if work.is_event(core):
        return False
    general = EXHORTED.match(work.text, core.start, core.end) or is_vague(work.text, core)
    return not general or work.due(core) is not None or work.has_figures(core)


def _is_other(work: Work, core: Span, *, free: bool) -> bool:
    """Whether the words open with what may be a verb, and are due on a day or `free` to be any duty."""
    written = work.text[core.start : core.start + len("thương mại hóa ")]
    opening = written[:1].lower() + written[1:]
    if free and _NO_DUTY.match(opening):
        return False
    named = work.body_at(core.start, core.end, reach=0)
    return named is None and DOES.match(opening) is not None and (free or work.due(core) is not None)


def _under(work: Work, block: Block, body: Fact) -> Iterator[Record]:
    """The tasks listed under a body's name."""
    place = work.layout.at(block.span.start)
    for child in work.layout.children.get(place, []):
        item = work.layout.blocks[child]
        if item.kind == "item" or (item.kind != "cell" and block.kind == "heading" and work.is_prose(item)):
            if item.kind == "paragraph" and _OF.match(work.text, block.body.start, block.body.end):
                yield from said_duties(work, body, item.body, item.body.start)
                continue
            first = _unlabelled(work, work.layout.first_sentence(item.body))
            for clause in _one_by_one(work, first):
                record = _duty(work, body, clause, clause.start, free=clause.start == first.start and item.kind == "item")
                if record:
                    yield record


def _one_by_one(work: Work, sentence: Span) -> Iterator[Span]:
    """The duties of an item: its first clause, and those behind semicolons that open with a verb, without the manner of it."""
    for clause in _whole(work, list(work.clauses(sentence))):
        begins = work.behind_recurrence(clause.start, clause.end)
        besides = _BESIDES.match(work.text, begins, clause.end)
        if clause.start == sentence.start:
            yield clause
        elif besides is not None:
            yield Span(besides.end("manner"), clause.end) if besides["manner"] else clause


def _unlabelled(work: Work, span: Span) -> Span:
    """A duty without the field it is told under: `Quan trắc: lắp đặt 12 trạm đo` is to put up stations."""
    label = _FIELD_LABEL.match(work.text, span.start, span.end)
    named = label is not None and work.found.first("organisation", Span(*label.span())) is not None
    acts = label is not None and ACT.match(work.text, label.end(), span.end) is not None
    return Span(label.end(), span.end) if label is not None and acts and not named else span
