"""Posts (chức vụ): one person told with two posts of one body, and one post told of two persons at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern, in_small
from hopluc.vietnamese import fold

# The posts that a body has one of, and that are not held beside each other.
_HEAD = (
    r"(?:[Tt]ổng )?[Gg]iám đốc|[Vv]iện trưởng|[Hh]iệu trưởng|[Cc]hủ tịch|[Bb]í thư|[Cc]ục trưởng|[Vv]ụ trưởng|[Cc]hi cục trưởng|[Tt]rưởng phòng|[Tt]rưởng ban|"
    r"[Tt]rưởng Ban|[Cc]hánh [Vv]ăn phòng|[Cc]hánh [Tt]hanh tra|[Bb]ộ trưởng|[Tt]hứ trưởng|[Tt]ổng biên tập|[Cc]hủ nhiệm|[Tt]rưởng khoa|[Tt]rưởng đoàn|[Tt]ổ trưởng|"
    r"[Tt]rưởng tiểu ban|[Tt]rưởng nhóm|[Ủủ]y viên thư ký|[Tt]hư ký|[Kk]ế toán trưởng|[Tt]ổng thư ký|[Tt]rưởng trạm|[Tt]rưởng thôn|[Tt]rưởng bản"
)
_DEPUTY = r"(?P<deputy>[Pp]hó )?"
_TITLE = r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Đđ]ồng chí|(?:P?GS\.? ?)?(?:TSKH|TS|ThS|KS|CN|BS)\.?|[Kk]ỹ sư|[Bb]ác sĩ)"
# "Hoàng Thị Mến, Chủ tịch Hội Phụ nữ xã", right behind a name.
_BEHIND = Pattern(rf"(?:,| -| \(| –| là| làm|:) {_DEPUTY}(?P<post>{_HEAD})\b(?P<of>[^,.;:()\n]{{0,60}})")
# "Phó Chủ tịch Hội Phụ nữ xã ", "Trưởng ban: ông ", right before one.
_BEFORE = Pattern(rf"{_DEPUTY}\b(?P<post>{_HEAD})\b(?P<of>[^,.;:()\n]{{0,60}}?)(?: là|:| -|,)? ?(?:{_TITLE} )*$")
_ANOTHER = Pattern(r"\s(?:và|cùng|với)\s(?:ông|bà|đồng chí|đ/c|P?GS|TS|ThS)\b")
_JOINS = Pattern(r"\b(?:và|cùng|với|thay|cho|của|là|do)\b|[,.;:(]")
# What ties a post to the name before it.
_HELD = Pattern(r"\s?(?:,|-|–|\(|là|làm|:)?\s?(?:(?:nguyên|quyền|đồng chí|hiện là)\s)?")
_VERB = Pattern(
    r" (?:là|làm|cho|đã|phát(?! triển| thanh)|(?<!hương )trình|chủ|nói|khẳng|nhấn|báo|đề(?! án| tài)|kết|chia|trao|và|sẽ|cùng|được|chịu|vừa|trả|thăm|dự (?!án)|ký|yêu)\b.*"
)
# Of boards, one told without its body is of the board that the heading above names.
_OF_BOARDS = frozenset(("chu tich", "truong ban", "chu nhiem", "to truong"))
_FORMER = Pattern(
    r"\b(?:nguyên|cựu|khi đó|lúc đó|thời đó|bấy giờ|quyền(?= (?:giám|chủ|trưởng|viện|hiệu|cục|vụ|bí|chánh))|mới|thay|kiêm|trước đây|được bổ nhiệm|bổ nhiệm|giữ chức)\b",
    re.IGNORECASE,
)
# A sentence that gives somebody a post tells the old one beside the new.
_MOVES = in_small(
    r"\b(?:bổ nhiệm|điều động|luân chuyển|miễn nhiệm|thôi (?:giữ|làm)|giữ chức|nhận chức|nhậm chức|bầu|nghỉ hưu|phân công)\b"
)
_GIVEN = Pattern(r"[^.;\n]{0,120}?\b(?:giữ chức|thôi (?:giữ|làm)|nhận chức|nhậm chức|nghỉ hưu|(?:được )?bổ nhiệm)\b")
# What every match of it holds, and how far it reaches.
_GIVEN_WORDS, _GIVEN_REACH = ("giữ", "nhận chức", "nhậm chức", "nghỉ hưu", "bổ nhiệm", "thôi làm"), 140
_BODY = Pattern(r"[^\W_]+")
# A deputy's place may have been filled anew, and a list of signers holds persons of several years.
_YEARS_APART = Pattern(r"(?:19|20)(?<!\w\d\d)\d\d\b")
# Of these a paper has one, and names no body with them.
_ONE_ALONE, _FEW_HEADS = ("truong doan", "chu nhiem de tai", "chu nhiem du an"), 3
# The papers that tell of one day alone, whatever years they name.
_OF_ONE_DAY = ("biên bản", "giấy mời", "thông báo")
_BACK, _MOST, _MOST_TELLINGS, _HEADED = 90, 120, 12, 160
_EMPTY = frozenset("va cua nay kiem tinh".split())
_FEWEST_WORDS = 2
_PAIR = 2
_LISTED = 24
_MOST_YEARS = 3

CASES = (
    (
        "value_conflict",
        "TS Trần Văn Lộc, {Phó Viện trưởng|Viện trưởng} Viện Hóa học, chủ nhiệm dự án, dự họp.\n\nHội thảo bàn nhiều về đầu ra. Viện trưởng Trần Văn Lộc cho rằng phải đợi thêm.",
    ),
    (
        "value_conflict",
        "TS Trần Văn Lộc, Phó Viện trưởng Viện Hóa học, là chủ nhiệm dự án.\n\nHội thảo bàn nhiều về đầu ra. {Viện trưởng|Phó Viện trưởng} Trần Văn Lộc cho rằng phải đợi thêm.",
    ),
    (
        "value_conflict",
        "Ông Trần Văn Lộc, Giám đốc Sở Y tế tỉnh Tân Lâm, chủ trì. Ông Trần Văn Lộc, {Phó Giám đốc|Giám đốc} Sở Y tế tỉnh Tân Lâm, cho biết kế hoạch.",
    ),
    (
        "value_conflict",
        "{Mời|Bổ nhiệm} ông Trần Văn Lộc, Phó Viện trưởng Viện Hóa học, làm việc.\n\nÔng Trần Văn Lộc, Viện trưởng Viện Hóa học, chịu trách nhiệm thi hành.",
    ),
    (
        "value_conflict",
        "Trưởng đoàn là ông Trần Văn Lộc. Tại buổi làm việc, Trưởng đoàn {Phan Đình Tùng|Trần Văn Lộc} cảm ơn lãnh đạo huyện.",
    ),
    (
        "value_conflict",
        "Viện trưởng Viện Hóa học, TS. Trần Văn Lộc, chủ trì hội đồng.\n\nBiên bản có chữ ký của Viện trưởng Viện Hóa học, {TS. Mai Thế Hoan|TS. Trần Văn Lộc}.",
    ),
    (
        "value_conflict",
        "{Ban do Giám đốc Sở Y tế Trần Văn Lộc|Ban do ông Mai Thế Hoan - Giám đốc Sở Y tế làm Trưởng ban và ông Trần Văn Lộc} - Phó Giám đốc Sở Y tế làm Phó ban.",
    ),
    (
        "value_conflict",
        "Viện trưởng Viện Hóa học, TS. Trần Văn Lộc, {ký biên bản. Viện trưởng Viện Hóa học, TS. Mai Thế Hoan,|TS. Mai Thế Hoan, Viện trưởng Viện Cơ học,} dự họp.",
    ),
    (
        "value_conflict",
        "Phó Chủ tịch: GS Trần Văn Lộc, Chủ nhiệm Chương trình {vật liệu nhẹ; GS Mai Thế Hoan, Chủ nhiệm Chương trình vật liệu nhẹ|đào tạo kỹ sư; GS Mai Thế Hoan, Chủ nhiệm Chương trình vật liệu nhẹ}.",
    ),
    (
        "value_conflict",
        "Ông Trần Văn Lộc, Bộ trưởng Bộ Y tế {làm Trưởng ban. Ông Mai Thế Hoan, Bộ trưởng Bộ Y tế|và ông Mai Thế Hoan, Bộ trưởng Bộ Nội vụ} làm Ủy viên.",
    ),
    (
        "value_conflict",
        "Dự họp có Bộ trưởng Bộ Y tế Trần Văn Lộc, Bộ trưởng Bộ {Y tế Mai Thế Hoan, Bộ trưởng Bộ Tư pháp|Tư pháp Mai Thế Hoan, Bộ trưởng Bộ Nội vụ} Lê Thị Hạnh.",
    ),
    (
        "value_conflict",
        "Dự họp có Thứ trưởng Bộ Y tế Trần Văn Lộc, Thứ trưởng Bộ {Y tế|Khoa học và Công nghệ} Mai Thế Hoan. Thứ trưởng Bộ Y tế Trần Văn Lộc chủ trì.",
    ),
    (
        "value_conflict",
        "Ông Trần Văn Lộc - Bí thư Đảng ủy, Giám đốc Viện Hóa học, {đồng chí Lê Thị Hạnh - Giám đốc Viện Hóa học|đồng chí Lê Thị Hạnh - Chánh Văn phòng Đảng ủy}, cùng dự.",
    ),
    (
        "value_conflict",
        "Các năm 2015, 2016, 2017, 2018 có họp. Điều 1. Ban gồm:\n1. Bà Trang Thị Nhàn, Giám đốc Sở Tài chính - Thành viên;\n2. Ông Thái Bá Dung, Giám đốc Sở {Tài chính|Nội vụ} - Thành viên;",
    ),
    (
        "value_conflict",
        "Bà Lê Thị Hạnh - Viện trưởng Viện Hóa học dự họp. Bà {Nguyễn Thu Hà|Lê Thị Hạnh} - Viện trưởng Viện Hóa học ký thỏa thuận.",
    ),
)


@dataclass(frozen=True, slots=True)
class Post:
    """A person with a post, told at `span`: `kind` the post without `phó`, `deputy` whether it is the deputy's, `of` the words for its body."""

    name: str
    kind: str
    deputy: bool
    of: frozenset[str]
    span: Span


def check_posts(case: Case) -> Iterator[Record]:
    """Persons with two posts of one body, and heads of one body with two names."""
    known = posts_of(case)
    by_name: dict[str, list[Post]] = defaultdict(list)
    for post in known:
        by_name[fold(post.name)].append(post)
    for posts in by_name.values():
        pairs = ((one, other) for one, other in combinations(posts, 2) if is_other_post(one, other))
        pair = next(pairs, None) if _may_differ(posts) else None
        if pair is not None:
            yield _fault(case, pair, f"{pair[0].name} được ghi hai chức vụ")
    heads = [post for post in known if not post.deputy]
    one_day = (head(case.document).doc_type or "").startswith(_OF_ONE_DAY)
    if len(heads) < _PAIR:
        return
    many_years = not one_day and len(set(_YEARS_APART.findall(case.plain))) > _MOST_YEARS
    told = set[str]()
    for one, other in combinations(heads, 2):
        alike = one.kind == other.kind and _are_of_one(case, one, other, [post for post in heads if post.kind == one.kind])
        if alike and many_years and not _are_listed_together(case, one, other):
            continue
        if alike and one.kind not in told and _are_two(one, other):
            told.add(one.kind)
            yield _fault(case, (one, other), "Một chức vụ ghi hai người")


def _are_listed_together(case: Case, one: Post, other: Post) -> bool:
    """Whether both are told in items of one numbered list that name no year."""
    places = [case.layout.at(post.span.start) for post in (one, other)]
    blocks = [case.layout.blocks[place] for place in places if place is not None]
    if len(blocks) < _PAIR or any(block.number is None or _YEARS_APART.search(case.plain, *block.body) for block in blocks):
        return False
    first, second = blocks
    return first is not second and (first.parent, first.style) == (second.parent, second.style)


def posts_of(case: Case) -> list[Post]:
    """Every post a document tells of a person, in order."""
    return case.view(_all_posts)


def _all_posts(case: Case) -> list[Post]:
    names = {fact.value.name for fact in case.found.of("person")[:_MOST] if " " in fact.value.name}
    return sorted((post for name in names for post in _posts(case, name)), key=lambda post: post.span)


def _posts(case: Case, name: str) -> Iterator[Post]:
    """The posts that are told right before a person's name or right behind it, wherever it stands."""
    plain = case.plain
    at = plain.find(name)
    for _ in range(_MOST_TELLINGS):
        if at < 0:
            return
        end = at + len(name)
        line = max(case.sentence(Span(at, end)).start, *(plain.rfind(mark, max(0, at - _BACK), at) + 1 for mark in "\n;"))
        start = max(line, at - _BACK)
        told = any(map(plain[end : end + _GIVEN_REACH].__contains__, _GIVEN_WORDS))
        if (told and _GIVEN.match(plain, end)) or _MOVES.search(case.small, line, at):
            at = plain.find(name, end)
            continue
        for found in (_before(case, start, at), *_behind(case, end)):
            if found is not None and not _FORMER.search(plain, max(line, found.start() - 12), found.end()):
                yield _post(name, found, Span(min(at, found.start()), max(end, found.end("post"))))
        at = plain.find(name, end)


def _before(case: Case, start: int, at: int) -> re.Match[str] | None:
    """The post told right before a name; none that is told behind the name before: `ông A - Giám đốc Sở X và ông B`."""
    found = _BEFORE.search(case.plain, start, at)
    if found is None:
        return None
    others = case.found.within("person", Span(max(0, found.start() - _BACK), found.start()))
    before = max((fact.span.end for fact in others), default=None)
    if before is None or (found["of"] and not case.plain[found.end("of") : at].strip()):
        return found  # right before the name: `Bộ trưởng A, Bộ trưởng Bộ Y tế B`
    behind_other = any(post.start() <= found.start() < post.end() for post in _behind(case, before))
    return None if behind_other or _HELD.fullmatch(case.plain, before, found.start()) else found


def _is_next_ones(case: Case, found: re.Match[str]) -> bool:
    """Whether a post told behind a name is that of the person right behind it: `Bộ trưởng A, Bộ trưởng Bộ Y tế Lê Văn Bình`."""
    after = case.found.first("person", Span(found.end("post"), found.end() + 1))
    if after is None:
        return False
    between = Span(found.end("post"), after.span.start)
    bodies = [body.span for body in case.found.within("organisation", between)]
    joins = _JOINS.finditer(case.plain, *between)  # the `và` of a body's own name joins nobody
    return all(any(body.start <= join.start() < body.end for body in bodies) for join in joins)


def _behind(case: Case, end: int) -> Iterator[re.Match[str]]:
    """The posts told one after another behind a name."""
    found = _BEHIND.match(case.plain, end)
    while found is not None and not _is_next_ones(case, found):
        yield found
        found = None if _ANOTHER.search(found["of"]) else _BEHIND.match(case.plain, found.end())


def _post(name: str, found: re.Match[str], span: Span) -> Post:
    of = frozenset(_BODY.findall(fold(_VERB.sub("", found["of"])))) - _EMPTY
    return Post(name, fold(found["post"]), found["deputy"] is not None, of, span)


def is_other_post(one: Post, other: Post) -> bool:
    """Whether one is the deputy of the other, of one body under a longer or shorter name."""
    return one.kind == other.kind and one.deputy != other.deputy and (one.of <= other.of or other.of <= one.of)


def _may_differ(posts: list[Post]) -> bool:
    """Whether a post told without its body cannot be of another one: its holder is told with no third post of the kind."""
    bare = {post.kind for post in posts if not post.of}
    return all(len({(post.deputy, post.of) for post in posts if post.kind == kind}) <= _PAIR for kind in bare)


def _are_of_one(case: Case, one: Post, other: Post, alike: list[Post]) -> bool:
    """Whether two posts are of one body: named alike, or the one without a name under the head that names the other's."""
    if one.of == other.of:
        if not one.of and one.kind in _ONE_ALONE and len(alike) <= _FEW_HEADS:
            return True
        secretaries = one.kind == "uy vien thu ky" and len(alike) == _PAIR
        return secretaries or len(one.of) >= (1 if one.kind in _OF_BOARDS else _FEWEST_WORDS)
    bare, named = (one, other) if not one.of else (other, one)
    if bare.of or bare.kind not in _OF_BOARDS or len(named.of) < _FEWEST_WORDS:
        return False
    line = case.plain.rfind("\n", 0, bare.span.start) + 1
    if bare.span.start - line > _LISTED and ":" not in case.words(bare.span):
        return False  # told in passing, neither in a list under a heading nor as "Trưởng ban: ông A"
    before = case.document.folded[max(0, bare.span.start - _HEADED) : bare.span.start]
    return named.of <= frozenset(_BODY.findall(before))


def _are_two(one: Post, other: Post) -> bool:
    """Whether two names are of two persons: they share no more than one word, so that none is a slip or a short form of the other."""
    first, second = (set(fold(post.name).split()) for post in (one, other))
    return len(first & second) < _FEWEST_WORDS and min(len(first), len(second)) > 1


def _fault(case: Case, pair: tuple[Post, Post], what: str) -> Record:
    told = " và ".join(quoted(case.words(post.span)) for post in pair)
    return fault("value_conflict", f"{what}: {told}.", [post.span for post in pair])
