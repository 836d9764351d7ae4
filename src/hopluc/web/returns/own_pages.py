"""The pages of what an office words for its rounds: its own regime of reporting, and the outline of what each agency is asked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hopluc.regimes import LATEST_CUT_OFF, OwnRegime, Regime, nearest_window, regime_faults, shared_regimes, window_of
from hopluc.reporting import AskedFigure, AskedPart, ReturnOutline, return_faults, return_outlines
from hopluc.reporting.faults import MOST_PARTS
from hopluc.vietnamese import nfc, slug
from hopluc.web.definitions.forms import LaidHead
from hopluc.web.definitions.headings import Heading
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by, in_force
from hopluc.web.definitions.rows import Rows, tell
from hopluc.web.definitions.wording import Wording
from hopluc.web.pages.asking import lines
from hopluc.web.register.models import Statement
from hopluc.web.returns.forms import figure_typed
from hopluc.web.returns.laid import headings_of
from hopluc.web.returns.models import NARRATIVE

BY_WORDS = ""
MONTHS = ((1, _("Tháng")), (3, _("Quý")), (6, _("6 tháng đầu năm")), (9, _("9 tháng")), (12, _("Năm")))
MONTHS_AFTER = ((0, _("của tháng cuối kỳ")), (1, _("của tháng sau")), (2, _("của 2 tháng sau")), (3, _("của 3 tháng sau")))
FIELDS_OF = {"months": "months", "cut_off_day": "cut_off", "working_days": "working_days", "due_day": "due_day"}
"""The key of a regime that a fault names, and the field of the page that says it."""


def _cut_offs() -> Iterator[tuple[int, str]]:
    yield 0, gettext("ngày cuối tháng")
    yield from ((day, gettext("ngày %(day)s") % {"day": day}) for day in range(1, LATEST_CUT_OFF + 1))


class RegimeHead(LaidHead):
    """What a regime says: how long its periods are, when they end, by when it is due, who reports."""

    months = forms.TypedChoiceField(label=_("Kỳ báo cáo"), choices=MONTHS, coerce=int)
    cut_off = forms.TypedChoiceField(
        label=_("Chốt số liệu hết ngày nào của tháng cuối kỳ"), choices=lambda: list(_cut_offs()), coerce=int
    )
    working_days = forms.IntegerField(label=_("Gửi sau ngày chốt bao nhiêu ngày làm việc"), min_value=0, max_value=60)
    due_day = forms.IntegerField(
        label=_("Hoặc gửi trước hết ngày cố định (1 đến 31; 0 là ngày cuối tháng; bỏ trống thì tính theo ngày làm việc)"),
        min_value=0,
        max_value=31,
        required=False,
    )
    due_after = forms.TypedChoiceField(label=_("Ngày cố định ấy là"), choices=MONTHS_AFTER, coerce=int, required=False)
    agencies = forms.CharField(
        label=_("Đơn vị báo cáo, mỗi dòng một đơn vị, theo thứ tự (bỏ trống thì như kỳ trước)"),
        max_length=60_000,
        widget=lines(8),
        required=False,
    )
    outline = forms.ChoiceField(label=_("Đề cương, biểu gửi đơn vị"), required=False)

    def __init__(self, *args: Any, outlines: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outline"].choices = [("", _("Như kỳ trước")), *outlines]  # type: ignore[attr-defined]


class WordRegime(Wording):
    """Word a regime."""

    kind = OwnDefinition.Kind.REGIME
    template_name = "returns/word_regime.html"
    heading = _("Soạn chế độ báo cáo")
    told = _(
        "Kỳ dài bao lâu, chốt số liệu ngày nào, gửi khi nào, đơn vị nào báo cáo; kỳ sau bắt đầu ngay sau ngày chốt của kỳ trước."
    )
    head_form = RegimeHead

    def shared(self) -> Sequence[OwnRegime]:
        return shared_regimes(timezone.localdate())

    def head_of(self, made: OwnRegime) -> dict[str, Any]:
        regime = made.regime
        said = {name: getattr(regime, name) for name in ("code", "name", "source", "months", "working_days", "due_day")}
        said |= {"cut_off": regime.cut_off_day, "due_after": regime.due_after}
        return said | {"agencies": "\n".join(made.agencies), "outline": made.outline}

    def head_choices(self) -> dict[str, Any]:
        owners = definitions_seen_by(self.request.user).order_by().values("owner")
        own = in_force(owners, OwnDefinition.Kind.RETURN, timezone.localdate())
        named = {one.code: one.name for one in return_outlines()} | {row.code: row.name for row in own}
        return {"outlines": list(named.items())}

    def said(self, head: RegimeHead, parts: Any) -> OwnRegime | None:
        if not head.is_valid():
            return None
        said = head.cleaned_data
        cut_off = said["cut_off"]
        regime = Regime(
            code=said["code"] or slug(said["name"])[:60].strip("-"),
            name=nfc(" ".join(said["name"].split())),
            months=said["months"],
            begins_before=1 if cut_off else 0,
            first_day=cut_off + 1,
            cut_off_day=cut_off,
            working_days=said["working_days"],
            source=nfc(" ".join(said["source"].split())),
            due_day=said["due_day"],
            due_after=said["due_after"] or 0 if said["due_day"] is not None else 0,
        )
        wrong = list(regime_faults(regime))
        for key, reason in wrong:
            head.add_error(FIELDS_OF[key], f"{reason[:1].upper()}{reason[1:]}.")
        agencies = dict.fromkeys(nfc(" ".join(line.split()))[:300] for line in said["agencies"].splitlines() if line.strip())
        return None if wrong else OwnRegime(regime, tuple(agencies), said["outline"])

    def tried(self, made: OwnRegime, head: RegimeHead) -> dict[str, Any]:
        """The period to report on next, and all of its year."""
        following = nearest_window(made.regime, timezone.localdate())
        year = following.last.year
        windows = [window_of(made.regime, year, place) for place in range(1, made.regime.in_a_year + 1)]
        return {"following": following, "windows": windows, "agencies": made.agencies}


class AskedForm(forms.Form):
    """A part of what agencies are asked: number, title, type of narrative, and the figures asked under it."""

    number = forms.CharField(label=_("Số"), max_length=30, required=False)
    title = forms.CharField(
        label=_("Tiêu đề"),
        max_length=300,
        error_messages={"required": _("Chưa có tiêu đề. Đề nghị ghi tiêu đề hoặc bỏ mục này.")},
    )
    kind = forms.ChoiceField(
        label=_("Loại nội dung"),
        choices=lambda: [(BY_WORDS, _("Theo tiêu đề")), *((kind.value, kind.label) for kind in map(Statement.Kind, NARRATIVE))],
        required=False,
    )
    figures = forms.CharField(
        label=_("Số liệu hỏi, mỗi dòng một số: nội dung (đơn vị tính)"), max_length=20_000, widget=lines(3), required=False
    )
    each_strand = forms.BooleanField(label=_("Lặp lại cho mỗi nội dung hợp tác"), required=False)


class WordReturnOutline(Wording):
    """Word the outline of a return."""

    kind = OwnDefinition.Kind.RETURN
    template_name = "returns/word_return_outline.html"
    heading = _("Soạn đề cương, biểu gửi đơn vị")
    told = _(
        "Mỗi đơn vị được đề nghị báo cáo những mục nào, số liệu nào; xem trước rồi lưu. Chưa bấm lưu thì chưa có gì thay đổi."
    )
    file_label = _("Tệp Word có đề cương (đề mục được đánh số), hoặc tệp .yaml đã tải về")
    parts = forms.formset_factory(AskedForm, extra=0, max_num=MOST_PARTS, absolute_max=MOST_PARTS)
    new_part: Mapping[str, Any] = {"number": "", "title": "", "kind": BY_WORDS, "figures": "", "each_strand": ""}

    def shared(self) -> Sequence[ReturnOutline]:
        return return_outlines()

    def head_of(self, made: ReturnOutline) -> dict[str, Any]:
        return {"code": made.code, "name": made.name, "source": made.source}

    def rows_of(self, made: ReturnOutline) -> Rows:
        return [
            {
                "number": part.number,
                "title": part.title,
                "kind": part.kind,
                "figures": "\n".join(f"{one.name} ({one.unit})" if one.unit else one.name for one in part.figures),
                "each_strand": part.each_strand,
            }
            for part in made.parts
        ]

    def rows_from(self, headings: Sequence[Heading]) -> Rows:
        """The headings that something is written under: not those that only stand above others."""
        follow = [*headings[1:], None]
        leaves = [one for one, after in zip(headings, follow, strict=True) if after is None or after.level <= one.level]
        return [dict(self.new_part) | {"number": one.number, "title": one.title} for one in leaves]

    def said(self, head: LaidHead, parts: Any) -> ReturnOutline | None:
        if not all([head.is_valid(), parts.is_valid()]):
            return None
        said = head.cleaned_data
        made = ReturnOutline(
            code=said["code"] or slug(said["name"])[:60].strip("-"),
            name=nfc(said["name"]),
            source=nfc(" ".join(said["source"].split())),
            parts=tuple(_asked(form.cleaned_data) for form in parts),
        )
        wrong = list(return_faults(made))
        tell(wrong, head, parts)
        return None if wrong else made

    def tried(self, made: ReturnOutline, head: LaidHead) -> dict[str, Any]:
        """The headings an agency gets, with the figures asked under each."""
        return {"headings": headings_of(made, None), "words": dict(Statement.Kind.choices)}


def _asked(said: Mapping[str, Any]) -> AskedPart:
    figures = tuple(
        AskedFigure(*map(nfc, figure_typed(line.strip(" -+–")))) for line in said["figures"].splitlines() if line.strip(" -+–")
    )
    number, title = (nfc(" ".join(said[name].split())) for name in ("number", "title"))
    return AskedPart(title, number, said["kind"], said["each_strand"], figures)
