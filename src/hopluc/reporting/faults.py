"""What is wrong with an outline as an office changed it: every fault with the part it is in, in words for the person."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from hopluc.errors import WrongDefinition
from hopluc.reporting.compose import BLOCKS, NESTED
from hopluc.reporting.outline import Outline, Part

BLANKS = ("period", "plan_period", "programme")
"""What a title or the summary may leave to be filled in."""
DEEPEST = 4
"""Part, section, clause, point (phần, mục, khoản, điểm): Decree 30/2020/NĐ-CP, Annex I, has no deeper one."""
MOST_PARTS = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the place of its part in the outline (None: the outline itself), the field, and what is wrong and what to do."""

    place: int | None
    field: str
    reason: str


def faults(outline: Outline) -> Iterator[Fault]:
    """Everything wrong with an outline that has the right shape; nothing where a report can be composed by it."""
    if not outline.parts:
        yield Fault(None, "parts", "đề cương chưa có mục nào; cần ít nhất một mục")
    if len(outline.parts) > MOST_PARTS:
        yield Fault(None, "parts", f"đề cương có quá {MOST_PARTS} mục; đề nghị gộp bớt")
    yield from (Fault(None, "summary", reason) for reason in _wrong_blanks(outline.summary))
    above = 1  # an outline without parts (phần) begins with its sections (mục)
    for place, part in enumerate(outline.parts):
        yield from _of_part(place, part, above)
        above = part.level


def refuse_faulty(outline: Outline, file: str) -> None:
    """Raise WrongDefinition, naming the file and the part, for the first fault of an outline."""
    for fault in faults(outline):
        key = fault.field if fault.place is None else outline.parts[fault.place].title or f"mục thứ {fault.place + 1}"
        raise WrongDefinition(file=file, key=key, reason=fault.reason)


def _of_part(place: int, part: Part, above: int) -> Iterator[Fault]:
    if not part.title.strip():
        yield Fault(place, "title", "chưa có tiêu đề; ghi tiêu đề hoặc bỏ mục này")
    yield from (Fault(place, "title", reason) for reason in _wrong_blanks(part.title))
    if not 1 <= part.level <= DEEPEST:
        yield Fault(place, "level", f"cấp {part.level} không có; chọn cấp từ 1 đến {DEEPEST}")
    elif part.level > above + 1:
        before = f"sau một mục cấp {above}" if place else "mục đầu tiên"
        yield Fault(place, "level", f"cấp {part.level} quá sâu ({before}); chọn cấp {above + 1} hoặc nhỏ hơn")
    elif part.level == DEEPEST and part.block in NESTED:
        yield Fault(place, "level", f"khối nội dung này có tiêu đề riêng bên trong; chọn cấp {DEEPEST - 1} hoặc nhỏ hơn")
    if part.block and part.block not in BLOCKS:
        yield Fault(place, "block", f'không có khối nội dung "{part.block}"')


def _wrong_blanks(text: str) -> Iterator[str]:
    """What is wrong with the blanks of a text, such as `{perod}` or a brace left open."""
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        yield "có dấu ngoặc nhọn không thành cặp; bỏ dấu { hoặc } thừa"
        return
    known = ", ".join(f"{{{name}}}" for name in BLANKS)
    yield from (f"không có ô trống {{{name}}}; chỉ dùng {known}" for name in names if name not in BLANKS)
