"""The outline of a return (đề cương, biểu gửi đơn vị): what each agency is asked, as data under `definitions/returns/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hopluc.errors import WrongDefinition
from hopluc.load import definitions_folder, load_mapping, mapping_in
from hopluc.reporting.faults import Fault

KINDS = ("result", "shortcoming", "cause", "plan", "recommendation")
"""The types of narrative a part may open, in the order of every report."""
MOST_ASKED = 200


@dataclass(frozen=True, slots=True)
class AskedFigure:
    """A figure asked of each agency: what is counted, and in what."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part: its number and title, the type of narrative under it ("" as its words say), the figures asked there.

    `each_strand`: in its place stands one part for each strand of the programme, under the strand's own title.
    """

    title: str
    number: str = ""
    kind: str = ""
    each_strand: bool = False
    figures: tuple[AskedFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnOutline:
    """What agencies are asked in a round."""

    code: str
    name: str
    source: str
    parts: tuple[AskedPart, ...]


@cache
def return_outlines() -> tuple[ReturnOutline, ...]:
    """Every return outline that comes with the package, by file name. Raises WrongDefinition."""
    files = sorted((definitions_folder() / "returns").glob("*.yaml"))
    return tuple(load_mapping(file, ReturnOutline) for file in files)


def return_outline_in(text: str, name: str) -> ReturnOutline:
    """The return outline a YAML text gives, checked; `name` is its file's. Raises WrongDefinition."""
    made = mapping_in(text, name, ReturnOutline)
    refuse_faulty_return(made, name)
    return made


def return_faults(outline: ReturnOutline) -> Iterator[Fault]:
    """Everything wrong with a return outline that has the right shape."""
    if not outline.parts:
        yield Fault(None, "parts", "đề cương chưa có mục nào; cần ít nhất một mục")
    if sum(1 + len(part.figures) for part in outline.parts) > MOST_ASKED:
        yield Fault(None, "parts", f"đề cương có quá {MOST_ASKED} mục và dòng số liệu; đề nghị gộp bớt")
    for place, part in enumerate(outline.parts):
        yield from _of_part(place, part)


def refuse_faulty_return(outline: ReturnOutline, file: str) -> None:
    """Raise WrongDefinition, naming the file and the part, for the first fault of a return outline."""
    for fault in return_faults(outline):
        key = fault.field if fault.place is None else outline.parts[fault.place].title or f"mục thứ {fault.place + 1}"
        raise WrongDefinition(file=file, key=key, reason=fault.reason)


def _of_part(place: int, part: AskedPart) -> Iterator[Fault]:
    if not part.title.strip():
        yield Fault(place, "title", "chưa có tiêu đề; ghi tiêu đề hoặc bỏ mục này")
    if part.kind and part.kind not in KINDS:
        yield Fault(place, "kind", f'không có loại nội dung "{part.kind}"; chọn một trong {", ".join(KINDS)}')
    seen = set()
    for figure in part.figures:
        key = (figure.name.casefold(), figure.unit.casefold())
        if not figure.name.strip():
            yield Fault(place, "figures", "có dòng số liệu chưa ghi nội dung; ghi nội dung hoặc bỏ dòng ấy")
        elif key in seen:
            yield Fault(place, "figures", f'dòng số liệu "{figure.name}" có hai lần; bỏ một dòng')
        seen.add(key)
