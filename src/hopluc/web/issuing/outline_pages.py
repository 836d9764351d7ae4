"""The page of an office's own outline of a report: its parts in order, each with what it is composed of, tried with real figures."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.reporting import Outline, Part, faults, outlines, to_fragment
from hopluc.reporting.compose import printed
from hopluc.reporting.faults import DEEPEST, MOST_PARTS
from hopluc.vietnamese import nfc, slug
from hopluc.web.definitions.forms import LaidHead
from hopluc.web.definitions.headings import Heading
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.rows import Rows, tell
from hopluc.web.definitions.wording import Wording
from hopluc.web.issuing import queries
from hopluc.web.issuing.actions import review_report
from hopluc.web.issuing.block_names import BLOCK_NAMES, BY_HAND, MISSING, proposed_blocks
from hopluc.web.issuing.kept_pages import shown
from hopluc.web.issuing.periods import periods_of
from hopluc.web.pages.asking import lines
from hopluc.web.register.models import Programme

LEVELS = (
    (1, _("Phần (giữa dòng)")),
    (2, _("Mục I., II.")),
    (3, _("Khoản 1., 2.")),
    (4, _("Điểm a), b)")),
)
assert len(LEVELS) == DEEPEST, "each level has its word"


class OutlineHead(LaidHead):
    """What an outline says of itself, and on which programme it is tried."""

    kind = forms.CharField(label=_("Tên loại văn bản"), max_length=60)
    symbol = forms.CharField(label=_("Chữ viết tắt tên loại (trong số, ký hiệu)"), max_length=10)
    summary = forms.CharField(label=_("Trích yếu"), max_length=500, widget=lines(2))
    recipients = forms.CharField(label=_("Nơi nhận, mỗi dòng một nơi"), max_length=5_000, widget=lines(4))
    tried_on = forms.ModelChoiceField(
        Programme.objects.none(),
        label=pgettext_lazy("outline", "Xem trước với số liệu của chương trình"),
        required=False,
        empty_label=_("Chỉ xem các đề mục"),
    )

    def __init__(self, *args: Any, programmes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tried_on"].queryset = programmes  # type: ignore[attr-defined]
        self.fields["tried_on"].initial = programmes.first()


class PartForm(forms.Form):
    """A part: how deep it stands, its number and title, what it is composed of, what it says where nothing is known."""

    level = forms.TypedChoiceField(label=_("Cấp"), choices=LEVELS, coerce=int)
    number = forms.CharField(label=_("Số"), max_length=30, required=False)
    title = forms.CharField(
        label=_("Tiêu đề"),
        max_length=300,
        error_messages={"required": _("Chưa có tiêu đề. Đề nghị ghi tiêu đề hoặc bỏ mục này.")},
    )
    block = forms.ChoiceField(
        label=pgettext_lazy("of a part", "Gồm"), choices=lambda: list(BLOCK_NAMES.items()), required=False
    )
    missing = forms.CharField(label=_("Khi chưa có thông tin, in câu"), max_length=300, required=False)


class WordOutline(Wording):
    """Word an outline."""

    kind = OwnDefinition.Kind.OUTLINE
    template_name = "issuing/word_outline.html"
    heading = _("Soạn đề cương báo cáo")
    told = _("Sửa các mục, đổi thứ tự, chọn mỗi mục gồm nội dung gì; xem trước rồi lưu. Chưa bấm lưu thì chưa có gì thay đổi.")
    file_label = _("Tệp Word có đề cương (đề mục được đánh số), hoặc tệp .yaml đã tải về")
    head_form = OutlineHead
    parts = forms.formset_factory(PartForm, extra=0, max_num=MOST_PARTS, absolute_max=MOST_PARTS)
    new_part: Mapping[str, Any] = {"level": 2, "number": "", "title": "", "block": BY_HAND, "missing": MISSING}

    def shared(self) -> Sequence[Outline]:
        return outlines()

    def head_of(self, made: Outline) -> dict[str, Any]:
        said = {name: getattr(made, name) for name in ("code", "name", "kind", "symbol", "summary", "source")}
        return said | {"recipients": "\n".join(made.recipients)}

    def head_choices(self) -> dict[str, Any]:
        return {"programmes": queries.programmes_composed_by(self.request.user)}

    def rows_of(self, made: Outline) -> Rows:
        return [{name: getattr(part, name) for name in PartForm.base_fields} for part in made.parts]

    def rows_from(self, headings: Sequence[Heading]) -> Rows:
        """What each is composed of is proposed by its words, but of those that stand above others."""
        follow = [*headings[1:], None]
        leaves = [after is None or after.level <= one.level for one, after in zip(headings, follow, strict=True)]
        blocks = iter(proposed_blocks(one.title for one, leaf in zip(headings, leaves, strict=True) if leaf))
        made = []
        for one, leaf in zip(headings, leaves, strict=True):
            title = one.title.replace("{", "(").replace("}", ")")
            filled = {"block": next(blocks), "missing": MISSING} if leaf else {"block": BY_HAND, "missing": ""}
            made.append({"level": one.level, "number": one.number, "title": title} | filled)
        return made

    def said(self, head: OutlineHead, parts: Any) -> Outline | None:
        if not all([head.is_valid(), parts.is_valid()]):
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
        tell(wrong, head, parts)
        return None if wrong else made

    def tried(self, made: Outline, head: OutlineHead) -> dict[str, Any]:
        """Its headings with what each is composed of, and with a programme the report itself."""
        blanks = dict.fromkeys(("period", "plan_period", "programme"), "…")
        headings = [
            {
                "level": part.level,
                "number": part.number,
                "title": printed(part.title, blanks),
                "block": BLOCK_NAMES[part.block],
            }
            for part in made.parts
        ]
        programme = head.cleaned_data["tried_on"]
        if programme is None:
            return {"headings": headings}
        on = timezone.localdate()
        periods = periods_of(queries.ReviewRows(programme, on).tasks)
        report = review_report(programme, made, on=on, periods=periods, address=lambda passage: passage.get_absolute_url())
        return {"headings": headings, "report": shown(to_fragment(report)), "programme": programme}


def _part(said: Mapping[str, Any]) -> Part:
    words = {name: nfc(" ".join(said[name].split())) for name in ("number", "title", "missing")}
    return Part(said["level"], words["title"], words["number"], said["block"], words["missing"])
