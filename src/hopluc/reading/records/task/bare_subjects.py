"""Bare heads that act (chủ thể gọi tắt): `Chi cục sẽ mở …`, each as the body of that kind named before."""

from collections.abc import Iterator
from dataclasses import replace

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import SMALL
from hopluc.reading.records.task.work import Work

# `Chi cục sẽ mở …`, `Nhà trường đã lắp …`: a bare head stands for the body of that kind named last.
_BARE_HEADS = (
    "Sở",
    "Bộ",
    "Viện",
    "Nhà trường",
    "Trường",
    "Học viện",
    "Công ty",
    "Tập đoàn",
    "Chi cục",
    "Tổng cục",
    "Cục",
    "Trung tâm",
    "Ban Chỉ đạo",
    "Ban",
    "Hội",
    "Vụ",
    "Phòng",
    "Quỹ",
)
# Behind a bare head without `đã` or `sẽ`, what may as well go on with a name (`Viện nghiên cứu …`, `Công ty xây dựng …`) is no verb.
_IN_NAMES = (
    "trưởng|phó|trợ|hợp|học|lớp|cổ phần|trách nhiệm|thành phố|quản lý|dược|nghiên cứu|xây dựng|đào tạo|ứng dụng|phát triển|chế biến|kiểm|tư vấn|thiết kế|sản xuất|khai thác|hỗ trợ|giám định|bảo tồn|"
    "xúc tiến|chuyển giao|thông tin|trung|cao đẳng|đại học|tiểu học|phổ thông|mầm non|dạy nghề|điện|công nghệ|khoa học|kỹ thuật|giống|y tế|văn hóa|thương mại|dịch vụ|thủy|nông|lâm"
)
_BARE_UNITS = ("Sở", "Viện", "Nhà trường", "Trường", "Học viện", "Công ty", "Tập đoàn", "Chi cục", "Cục", "Trung tâm")
_BARE = Pattern(
    rf"(?<!\w)(?:(?:{'|'.join(_BARE_HEADS)})(?=\s(?:đã|sẽ|cũng|vừa|đang|còn|tiếp tục|dự kiến)\s[{SMALL}])"
    rf"|(?:{'|'.join(_BARE_UNITS)})(?=\s(?!(?:{_IN_NAMES})(?!\w))[{SMALL}]))"
)
_BARE_WORDS = cues(*_BARE_HEADS, *_BARE_UNITS)
_NAMED_BEFORE = 2_500
_LONGEST_NAME = 160


def bare_subjects(work: Work) -> Iterator[Fact]:
    """Bare heads that act, each as the body it stands for; none where no such body was named before."""
    issuer = dict(head(work.document).spans).get("issuer")
    near = work.found.within("organisation", Span(issuer.start, issuer.end + _LONGEST_NAME)) if issuer else iter(())
    own = next((fact for fact in near if issuer and fact.span.overlaps(issuer)), None)
    for match in cued(work.document, _BARE_WORDS, _BARE):
        named = list(work.found.within("organisation", Span(max(0, match.start() - _NAMED_BEFORE), match.end())))
        if any(fact.span.overlaps(Span(*match.span())) for fact in named):
            continue
        opens = f"{match[0].removeprefix('Nhà ').capitalize()} "
        known = (*([own] if own else []), *reversed(named))
        body = next((fact for fact in known if str(fact.value.canonical or fact.quote).startswith(opens)), None)
        if body is not None:
            yield replace(body, span=Span(*match.span()))
