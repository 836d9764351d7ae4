"""Posts (chức vụ): one person told with two posts of one body, and one post told of two persons at one time."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

# The posts that a body has one of, and that are not held beside each other.
_HEADS = Pattern(
    r"(?P<deputy>pho )?(?P<post>(?:tong )?giam doc|vien truong|hieu truong|chu tich|bi thu|cuc truong|vu truong|chi cuc truong|truong phong|"
    r"truong ban|chanh van phong|chanh thanh tra|bo truong|thu truong|tong bien tap|chu nhiem|truong khoa|giam doc)\b(?P<of>.*)"
)
# Of these, one told without its body is of the body told before.
_OF_ONE_BODY = frozenset(
    (
        "vien truong",
        "hieu truong",
        "cuc truong",
        "vu truong",
        "chi cuc truong",
        "truong khoa",
        "giam doc",
        "tong giam doc",
        "tong bien tap",
    )
)
_FORMER = Pattern(
    r"\b(?:nguyên|cựu|khi đó|lúc đó|thời đó|bấy giờ|quyền|mới|thay|kiêm|trước đây|được bổ nhiệm|bổ nhiệm|giữ chức)\b",
    re.IGNORECASE,
)
_BODY = Pattern(r"[^\W_]+")
# A deputy's place may have been filled anew, and a list of signers holds persons of several years.
_YEARS_APART = Pattern(r"(?:19|20)(?<!\w\d\d)\d\d\b")
_BACK, _MOST = 60, 120
_FEWEST_WORDS = 2
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
        "Bà Lê Thị Hạnh - Viện trưởng Viện Hóa học dự họp. Bà {Nguyễn Thu Hà|Lê Thị Hạnh} - Viện trưởng Viện Hóa học ký thỏa thuận.",
    ),
)


@dataclass(frozen=True)
class Post:
    """A person with a post: `kind` the post without `phó`, `deputy` whether it is the deputy's, `of` the words for its body."""

    fact: Fact
    kind: str
    deputy: bool
    of: frozenset[str]


def check_posts(case: Case) -> Iterator[Record]:
    """Persons with two posts of one body, and heads of one body with two names."""
    placed = [fact for fact in case.found.of("person")[:_MOST] if fact.value.position]
    again = Counter(told for fact in placed for told in (fact.value.name, *fact.value.position.split(", ")))
    repeated = (fact for fact in placed if max(again[told] for told in (fact.value.name, *fact.value.position.split(", "))) > 1)
    known = [post for fact in repeated for post in _posts(case, fact)]
    by_name: dict[str, list[Post]] = defaultdict(list)
    for post in known:
        by_name[fold(post.fact.value.name)].append(post)
    for posts in by_name.values():
        pairs = ((one, other) for one, other in combinations(posts, 2) if _is_other_post(one, other))
        pair = next(pairs, None) if _may_differ(posts) else None
        if pair is not None:
            yield _fault(case, pair, f"{pair[0].fact.quote} được ghi hai chức vụ")
    heads = [post for post in known if not post.deputy and post.of]
    if len(heads) < 2 or len(set(_YEARS_APART.findall(case.plain))) > _MOST_YEARS:
        return
    told = set[str]()
    for one, other in combinations(heads, 2):
        if one.kind == other.kind and one.of == other.of and one.kind not in told and _are_two(one, other):
            told.add(one.kind)
            yield _fault(case, (one, other), "Một chức vụ ghi hai người")


def _posts(case: Case, fact: Fact) -> Iterator[Post]:
    """The posts of a person, told one after another."""
    for position in fact.value.position.split(", "):
        post = _post(case, fact, position)
        if post is not None:
            yield post


def _post(case: Case, fact: Fact, position: str) -> Post | None:
    if _FORMER.search(position):
        return None
    before = case.plain[max(0, fact.span.start - _BACK) : fact.span.start].rpartition("\n")[2]
    after = case.plain[fact.span.end : fact.span.end + len(position) + 6]
    found = _HEADS.fullmatch(fold(position))
    if found is None or _FORMER.search(before.rpartition(". ")[2]) or _FORMER.search(after):
        return None
    of = frozenset(_BODY.findall(found["of"]))
    known = len(of) >= _FEWEST_WORDS or (not of and found["post"] in _OF_ONE_BODY)
    return Post(fact, found["post"], found["deputy"] is not None, of) if known else None


def _is_other_post(one: Post, other: Post) -> bool:
    """Whether one is the deputy of the other, of one body under a longer or shorter name."""
    return one.kind == other.kind and one.deputy != other.deputy and (one.of <= other.of or other.of <= one.of)


def _may_differ(posts: list[Post]) -> bool:
    """Whether a post told without its body cannot be of another one: its holder is told with no third post of the kind."""
    bare = {post.kind for post in posts if not post.of}
    return all(len({(post.deputy, post.of) for post in posts if post.kind == kind}) == _FEWEST_WORDS for kind in bare)


def _are_two(one: Post, other: Post) -> bool:
    """Whether two names are of two persons: they share no more than one word, so that none is a slip or a short form of the other."""
    first, second = (set(fold(post.fact.value.name).split()) for post in (one, other))
    return len(first & second) < _FEWEST_WORDS and min(len(first), len(second)) > 1


def _fault(case: Case, pair: tuple[Post, Post], what: str) -> Record:
    spans = []
    for post in pair:
        near = Span(
            max(0, post.fact.span.start - 4), min(len(case.plain), post.fact.span.end + len(post.fact.value.position) + 4)
        )
        at = case.plain.find(post.fact.value.position.split(" ")[-1], near.start, near.end)
        spans.append(
            post.fact.span if at < 0 else Span(post.fact.span.start, at + len(post.fact.value.position.split(" ")[-1]))
        )
    told = " và ".join(quoted(f"{post.fact.quote}, {post.fact.value.position}") for post in pair)
    return fault("value_conflict", f"{what}: {told}.", [span for span in spans if span.end > span.start])
