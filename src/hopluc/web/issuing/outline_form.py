"""An outline on a page: what it says of itself, its parts in order, each composed of a block; steps that change the order alone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hopluc.load import as_yaml
from hopluc.reporting import Fault, Outline, Part, faults, outlines
from hopluc.reporting.faults import DEEPEST, MOST_PARTS
from hopluc.vietnamese import nfc, slug
from hopluc.web.asking import Day, lines
from hopluc.web.definitions.actions import Worded
from hopluc.web.definitions.headings import Heading
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.edge import number_in
from hopluc.web.issuing.block_names import BLOCK_NAMES, BY_HAND, MISSING, proposed_blocks
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme

NEW = ""
"""The code of an outline that stands in place of none."""
PREFIX = "muc"
LEVELS = (
    (1, gettext_lazy("Phần (giữa dòng)")),
    (2, gettext_lazy("Mục I., II.")),
    (3, gettext_lazy("Khoản 1., 2.")),
    (4, gettext_lazy("Điểm a), b)")),
)
assert len(LEVELS) == DEEPEST, "each level has its word"


class OutlineHead(forms.Form):
    """What an outline says of itself, whose it is and from when it holds; on which programme it is tried."""

    owner = forms.ModelChoiceField(Organisation.objects.none(), label=gettext_lazy("Cơ quan"), empty_label=None)
    code = forms.ChoiceField(label=gettext_lazy("Lưu thành"), required=False)
    name = forms.CharField(label=gettext_lazy("Tên đề cương"), max_length=300)
    kind = forms.CharField(label=gettext_lazy("Tên loại văn bản"), max_length=60)
    symbol = forms.CharField(label=gettext_lazy("Chữ viết tắt tên loại (trong số, ký hiệu)"), max_length=10)
    summary = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=500, widget=lines(2))
    recipients = forms.CharField(label=gettext_lazy("Nơi nhận, mỗi dòng một nơi"), max_length=5_000, widget=lines(4))
    since = Day(label=gettext_lazy("Có hiệu lực từ ngày"))
    source = forms.CharField(
        label=gettext_lazy("Căn cứ (văn bản, kết luận nào)"), max_length=1_000, widget=lines(2), required=True
    )
    tried_on = forms.ModelChoiceField(
        Programme.objects.none(),
        label=pgettext_lazy("outline", "Xem trước với số liệu của chương trình"),
        required=False,
        empty_label=gettext_lazy("Chỉ xem các đề mục"),
    )

    def __init__(
        self, *args: Any, organisations: Any, programmes: Any, codes: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["tried_on"].queryset = programmes  # type: ignore[attr-defined]
        self.fields["code"].choices = [*codes, (NEW, _("Đề cương mới, không thay đề cương nào"))]  # type: ignore[attr-defined]


class PartForm(forms.Form):
    """A part: how deep it stands, its number and title, what it is composed of, what it says where nothing is known."""

    level = forms.TypedChoiceField(label=gettext_lazy("Cấp"), choices=LEVELS, coerce=int)
    number = forms.CharField(label=gettext_lazy("Số"), max_length=30, required=False)
    title = forms.CharField(
        label=gettext_lazy("Tiêu đề"),
        max_length=300,
        error_messages={"required": gettext_lazy("Chưa có tiêu đề. Đề nghị ghi tiêu đề hoặc bỏ mục này.")},
    )
    block = forms.ChoiceField(
        label=pgettext_lazy("of a part", "Gồm"), choices=lambda: list(BLOCK_NAMES.items()), required=False
    )
    missing = forms.CharField(label=gettext_lazy("Khi chưa có thông tin, in câu"), max_length=300, required=False)


Parts: Any = forms.formset_factory(PartForm, extra=0, max_num=MOST_PARTS, absolute_max=MOST_PARTS)
FIELDS = tuple(PartForm.base_fields)
Rows = list[dict[str, Any]]


def codes_for(own: Iterable[OwnDefinition]) -> list[tuple[str, str]]:
    """The outlines a version may be saved as the next of: the shared ones, then the office's own."""
    shared = [(one.code, _("Bản riêng thay cho: %(name)s") % {"name": one.name}) for one in outlines()]
    known = {code for code, _name in shared}
    return [*shared, *((row.code, row.name) for row in own if row.code not in known)]


def rows_of(outline: Outline) -> Rows:
    """The parts of an outline as rows of the page."""
    return [{name: getattr(part, name) for name in FIELDS} for part in outline.parts]


def rows_from(headings: Sequence[Heading]) -> Rows:
    """Headings read from a file as rows; what each is composed of is proposed by its words, but of those that stand above others."""
    leaves = [
        place + 1 == len(headings) or headings[place + 1].level <= heading.level for place, heading in enumerate(headings)
    ]
    blocks = iter(proposed_blocks(heading.title for heading, leaf in zip(headings, leaves, strict=True) if leaf))
    made = []
    for heading, leaf in zip(headings, leaves, strict=True):
        title = heading.title.replace("{", "(").replace("}", ")")
        row: dict[str, Any] = {"level": heading.level, "number": heading.number, "title": title}
        made.append(row | ({"block": next(blocks), "missing": MISSING} if leaf else {"block": BY_HAND, "missing": ""}))
    return made


def head_of(outline: Outline) -> dict[str, Any]:
    """What an outline says of itself, as the page asks it."""
    said = {name: getattr(outline, name) for name in ("code", "name", "kind", "symbol", "summary", "source")}
    return said | {"recipients": "\n".join(outline.recipients)}


def rows_posted(data: Mapping[str, str]) -> Rows:
    """The rows as they stand on the page sent, unchecked."""
    many = min(number_in(data.get(f"{PREFIX}-TOTAL_FORMS")) or 0, MOST_PARTS)
    return [{name: data.get(f"{PREFIX}-{place}-{name}", "") for name in FIELDS} for place in range(many)]


def stepped(rows: Rows, step: str) -> Rows:
    """The rows once a step that changes their order is taken: `len:3`, `xuong:3`, `them:3` (a new one after it), `bo:3`; `them` at the end."""
    rows, (verb, _colon, said) = list(rows), step.partition(":")
    place = number_in(said)
    if verb == "them" and len(rows) < MOST_PARTS:
        after = len(rows) - 1 if place is None else min(place, len(rows) - 1)
        level = rows[after]["level"] if rows else 2
        rows.insert(after + 1, {"level": level, "number": "", "title": "", "block": BY_HAND, "missing": MISSING})
    elif place is not None and place < len(rows):
        if verb == "bo":
            del rows[place]
        other = {"len": place - 1, "xuong": place + 1}.get(verb, -1)
        if 0 <= other < len(rows):
            rows[place], rows[other] = rows[other], rows[place]
    return rows


def outline_said(head: OutlineHead, parts: Any) -> Outline | None:
    """The outline the page says; None, the faults told beside their fields, where no report can be composed by it."""
    sound = [head.is_valid(), parts.is_valid()]
    if not all(sound):
        return None
    said = head.cleaned_data
    made = Outline(
        code=said["code"] or slug(said["name"])[:60].strip("-"),
        name=nfc(said["name"]),
        kind=nfc(said["kind"]),
        summary=nfc(" ".join(said["summary"].split())),
        symbol=nfc(said["symbol"]),
        source=nfc(" ".join(said["source"].split())),
        parts=tuple(_part(form.cleaned_data) for form in parts),
        recipients=tuple(nfc(line.strip()) for line in said["recipients"].splitlines() if line.strip()),
    )
    wrong = list(faults(made))
    for fault in wrong:
        _tell(fault, head, parts)
    return None if wrong else made


def refuse_known_code(head: OutlineHead, made: Outline, known: Iterable[OwnDefinition]) -> None:
    """A new outline by a name that another bears already would become the next version of that one: refused, with what to do."""
    if head.cleaned_data["code"] == NEW and made.code in {*(one.code for one in outlines()), *(row.code for row in known)}:
        raise ValidationError(
            {"name": _("Cơ quan đã có đề cương tên này. Đề nghị đặt tên khác, hoặc chọn đề cương ấy ở ô “Lưu thành”.")}
        )


def worded(made: Outline) -> Worded:
    """An outline as it is saved."""
    return Worded(OwnDefinition.Kind.OUTLINE, made.code, made.name, as_yaml(made))


def today() -> date:
    """The day a version holds from, where no other is said."""
    return timezone.localdate()


def _part(said: Mapping[str, Any]) -> Part:
    words = {name: nfc(" ".join(said[name].split())) for name in ("number", "title", "missing")}
    return Part(said["level"], words["title"], words["number"], said["block"], words["missing"])


def _tell(fault: Fault, head: OutlineHead, parts: Any) -> None:
    reason = f"{fault.reason[:1].upper()}{fault.reason[1:]}."
    if fault.place is not None:
        parts.forms[fault.place].add_error(fault.field, reason)
    else:
        head.add_error(fault.field if fault.field in head.fields else None, reason)
