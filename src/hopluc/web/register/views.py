"""Pages of the register: programmes, work, agreements, petitions, what may be done to each, and the search over all of it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from hopluc.money import format_number, in_words
from hopluc.web.documents.queries import documents_seen_by, evidence_of
from hopluc.web.gate.edge import number_in
from hopluc.web.pages import asking, crud
from hopluc.web.pages.crud import Guarded, List, Show, anyone_who_sees
from hopluc.web.register import actions, citing, forms, ledger, lists, petition_desk, queries, rules
from hopluc.web.register.concern import concern_of
from hopluc.web.register.models import Commitment, Programme
from hopluc.web.register.pages import activities_shown_to, activity_page, activity_shown_to, agreement_page, commitment_page
from hopluc.web.register.picking import suggested
from hopluc.web.register.programme_page import programme_page
from hopluc.web.register.search import found_by
from hopluc.workdays import calendar


class Programmes(List):
    """The programmes a user sees, each with how it stands."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        on, rows = timezone.localdate(), list(context["object_list"])
        tasks = lists.tasks_chosen(self.request.user, {}, on, [row.pk for row in rows])
        petitions = lists.petitions_chosen(self.request.user, {}, on).filter(programme__in=rows)
        counts = lists.task_counts_by_programme(tasks, on), lists.petition_counts_by_programme(petitions)
        shown = lists.shown_programmes(rows, on, *counts)
        return context | {"programmes": shown}


class ShowProgramme(Show):
    """A programme, one part at a time; with a day (`ngay`), as it stood then."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if day := request.GET.get("ngay"):
            return redirect(f"{reverse('past:programme', args=[self.get_object().pk])}?{urlencode({'ngay': day})}")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | programme_page(self.request.user, self.object, self.request.GET)


class Counted(List):
    """A list whose total is known before its page is fetched, since its tabs tell it."""

    total = 0
    paginate_by = 25

    def get_paginator(self, *args: Any, **kwargs: Any) -> Paginator:
        paginator = super().get_paginator(*args, **kwargs)
        paginator.count = self.total
        return paginator


class ShowLedger(Counted):
    """The ledger: every obligation a user sees, by state, kind, programme and who owes it; in the order chosen."""

    def get_queryset(self) -> Any:
        said, self.on = self.request.GET, timezone.localdate()
        self.programmes = {programme.pk: programme for programme in queries.programmes_seen_by(self.request.user)}
        self.chosen = ledger.Chosen.of(said)
        self.concern = concern_of(self.request.user, self.on, self.programmes.values())
        rows = ledger.ledger_seen_by(self.request.user, self.chosen, self.on, self.programmes, self.concern)
        self.counts = ledger.counts_seen_by(self.request.user, self.chosen, self.on, self.programmes, self.concern)
        state = said.get("tinh_trang", "")
        self.state = state if state in dict(ledger.STATES) else ""
        self.total = self.counts[self.state]
        return rows.in_state(self.state).keys(said.get("xep", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        lines = ledger.owed_rows(list(context["object_list"]), self.on, self.concern)
        return context | {
            "lines": lines,
            "evidence": evidence_of([line.row for line in lines], self.request.user),
            "tabs": [(code, label, self.counts[code]) for code, label in ledger.STATES if self.counts[code]],
            "total": self.counts[""],
            "state": self.state,
            "chosen": self.chosen,
            "several": len(self.programmes) > 1 and self.chosen.programme is None,
            "narrowed": bool(self.counts[""]) or self.chosen != ledger.Chosen(),
            "kinds": ledger.KINDS.items(),
            "programmes": self.programmes.values(),
            "debtors": ledger.debtors_in(self.programmes, self.on),
            "orders": lists.ORDER_LABELS.items(),
            "unannounced": calendar().unannounced(self.on, self.on),
        }


class Petitions(Counted):
    """The petitions a user sees, by state, as they stood on a day (`tai_ngay`, else today)."""

    def get_queryset(self) -> Any:
        chosen = self.request.GET
        self.on = lists.day_asked(chosen)
        rows = lists.petitions_chosen(self.request.user, chosen, self.on)
        self.counts = lists.petition_counts(rows)
        state = chosen.get("tinh_trang", "")
        self.state = state if state in dict(lists.PETITION_STATES) else ""
        self.total = self.counts[self.state]
        return lists.with_petition_parts(rows.filter(code=self.state) if self.state else rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        petitions = lists.shown_petitions(context["object_list"], self.on, concern_of(self.request.user, self.on))
        return context | {
            "petitions": petitions,
            "evidence": evidence_of([shown.row for shown in petitions], self.request.user),
            "tabs": [(code, label, self.counts[code]) for code, label in lists.PETITION_STATES],
            "total": self.counts[""],
            "state": self.state,
            "on": self.on,
            "programme_chosen": number_in(self.request.GET.get("chuong_trinh")),
            "recipients": petition_desk.recipients_of(queries.programmes_seen_by(self.request.user).values("pk")),
            "recipient_chosen": number_in(self.request.GET.get("gui_den")),
        }


class Agreements(List):
    """The agreements a user sees: signed, announced, past their term."""

    def get_queryset(self) -> Any:
        return lists.agreements_chosen(self.request.user, self.request.GET, timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        state = self.request.GET.get("tinh_trang", "")
        return context | {
            "evidence": evidence_of(context["object_list"], self.request.user),
            "tabs": lists.AGREEMENT_STATES.items(),
            "state": state if state in lists.AGREEMENT_STATES else "",
            "today": timezone.localdate(),
        }


programmes = Programmes.as_view(rows=queries.programmes_seen_by, template_name="register/programmes.html")
programme = ShowProgramme.as_view(
    rows=queries.programmes_with_owner_seen_by, rule=anyone_who_sees, template_name="register/programme.html"
)
ledger_page = ShowLedger.as_view(rows=queries.commitments_seen_by, template_name="register/ledger.html")
activity = Show.as_view(
    rows=activities_shown_to,
    one=activity_shown_to,
    rule=anyone_who_sees,
    beside=activity_page,
    template_name="register/activity.html",
)
agreements = Agreements.as_view(rows=queries.agreements_seen_by, template_name="register/agreements.html")
agreement = Show.as_view(
    rows=queries.agreements_seen_by, rule=anyone_who_sees, beside=agreement_page, template_name="register/agreement.html"
)
petitions = Petitions.as_view(rows=queries.petitions_seen_by, template_name="register/petitions.html")


class Placed(Guarded):
    """A page about one row: a petition stands in the menu under petitions, not in the ledger with what else is owed."""

    def get_object(self, queryset: Any = None) -> Any:
        found = super().get_object(queryset)
        if isinstance(found, Commitment) and found.kind == Commitment.Kind.PETITION:
            self.request.part = reverse("register:petitions")  # type: ignore[attr-defined]
        return found


class ShowCommitment(Placed, Show):
    """A petition, or what was promised, concluded, instructed."""


commitment = ShowCommitment.as_view(
    rows=queries.commitments_seen_by, rule=anyone_who_sees, beside=commitment_page, template_name="register/commitment.html"
)


class Ask(Placed, crud.Ask):
    """A form of the register."""

    def get_initial(self) -> dict[str, Any]:
        """What an address may fill in beforehand: how a task stands."""
        said = self.request.GET.get("said")
        return super().get_initial() | ({"said": said} if said else {})


class Withdraw(Ask):
    """Take a row out of the register; then show the programme it was in, for the row itself is no longer seen."""

    action = staticmethod(actions.withdraw)
    form_class = asking.Withdraw
    heading = _("Rút khỏi sổ theo dõi")
    told = _("Nội dung không bị xóa: nhật ký giữ lại như đã ghi, cùng lý do rút.")
    button = _("Rút khỏi sổ")
    done = _("Đã rút khỏi sổ theo dõi; nhật ký giữ lại nội dung.")

    def after(self, made: Any) -> HttpResponse:
        return redirect(self.object.programme or "register:programmes")


class WithdrawProgramme(Ask):
    """Take a programme entered by mistake out of the register; then show those that are left."""

    action = staticmethod(actions.withdraw_programme)
    form_class = asking.Withdraw
    heading = _("Rút khỏi sổ theo dõi")
    button = _("Rút khỏi sổ")
    done = _("Đã rút khỏi sổ theo dõi; nhật ký giữ lại nội dung.")
    to = "register:programmes"
    back = staticmethod(Programme.get_absolute_url)
    told = _(
        "Chỉ rút được chương trình chưa có nhiệm vụ, thỏa thuận, kiến nghị, số liệu, kỳ báo cáo. Nhật ký giữ lại nội dung."
    )


class Correct(Ask):
    """Correct what is noted of a row; the document it rests on stays as it is."""

    action = staticmethod(actions.correct)
    heading = _("Sửa")
    told = _("Văn bản gốc được giữ nguyên; nhật ký ghi nội dung trước và sau khi sửa.")
    done = _("Đã sửa.")


class AddEvidence(citing.Cite):
    """Tie a row to a sentence of a document."""

    action = staticmethod(actions.add_evidence)
    form_class = citing.AddEvidence
    heading = _("Gắn minh chứng")
    told = _("Chọn văn bản và câu nói điều này: trang sẽ dẫn đúng đến câu đó.")
    button = _("Gắn minh chứng")
    done = _("Đã gắn minh chứng.")


class NoteProgress(Ask):
    """Note how a task or a commitment stands."""

    action = staticmethod(actions.note_progress)
    form_class = forms.NoteProgress
    rule = staticmethod(rules.can_note_progress)
    heading = _("Cập nhật kết quả")
    told = _("Trạng thái được suy ra từ diễn biến, thời hạn và văn bản trả lời; không cần đặt riêng.")
    button = _("Cập nhật")
    done = _("Đã cập nhật diễn biến.")


note_progress = NoteProgress.as_view(rows=queries.activities_seen_by)
note_commitment_progress = NoteProgress.as_view(rows=queries.commitments_seen_by, heading=_("Cập nhật tình hình"))
carry_over = Ask.as_view(
    rows=queries.activities_seen_by,
    rule=rules.can_carry_over,
    form_class=forms.CarryOver,
    action=actions.carry_over,
    heading=_("Chuyển tiếp sang giai đoạn sau"),
    told=_("Nhiệm vụ cũ được giữ nguyên và ghi là chuyển tiếp; nhiệm vụ mới có cùng chủ trì, phối hợp."),
    button=pgettext_lazy("act", "Chuyển tiếp"),
    done=_("Đã chuyển tiếp."),
)
answer_petition = Ask.as_view(
    rows=queries.petitions_seen_by,
    rule=rules.can_answer_petition,
    form_class=forms.AnswerPetition,
    action=actions.answer_petition,
    heading=_("Gắn văn bản trả lời"),
    told=_("Kiến nghị được coi là đã trả lời khi có nội dung trả lời, không phải khi đánh dấu."),
    button=_("Gắn trả lời"),
    done=_("Đã gắn trả lời."),
    stays=True,
)
assign_task = Ask.as_view(
    rows=queries.programmes_seen_by,
    rule=rules.can_assign_task,
    form_class=forms.AssignTask,
    action=actions.assign_task_to,
    heading=_("Thêm nhiệm vụ được giao"),
    told=_("Nếu nhiệm vụ nằm trong một văn bản, tải văn bản lên để hệ thống đọc và dẫn nguồn."),
    button=_("Thêm nhiệm vụ"),
    done=_("Đã thêm nhiệm vụ."),
)
note_arrival = Ask.as_view(
    rows=queries.petitions_seen_by,
    rule=rules.can_charge_petition,
    form_class=forms.NoteArrival,
    action=actions.note_arrival,
    heading=_("Ghi ngày đến và thời hạn trả lời"),
    told=_("Thời hạn tính từ ngày đến của cơ quan trả lời, theo ngày làm việc; ngày đến không tính vào thời hạn."),
    done=_("Đã ghi ngày đến."),
)
charge_petition = Ask.as_view(
    rows=queries.petitions_seen_by,
    rule=rules.can_charge_petition,
    form_class=forms.ChargePetition,
    action=actions.charge_petition,
    heading=_("Ghi đơn vị chủ trì, phối hợp giải quyết"),
    told=_("Ghi tên như trong văn bản giao. Khi đơn vị được sắp xếp lại, trang tự nêu đơn vị kế thừa."),
    done=_("Đã ghi đơn vị giải quyết."),
)


@require_safe
@login_required
def choose_letter(request: HttpRequest) -> HttpResponse:
    """Pick the letter that answers petitions, or take the one just uploaded for it (`van-ban`); then say what it answers."""
    uploaded = suggested(documents_seen_by(request.user), request.GET.get("van-ban", ""))
    said = {"document": uploaded} if uploaded else request.GET
    form = forms.ChooseLetter(said or None, user=request.user, given=None)
    if said and form.is_valid():
        return redirect("register:answer_by_letter", form.cleaned_data["document"].pk)
    context = {"form": form}
    return render(request, "register/choose_letter.html", context, status=400 if form.errors else 200)


class AnswerByLetter(Ask):
    """One letter, and the petitions it answers, each with the part of the letter that seems to answer it."""

    rule = staticmethod(rules.can_file_letter)
    form_class = forms.AnswerByLetter
    action = staticmethod(actions.answer_by_letter)
    template_name = "register/answer_by_letter.html"
    heading = _("Gắn một văn bản trả lời với nhiều kiến nghị")
    told = _("Chọn kết quả trả lời cho từng kiến nghị mà văn bản này trả lời; kiến nghị để trống được giữ nguyên.")
    button = _("Gắn trả lời")
    done = _("Đã gắn văn bản trả lời với các kiến nghị đã chọn.")
    to = reverse_lazy("register:petitions")


answer_by_letter = AnswerByLetter.as_view(rows=documents_seen_by)
put_petition = Ask.as_view(
    rows=queries.programmes_seen_by,
    rule=rules.can_put_petition,
    form_class=forms.RaisePetition,
    action=actions.put_petition,
    heading=_("Thêm kiến nghị, đề xuất"),
    told=_("Đơn thư khiếu nại, tố cáo không tiếp nhận tại đây."),
    button=_("Thêm kiến nghị"),
    done=_("Đã thêm kiến nghị."),
)


class NoteMoney(Ask):
    """Note an amount; then say it in words, and show the programme's money."""

    def after(self, made: Any) -> HttpResponse:
        amount = made.dong_low or 0
        said = _("Đã ghi %(stage)s: %(figures)s đồng (%(words)s).")
        told = {"stage": made.get_stage_display(), "figures": format_number(amount), "words": in_words(amount)}
        messages.success(self.request, said % told)
        return redirect(f"{self.object.get_absolute_url()}?phan=kinh-phi&nam={made.period_first.year}")


note_money = NoteMoney.as_view(
    rows=queries.programmes_seen_by,
    rule=rules.can_note_money,
    form_class=forms.NoteMoney,
    action=actions.note_money,
    heading=_("Ghi kinh phí"),
    told=_("Ghi lại cùng nhiệm vụ, năm, loại và nguồn thì sửa số đã ghi; nhật ký giữ số cũ."),
    button=_("Ghi kinh phí"),
)
correct_programme = Correct.as_view(
    rows=queries.programmes_seen_by, rule=rules.can_change_programme, form_class=forms.CorrectProgramme
)
correct_activity = Correct.as_view(rows=queries.activities_seen_by, rule=rules.can_write, form_class=forms.CorrectActivity)
correct_agreement = Correct.as_view(rows=queries.agreements_seen_by, rule=rules.can_write, form_class=forms.CorrectAgreement)
correct_commitment = Correct.as_view(rows=queries.commitments_seen_by, rule=rules.can_write, form_class=forms.CorrectCommitment)
withdraw_programme = WithdrawProgramme.as_view(rows=queries.programmes_seen_by, rule=rules.can_withdraw)
withdraw_activity = Withdraw.as_view(rows=queries.activities_seen_by, rule=rules.can_withdraw)
withdraw_agreement = Withdraw.as_view(rows=queries.agreements_seen_by, rule=rules.can_withdraw)
withdraw_commitment = Withdraw.as_view(rows=queries.commitments_seen_by, rule=rules.can_withdraw)
add_activity_evidence = AddEvidence.as_view(rows=queries.activities_seen_by, rule=rules.can_write)
add_agreement_evidence = AddEvidence.as_view(rows=queries.agreements_seen_by, rule=rules.can_write)
add_commitment_evidence = AddEvidence.as_view(rows=queries.commitments_seen_by, rule=rules.can_write)


@require_safe
@login_required
def search(request: HttpRequest) -> HttpResponse:
    """What of the register and its documents holds the words asked for."""
    words = request.GET.get("q", "")[:200]
    context: dict[str, Any] = {"q": words, "groups": found_by(request.user, words)}
    return render(request, "register/search.html", context)
