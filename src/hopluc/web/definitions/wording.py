"""The page on which an office words a definition: started from the shared one or a file, tried, saved as a dated version."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from hopluc.errors import HopLucError
from hopluc.load import as_yaml
from hopluc.web.definitions.actions import Worded, lay_definition
from hopluc.web.definitions.contents import content_of, read_content
from hopluc.web.definitions.files import text_of_yaml
from hopluc.web.definitions.forms import NEW, LaidHead
from hopluc.web.definitions.headings import Heading, headings_in_file
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by, organisations_kept_by
from hopluc.web.definitions.rows import PREFIX, Rows, rows_posted, stepped
from hopluc.web.gate.edge import number_in
from hopluc.web.pages.crud import refuse

FILE, TRY, SAVE = "tep", "xem", "luu"
_YAML = (".yaml", ".yml")


class Wording(View):
    """Word a definition of one kind; nothing is kept until it is saved. A kind with parts names their formset, `parts`."""

    kind = ""
    template_name = ""
    heading: Any = ""
    told: Any = ""
    file_label: Any = gettext_lazy("Tệp .yaml đã tải về")
    head_form: type[LaidHead] = LaidHead
    parts: Any = None
    new_part: Mapping[str, Any] = {}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not organisations_kept_by(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        made = self._started()
        head = self.head(initial=self.head_of(made) | {"since": timezone.localdate(), "source": ""})
        return self._page(head, self.rows_of(made))

    def post(self, request: HttpRequest) -> HttpResponse:
        step = request.POST.get("buoc", "")
        if step == FILE:
            return self._from_file()
        if step in {TRY, SAVE}:
            return self._said(step)
        return self._page(self.head(initial=request.POST.dict()), stepped(self._rows(), step, self.new_part))

    # what a kind says of itself

    def shared(self) -> Sequence[Any]:
        """The definitions of the kind that everyone shares."""
        raise NotImplementedError

    def head_of(self, made: Any) -> dict[str, Any]:
        """What a definition says of itself, as the page asks it."""
        raise NotImplementedError

    def head_choices(self) -> dict[str, Any]:
        """What the head's form is told beside organisations and codes."""
        return {}

    def rows_of(self, made: Any) -> Rows:
        """The parts of a definition as rows of the page."""
        return []

    def rows_from(self, headings: Sequence[Heading]) -> Rows:
        """The headings of a file as rows of the page."""
        return []

    def said(self, head: Any, parts: Any) -> Any:
        """The definition the page says; None, the faults told beside their fields, where it says none."""
        raise NotImplementedError

    def tried(self, made: Any, head: Any) -> dict[str, Any]:
        """What the page shows of a definition before it is saved."""
        raise NotImplementedError

    # the page

    def own(self) -> QuerySet[OwnDefinition]:
        """The versions of the kind that the user sees."""
        return definitions_seen_by(self.request.user).filter(kind=self.kind)

    def head(self, data: Any = None, initial: dict[str, Any] | None = None) -> LaidHead:
        """The head of the page; of one organisation alone, it is chosen."""
        organisations = organisations_kept_by(self.request.user)
        kept = self.own().filter(owner__in=organisations).order_by("number")
        said = {"owner": organisations.first()} | (initial or {})
        codes = self._codes({row.code: row for row in kept}.values())
        return self.head_form(data, organisations=organisations, codes=codes, initial=said, **self.head_choices())

    def _codes(self, own: Iterable[OwnDefinition]) -> list[tuple[str, str]]:
        """What a version may be saved in place of: the shared ones, then the office's own."""
        shared = [(one.code, _("Bản riêng thay cho: %(name)s") % {"name": one.name}) for one in self.shared()]
        known = {code for code, _name in shared}
        return [*shared, *((row.code, row.name) for row in own if row.code not in known)]

    def _started(self) -> Any:
        """What the page starts from: a version seen, or a shared definition."""
        version = self.request.GET.get("tu")
        if version is not None:
            return content_of(get_object_or_404(self.own().filter(ended=False), pk=number_in(version) or 0))
        code, shared = self.request.GET.get("chung"), self.shared()
        return next((one for one in shared if one.code == code), shared[0])

    def _rows(self) -> Rows:
        return rows_posted(self.request.POST, self.parts.form.base_fields) if self.parts else []

    def _said(self, step: str) -> HttpResponse:
        """Try or save what the page says."""
        head: Any = self.head(self.request.POST)
        parts = self.parts(self.request.POST, prefix=PREFIX) if self.parts else None
        made = self.said(head, parts)
        if made is None:
            return self._shown(head, parts, status=400)
        try:
            self._refuse_known_code(head, made)
            if step == TRY:
                return self._shown(head, parts, tried=True, **self.tried(made, head))
            row = self._laid(head, made)
        except ValidationError as refused:
            refuse(head, refused)
            return self._shown(head, parts, status=400)
        messages.success(self.request, _("Đã lưu bản %(number)s.") % {"number": row.number})
        return redirect(row)

    def _laid(self, head: Any, made: Any) -> OwnDefinition:
        said, user = head.cleaned_data, self.request.user
        assert user.is_authenticated, "dispatch lets no one else come here"
        worded = Worded(self.kind, self.code_of(made), said["name"], as_yaml(made))
        return lay_definition(said["owner"], by=user, worded=worded, since=said["since"], source=said["source"])

    def code_of(self, made: Any) -> str:
        """The code of a definition of the kind."""
        return str(made.code)

    def _refuse_known_code(self, head: Any, made: Any) -> None:
        """A new one by a name that another bears already would become the next version of that one: refused, with what to do."""
        code, known = self.code_of(made), self.own().filter(owner=head.cleaned_data["owner"])
        if head.cleaned_data["code"] == NEW and (
            not code or code in {one.code for one in self.shared()} or known.filter(code=code).exists()
        ):
            raise ValidationError(
                {"name": _("Cơ quan đã có bản tên này. Đề nghị đặt tên khác, hoặc chọn bản ấy ở ô “Lưu thành”.")}
            )

    def _from_file(self) -> HttpResponse:
        """The page filled from a file: our YAML, or the headings of a document."""
        file, posted = self.request.FILES.get("tep"), self.request.POST.dict()
        if file is None:
            told = _("Chưa chọn tệp. Đề nghị chọn tệp rồi bấm “Đọc tệp”.")
            return self._page(self.head(initial=posted), self._rows(), file_error=told, status=400)
        try:
            if self.parts is None or str(file.name).lower().endswith(_YAML):
                made = read_content(self.kind, text_of_yaml(file), str(file.name))
                return self._page(self.head(initial=posted | self.head_of(made)), self.rows_of(made))
            rows = self.rows_from(headings_in_file(file))
        except (HopLucError, ValidationError) as refused:
            told = str(refused) if isinstance(refused, HopLucError) else " ".join(refused.messages)
            return self._page(self.head(initial=posted), self._rows(), file_error=told, status=400)
        messages.info(self.request, _("Đã lấy %(n)s đề mục từ tệp. Đề nghị kiểm tra nội dung của từng mục.") % {"n": len(rows)})
        return self._page(self.head(initial=posted), rows)

    def _page(self, head: LaidHead, rows: Rows, **context: Any) -> HttpResponse:
        parts = self.parts(initial=rows, prefix=PREFIX) if self.parts else None
        return self._shown(head, parts, **context)

    def _shown(self, head: LaidHead, parts: Any, *, status: int = 200, **context: Any) -> HttpResponse:
        page = {"head": head, "parts": parts, "heading": self.heading, "told": self.told, "file_label": self.file_label}
        return render(self.request, self.template_name, page | context, status=status)
