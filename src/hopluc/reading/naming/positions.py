"""The post as written beside a person's name (chức vụ): after it, before it, or above it in a signature."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from hopluc.reading.document import Document, Span
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.place_names import known_place
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical

LONGEST = 48  # characters of the longest post, and some


@cache
def _known_posts() -> frozenset[str]:
    return frozenset(post.casefold() for post in lexicon.posts())


# Of one who held a post, has just got it, or stands in for it.
_BEFORE_POST = frozenset(("nguyên", "tân", "cựu", "quyền", "q."))
_PARTY_SEAT = Pattern(  # a seat in the Party's central bodies, as newspapers shorten it: `UVTW Đảng`, `Ủy viên T.Ư Đảng`
    r"(?:Ủy viên|UV) ?(?:[Dd]ự khuyết )?(?:Ban Chấp hành |BCH ?)?(?:T\.? ?[ƯW]\.?|Trung ương)(?: [Đđ]ảng(?! \w*ủy))?(?: [Kk]h[óo]a [IVX]+)?(?!\w)"
)
_CUT = Pattern(r"[\n\t;:(.,\"“]")
_EDGE = Pattern(r"[,;:.)\n\t]")


def post_before(plain: str, position: int) -> int | None:
    """Where the post begins that ends right before `position`; None when no post does."""
    window = plain[max(0, position - LONGEST) : position].rstrip(" ")
    if not window or not window[-1].isalnum():
        return None
    end = position - (len(plain[max(0, position - LONGEST) : position]) - len(window))
    words = _CUT.split(window)[-1].split(" ")
    for count in range(min(6, len(words)), 0, -1):
        text = " ".join(words[-count:])
        if text and text.casefold() in _known_posts():
            former = words[-count - 1] if count < len(words) else ""
            return end - len(text) - (len(former) + 1 if former.casefold() in _BEFORE_POST else 0)
    return None


def post_at(plain: str, position: int) -> int | None:
    """Where the post ends that begins at `position`; None when none does."""
    if plain.startswith(("U", "Ủ"), position) and (seat := _PARTY_SEAT.match(plain, position)):
        return seat.end()
    words = _EDGE.split(plain[position : position + LONGEST], maxsplit=1)[0].split(" ")
    if words[0].casefold() in _BEFORE_POST and len(words) > 1 and " ".join(words[:2]).casefold() not in _known_posts():
        return post_at(plain, position + len(words[0]) + 1)
    for count in range(min(6, len(words)), 0, -1):
        text = " ".join(words[:count])
        if text.casefold() in _known_posts():
            return position + len(text)
    return None


TITLE_BEFORE = Pattern(
    r"(?<![\w&-])(?:[ÔôO]ng|[Bb]à|ÔNG|BÀ|[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]/c|[Aa]nh|[Cc]hị|GS|PGS|TS|ThS|Ths|Th\.S|KS|CN|BS|BSCK(?:I{1,2}|1|2)?|DS|LS|KTS|TSKH|VS|NCS"
    r"|[Ss]ĩ|[Ss]ỹ|[Ss]ư|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tướng|tá|úy)|[Nn]hà báo|[Nn]gài|[Bb]ác|[Ee]m|[Cc]hú|[Bb]ạn đọc|[Đđ]ộc giả|Mr|Ms|Mrs|Dr|Prof|[Cc]ụ|[Tt]hầy|[Cc]ô|[Tt]ác giả|[Dd]anh nhân|[Dd]anh tướng|nghệ nhân|anh hùng"
    r"|[Cc]huyên gia|[Dd]oanh nhân|NGƯT|NGND|TTND|TTƯT)[.:]? ?$"
)
_SEPARATOR = Pattern(
    r" ?\t ?| ?(?:,|-|;)? ?[Cc]hức vụ:? ?| ?(?:,|-|:|\() {0,2}(?:(?:hiện là|nguyên là|đồng chí|là) )?| (?:hiện )?là "
)
_AGED = Pattern(r",? \(?(?:\d{2} tuổi|sinh năm \d{4})\)?(?=[ ,])")  # `ông Lê An, 71 tuổi, Chủ nhiệm Hợp tác xã …`
_TO_OTHERS = ("với ", "cho ", "cùng ", "của ")  # `chia sẻ với phóng viên, Giám đốc Sở … Lê An cho biết`
_OF = (" của ", " thuộc ", " ")  # whose the unit is: `Trưởng khoa Cơ khí của Trường …`, `Ủy viên BCH Đảng bộ Sở …`
_PARTY_BODY = Pattern(  # what the secretary of a party cell or branch is secretary of, whose name is told apart: `Bí thư Đảng ủy, Giám đốc Sở …`
    r" (?:(?:tỉnh|thành|huyện|quận|thị) ủy(?! viên)|Đảng (?:ủy|bộ|đoàn)|Chi (?:ủy|bộ)|Ban [Cc]án sự [Đđ]ảng|BCS ?[Đđ]ảng)(?: (?:bộ phận|cơ sở))?(?!\w)",
    re.IGNORECASE,
)
_NEXT_POST = Pattern(
    rf",? kiêm | ?(?:,|-) | và | (?=[{lexicon.CAPITAL}])(?!(?:Phó )?(?:Trưởng [BbĐđ]|Tổ )|Ủy viên|Thành viên|Thư ký)"
)
_HONORIFICS = frozenset("Ông Bà Ngài Đồng Anh Chị GS PGS TS ThS TSKH KS BS VS".split())
_OF_PLACES = ("thống đốc", "thị trưởng", "tỉnh trưởng", "bí thư", "chủ tịch")  # posts whose place follows right behind
_CAPITAL_NEXT = Pattern(rf" [{lexicon.CAPITAL}]")
_PAIR = Pattern(  # two syllables of one word, which begin the name of a unit: `Giám đốc Trung tâm thông tin`, `Trưởng ban Chỉ đạo`
    r" (?:Chỉ đạo|Trung tâm|Tổ chức|Điều hành|Quản lý|Hội đồng|thành viên|quản trị|Văn phòng|Chi nhánh|Soạn thảo|Biên tập|Nhà máy|Xí nghiệp|Cộng hòa|Liên hiệp|Hiệp hội|Hội (?:thi|thảo|nghị|chợ)|Cuộc thi|Chương trình|Đề án|Dự án)(?!\w)"
)
_TAIL_WORDS = frozenset(
    "phòng ban viện khoa bộ môn thường trực trinh sát phụ trách chuyên trách thứ nhất hội đồng ngành trường điều hành sở".split()
)


class Bodies:
    """The organisations of a document, asked about by where they begin and end."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self.end_of = {span.start: span.end for span in spans}
        self.start_of = {span.end: span.start for span in spans}

    def first_from(self, low: int, high: int) -> int | None:
        """The end of the first organisation that begins at `low`, `high` or between."""
        place = bisect_left(self._starts, low)
        return self.end_of[self._starts[place]] if place < len(self._starts) and self._starts[place] <= high else None


def position_of(document: Document, bodies: Bodies, span: Span) -> str | None:
    """The post said beside the name at `span`, as written; None where there is none."""
    plain = document.plain
    aged = _AGED.match(plain, span.end)
    after = _SEPARATOR.match(plain, aged.end() if aged else span.end)
    if after is not None:
        end = None if _by_post_before(plain, bodies, span, after) else _chain_after(plain, bodies, after.end())
        if end is not None and not _named_next(plain, end):
            return written(document, Span(after.end(), end))
    start, end = _chain_before(plain, bodies, span.start)
    if (
        start is None
        and (_CAPITAL_NEXT.match(plain, span.end) or plain.startswith(" nguyên ", span.end))
        and post_at(plain, span.end + 1) is not None
    ):
        stop = _chain_after(plain, bodies, span.end + 1)  # `đồng chí Lê An Chủ tịch Hội … dự`
        return written(document, Span(span.end + 1, stop)) if stop is not None and not _named_next(plain, stop) else None
    if start is None and (field := FIELD_BEFORE.search(plain, max(0, end - 70), end + 1)) is not None:
        start = field.start()
    if start is not None:
        return written(document, Span(start, end))
    return _above(document, span)


def written(document: Document, span: Span) -> str:
    """The words at `span` as they stand, with plain spaces between them."""
    return " ".join(document.quote(span).split())


def _by_post_before(plain: str, bodies: Bodies, span: Span, after: re.Match[str]) -> bool:
    """Whether the post stands before the name, so that `là` brings a part beside it: `Phó Cục trưởng Lê An là Trưởng đoàn`."""
    return after[0] == " là " and _chain_before(plain, bodies, span.start)[0] is not None


_TWO = 2
_NEXT_NAME = Pattern(rf" ([{lexicon.CAPITAL}]\w+)(?: [{lexicon.CAPITAL}]\w*)+")


def _named_next(plain: str, end: int) -> bool:
    """Whether the post that ends at `end` is another's: `Thủ tướng Lê An, Bộ trưởng Bộ … Trần Bình`."""
    name = _NEXT_NAME.match(plain, end)
    if name is None or (certain := lexicon.surnames().get(name[1])) is None:
        return False
    return certain or name[0].count(" ") > _TWO


def _chain_after(plain: str, bodies: Bodies, start: int) -> int | None:
    """Where the posts that begin at `start` end: each with its body, the next after a comma."""
    if plain.startswith("nguyên ", start):
        start += len("nguyên ")
    begun, end = start, post_at(plain, start)
    while end is not None:
        end = _with_body(plain, bodies, begun, end)
        end = _where(plain, end)
        more = _NEXT_POST.match(plain, end)
        if more is None:
            break
        begin = more.end() + len("nguyên ") * plain.startswith("nguyên ", more.end())
        further = post_at(plain, begin) or (bodies.end_of.get(begin) if more[0] != " " else None)
        if further is None or more[0] == " và " or plain.startswith(_PRESENTS, further):
            break
        begun, end = begin, further
    return end


def _where(plain: str, end: int) -> int:
    """Where the country or city ends that a post is held in: `Đại sứ Việt Nam tại Liên bang Nga`; `end` where none is told."""
    here = IN_VIETNAM.match(plain, end)
    if here is not None or not plain.startswith(" tại ", end):
        return here.end() if here else end
    place, stop = known_place(plain, end + len(" tại"))
    return stop if place is not None and place.casefold() in lexicon.country_names() else end


# A body behind a comma that sends its own people is no part of a post.
_PRESENTS = (" có ông ", " có bà ", " có đồng chí ", " có các ")


def _with_body(plain: str, bodies: Bodies, begun: int, end: int) -> int:
    """The end of a post with the body or unit named right after it: `Trưởng phòng Kế hoạch - Tài chính`."""
    inside = bodies.first_from(begun, end)
    if inside is not None:
        return _of_another(plain, bodies, inside)
    party = _PARTY_BODY.match(plain, end)
    if party is not None:
        return _of_another(plain, bodies, bodies.end_of.get(end + 1, party.end()))
    lower = plain[end : end + 160].lower()
    reached = 0
    for _ in range(12):
        body = bodies.end_of.get(end + reached + 1) if plain[end + reached : end + reached + 1] == " " else None
        if body is not None:
            return _of_another(plain, bodies, body)
        pair = _PAIR.match(plain, end + reached)
        if pair is not None:
            reached = pair.end() - end
            continue
        word = lexicon.step().match(lower, reached)
        if word is None or word["joint"].startswith(","):
            break
        begin = end + word.start(word.lastgroup or "word")
        if not (
            plain[begin].isupper()
            or word["word"] in _TAIL_WORDS
            or (word["phrase"] and (reached or word["joint"] == " "))
            or (word["place"] and (reached or plain[begun:end].casefold().endswith(_OF_PLACES)))
        ):
            break
        if plain[begin].islower() and ((word["joint"] == " và " and not word["phrase"]) or word[0] == " đồng"):
            break
        if plain[begin : end + word.end()] in _HONORIFICS or (plain[begin].isupper() and post_at(plain, begin) is not None):
            break  # another person's title, another post: `Bộ trưởng Chủ nhiệm Văn phòng …`
        if lexicon.surnames().get(plain[begin : end + word.end()]) and _CAPITAL_NEXT.match(plain, end + word.end()):
            break  # who holds the next post: `Chủ nhiệm Văn phòng Lê An, …`
        if lower.startswith("công ty", begin - end):  # a company nothing more is known of is no part of the post
            break
        reached = word.end()
    return _of_another(plain, bodies, end + reached) if reached else end


def _of_another(plain: str, bodies: Bodies, end: int) -> int:
    """Where the name of the body ends that the unit before `end` is part of; `end` where none is told."""
    for of in _OF:
        if plain.startswith(of, end) and (reached := bodies.end_of.get(end + len(of))) is not None:
            return reached
    return end


def _chain_before(plain: str, bodies: Bodies, start: int) -> tuple[int | None, int]:
    """Where the posts right before a name begin and end, its titles left out."""
    end = _before_titles(plain, start)
    listed = _OF_SEVERAL.search(plain, max(0, end - 60), end)
    if listed is not None and not _PART_IN_BODY.search(listed["post"]):
        end = listed.end("post")
    term = _TERM.search(plain, max(0, end - 40), end) if plain.endswith(_TERM_ENDS, 0, end) else None
    end = term.start() if term else end
    if plain.endswith(" là", 0, end) and not _PART_IN_BODY.search(plain, max(0, end - 60), end - 3):
        end -= 3  # `Chủ nhiệm dự án là ThS. Lê An`
    reached = end
    first: int | None = None
    for _ in range(4):
        here = IN_VIETNAM.search(plain, max(0, reached - 40), reached)
        here_from = here.start() if here and here.end() == reached else reached
        # `Bộ trưởng Bộ Khoa học và Công nghệ (KH&CN) Lê An`
        short = _SHORT_FORM.search(plain, max(0, here_from - 44), here_from)
        if short and short.start() in bodies.start_of:
            end, reached = (short.start() if reached == end else end), short.start()
        body = bodies.start_of.get(reached) or bodies.start_of.get(here_from)
        begin = _post_of(plain, reached, body)
        if begin is None or (first is not None and plain.endswith(_TO_OTHERS, 0, begin)):
            break
        first = begin
        joint = _JOINT_BEFORE.search(plain, max(0, begin - 8), begin)
        if joint is None:
            break
        reached = joint.start()
    if first is not None and plain.startswith(",", end) and _DECIDES.search(plain, max(0, first - 24), first):
        return None, end  # `theo quyết định của Thủ tướng, ông Lê An …`
    return first, end


def _post_of(plain: str, end: int, body: int | None) -> int | None:
    """Where the post begins that ends with the body from `body` to `end`, with a country, or at `end`; None where none does."""
    if body is not None:
        begin = post_before(plain, body)
        begin = headed_before(plain, body) if begin is None else begin
        if begin is not None:
            return begin
    if (begin := post_before(plain, end)) is not None:
        return begin
    here = IN_VIETNAM.search(plain, max(0, end - 40), end)
    stop = here.start() if here and here.end() == end else end
    words = plain[max(0, stop - 24) : stop].split(" ")
    for count in (3, 2, 1):
        country = " ".join(words[-count:])
        if country.casefold() in lexicon.country_names() and country[:1].isupper():
            return post_before(plain, stop - len(country))
    return None


IN_VIETNAM = Pattern(r" tại (?:Việt Nam|(?:TP\.? ?|[Tt]hành phố )(?:HCM|Hồ Chí Minh))(?!\w)")
_HEADED = ("Ban ", "Phòng ", "Khoa ", "Đoàn ", "Văn phòng ", "Bộ môn ", "Thanh tra ")
_HEAD_OF = Pattern(r"(?<!\w)(?:(?:[Nn]guyên|[Qq]uyền) )?(?:Phó )?(?:[Tt]rưởng|Chánh|Phó) $")


def headed_before(plain: str, body: int) -> int | None:
    """Where the post begins whose last word is the first of the body at `body`: `Phó Trưởng Ban Tuyên giáo …`."""
    head = _HEAD_OF.search(plain, max(0, body - 24), body) if plain.startswith(_HEADED, body) else None
    return head.start() if head else None


FIELD_BEFORE = Pattern(  # `Bộ trưởng Khoa học và Công nghệ Trần An`: the post with the field of its ministry alone
    rf"(?:[Bb]ộ trưởng|[Tt]hứ trưởng) (?!Bộ )[{lexicon.CAPITAL}][{lexicon.SMALL}]+(?:(?: - |, | và | )[{lexicon.CAPITAL}]?[{lexicon.SMALL}]+){{1,8}} $"
)
# `các Phó Giám đốc gồm các ông: Lê An, Trần Bình`: what stands before the titles of the first
_OF_SEVERAL = Pattern(
    r"(?:[Cc]ác|[Hh]ai|[Bb]a|[0-9]) (?P<post>[^,.;:()\n]{5,40}?),? (?:gồm|là)(?: có)?(?: các)?(?: đồng chí| ông| bà)?$"
)
_PART_IN_BODY = Pattern(
    r"(?i:trưởng (?:ban|đoàn|nhóm|tiểu ban)|tổ (?:trưởng|phó)|ủy viên|thư ký|thành viên|hội đồng)[^,;.:]{0,40}$"
)
_DECIDES = Pattern(r"(?:quyết định|chỉ đạo|đề nghị|phân công|ủy quyền|ý kiến|kết luận) của $")
_TERM = Pattern(r",? (?:khóa|khoá|lần thứ) [IVX]{1,6}$")  # `Chủ tịch Hội Nông dân tỉnh khóa IX Lê An`
_TERM_ENDS = ("I", "V", "X")
_JOINT_BEFORE = Pattern(r"(?:,| -|,? kiêm) $")
_SHORT_FORM = Pattern(r" ?\([^()\n]{2,40}\)$")


def _before_titles(plain: str, start: int) -> int:
    """Where what stands before the titles of a name ends: `Giám đốc, TS.` gives the end of `Giám đốc`."""
    end = start
    for _ in range(4):
        title = TITLE_BEFORE.search(plain, max(0, end - 22), end)
        if title is None:
            break
        end = title.start()
    while end > 0 and plain[end - 1] in " ,-:" and end > start - 40:
        end -= 1
    return end


_PREFIX = Pattern(r"^(?:KT|TM|TL|TUQ|Q|Kt)\.\s*")
_SIGNED = Pattern(r"^\(?(?:đã ký|ký tên|ký,? ?đóng dấu).*$", re.IGNORECASE)


def _above(document: Document, span: Span) -> str | None:
    """The post on the line above a name that has its line to itself, as a signature block writes it."""
    plain = document.plain
    line = plain.rfind("\n", max(0, span.start - 200), span.start) + 1 or max(0, span.start - 200)
    before = plain[line : span.start].split("\t")
    if before[-1][: _before_titles(before[-1], len(before[-1]))].strip():
        return None
    for above in reversed(plain[max(0, line - 160) : line].split("\n")[-6:]):
        cells = above.split("\t")
        written = (
            cells[min(len(before), len(cells)) - 1 if len(before) > 1 or not cells[0].strip() else 0].strip()
            or cells[-1].strip()
        )
        if not written or _SIGNED.match(written.casefold()):
            continue
        post = _PREFIX.sub("", written)
        known = post_at(canonical(post), 0)
        return post if known is not None and known >= len(post) - 40 else None
    return None
