"""Enter one row of a sheet into the register, by the verbs every page uses. Raises ValidationError or HopLucError: nothing is entered."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.errors import NotAnAmount
from hopluc.money import parse_dong
from hopluc.vietnamese import fold
from hopluc.web.measures.actions import correct_observation, find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.measures.typed import figure_of
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Role, Strand
from hopluc.web.register.money import STAGES, Fund
from hopluc.web.register.programme_page import observations_of
from hopluc.web.sheets.grids import TASK_KINDS, party_of
from hopluc.web.sheets.models import Noun
from hopluc.web.sheets.typed import day_in, names_in, term_in

Words = Mapping[str, str]
Key = str
_READ: Mapping[str, Callable[[str], Any]] = {"due": term_in, "period": term_in, "date": term_in, "made_on": day_in}


def add_line(
    noun: str, programme: Programme, words: Words, *, by: User, reason: str, reported_by: Organisation | None = None
) -> None:
    """Enter a new line; `words` are its cells by column name, `reported_by` the agency whose figure it is."""
    if noun == Noun.FIGURES:
        _add_figure(programme, words, by, reported_by)
    else:
        _ADD[Noun(noun)](programme, words, by, reason)


def change_line(noun: str, programme: Programme, key: Key, words: Words, *, by: User, reason: str) -> None:
    """Change the cells that `words` names of the row with this key."""
    _CHANGE[Noun(noun)](programme, key, words, by, reason)


def _values(programme: Programme, words: Words) -> dict[str, Any]:
    """Cells as the register keeps them; those of parties and figures are left to their own verbs."""
    values: dict[str, Any] = {}
    for name, said in words.items():
        if name == "strand":
            values[name] = _strand(programme, said)
        elif name == "kind":
            values[name] = _code(TASK_KINDS, said)
        elif name == "stage":
            values[name] = _code(tuple(Observation.Stage), said)
        else:
            values[name] = _READ[name](said) if name in _READ else said
    return values


def _strand(programme: Programme, said: str) -> Strand | None:
    if not said:
        return None
    found = [strand for strand in programme.strands.all() if fold(str(strand)) == fold(said)]
    if len(found) != 1:
        raise ValidationError(
            _("Không tìm được đúng một nội dung hợp tác tên “%(name)s” trong chương trình.") % {"name": said[:80]}
        )
    return found[0]


def _code(choices: tuple[Any, ...], said: str) -> str:
    """The code of the choice. Raises ValidationError for words that are none, and for none."""
    found = [str(choice.value) for choice in choices if fold(str(choice.label)) == fold(said)]
    if not found:
        raise ValidationError(_("Ô “%(said)s” không thuộc danh sách lựa chọn. Đề nghị chọn lại.") % {"said": said[:60]})
    return found[0]


def _add_task(programme: Programme, words: Words, by: User, reason: str) -> None:
    owner = programme.owner
    leads = [find_or_add_organisation(owner, by=by, name=name) for name in names_in(words.get("lead", ""))]
    others = [find_or_add_organisation(owner, by=by, name=name) for name in names_in(words.get("cooperating", ""))]
    values = _values(programme, {name: said for name, said in words.items() if name not in ("lead", "cooperating", "state")})
    task = actions.assign_task(programme, by=by, lead=leads[0] if leads else None, cooperating=others, **values)
    for lead in leads[1:]:
        actions.appoint(task, by=by, capacity=Role.Capacity.LEAD, organisation=lead)


def _change_task(programme: Programme, key: Key, words: Words, by: User, reason: str) -> None:
    task = programme.activities.get(pk=key, withdrawn_at=None)
    for name, capacity in (("lead", Role.Capacity.LEAD), ("cooperating", Role.Capacity.COOPERATING)):
        if name in words:
            _set_parties(task, capacity, names_in(words[name]), by, reason)
    values = _values(programme, {name: said for name, said in words.items() if name not in ("lead", "cooperating")})
    if values:
        actions.correct(task, by=by, changes=values, reason=reason)


def _set_parties(task: Activity, capacity: Role.Capacity, names: list[str], by: User, reason: str) -> None:
    """End the roles whose party is no longer named, give one to each that is new."""
    wanted = {fold(name): name for name in names}
    held = task.roles.filter(capacity=capacity, until=None).select_related("organisation", "person")
    for role in held:
        if wanted.pop(fold(party_of(role)), None) is None:
            actions.end_role(role, by=by, until=timezone.localdate() - timedelta(days=1), reason=reason)
    for name in wanted.values():
        party = find_or_add_organisation(task.owner, by=by, name=name)
        actions.appoint(task, by=by, capacity=capacity, organisation=party)


def _figure(said: str) -> Figure:
    """The figure a cell says; a cell that says none is known says just that."""
    return figure_of(said) or Figure.not_reported()


def _add_figure(programme: Programme, words: Words, by: User, reported_by: Organisation | None) -> None:
    counted = find_or_add_indicator(programme.owner, by=by, name=words["indicator"], unit=words.get("unit", ""))
    figure = _figure(words["figure"])
    said = {name: words[name] for name in ("field", "stage", "period", "place_as_written") if name in words}
    details = _values(programme, said) | {"as_written": words["figure"], "reported_by": reported_by}
    record_observation(counted, by=by, figure=figure, about=programme, **details)


def _change_figure(programme: Programme, key: Key, words: Words, by: User, reason: str) -> None:
    row = observations_of(programme).get(pk=key)
    figure = _figure(words["figure"]) if "figure" in words else None
    changes = _values(programme, {name: said for name, said in words.items() if name != "figure"})
    if "place_as_written" in changes:
        changes["place"] = None
    correct_observation(row, by=by, figure=figure, changes=changes, reason=reason)


def _add_petition(programme: Programme, words: Words, by: User, reason: str) -> None:
    asked = find_or_add_organisation(programme.owner, by=by, name=words["recipient"])
    details = _values(programme, {name: words[name] for name in ("number", "made_on", "due") if name in words})
    actions.raise_petition(programme, by=by, text=words["text"], sender=programme.owner, recipient=asked, **details)


def _change_petition(programme: Programme, key: Key, words: Words, by: User, reason: str) -> None:
    petition = programme.commitments.get(pk=key, kind=Commitment.Kind.PETITION, withdrawn_at=None)
    changes = _values(programme, words)
    if "recipient" in changes:
        changes["recipient_as_written"] = words["recipient"]
        changes["recipient"] = find_or_add_organisation(programme.owner, by=by, name=words["recipient"])
    actions.correct(petition, by=by, changes=changes, reason=reason)


def _add_agreement(programme: Programme, words: Words, by: User, reason: str) -> None:
    parties = [find_or_add_organisation(programme.owner, by=by, name=name) for name in names_in(words.get("parties", ""))]
    values = _values(programme, {name: said for name, said in words.items() if name != "parties"})
    actions.sign_agreement(programme, by=by, parties=parties, **values)


def _change_agreement(programme: Programme, key: Key, words: Words, by: User, reason: str) -> None:
    agreement: Agreement = programme.agreements.get(pk=key, withdrawn_at=None)
    actions.correct(agreement, by=by, changes=_values(programme, words), reason=reason)


def _add_money(programme: Programme, words: Words, by: User, reason: str) -> None:
    about = _work_called(programme, words.get("about", ""))
    fund = next((fund.value for fund in Fund if fold(str(fund.label)) == fold(words.get("fund", ""))), Fund.UNSAID.value)
    said = {stage.value: words[stage.value] for stage in STAGES if stage.value in words}
    if not words["year"].isdigit() or not said:
        raise ValidationError(_("Dòng kinh phí cần năm (như 2026) và ít nhất một số tiền."))
    _note_amounts(programme, said, by, year=int(words["year"]), fund=fund, about=about, reason=reason)


def _work_called(programme: Programme, title: str) -> Activity | None:
    if not title:
        return None
    near = programme.activities.filter(withdrawn_at=None, search_key__startswith=fold(title))
    found = [work for work in near if fold(work.title) == fold(title)]
    if len(found) != 1:
        raise ValidationError(
            _("Không tìm được đúng một nhiệm vụ tên “%(title)s”. Đề nghị ghi đúng tên trong sổ.") % {"title": title[:80]}
        )
    return found[0]


def _change_money(programme: Programme, key: Key, words: Words, by: User, reason: str) -> None:
    noun, number, year, fund = key.split("-", 3)
    about = programme.activities.get(pk=number, withdrawn_at=None) if noun == "activity" else None
    if noun == "strand" or not year:
        raise ValidationError(
            _("Số này ghi trong văn bản cho cả giai đoạn hoặc cả nội dung hợp tác. Đề nghị sửa ở phần Số liệu.")
        )
    _note_amounts(programme, words, by, year=int(year), fund=fund, about=about, reason=reason)


def _note_amounts(programme: Programme, words: Words, by: User, **details: Any) -> None:
    for stage, said in words.items():
        try:
            actions.note_money(programme, by=by, stage=stage, amount=parse_dong(said), **details)
        except NotAnAmount as refused:
            raise ValidationError(str(refused)) from refused


_ADD: Mapping[Noun, Callable[[Programme, Words, User, str], None]] = {
    Noun.TASKS: _add_task,
    Noun.PETITIONS: _add_petition,
    Noun.AGREEMENTS: _add_agreement,
    Noun.MONEY: _add_money,
}
_CHANGE: Mapping[Noun, Callable[[Programme, Key, Words, User, str], None]] = {
    Noun.TASKS: _change_task,
    Noun.FIGURES: _change_figure,
    Noun.PETITIONS: _change_petition,
    Noun.AGREEMENTS: _change_agreement,
    Noun.MONEY: _change_money,
}


def reason_in(error: ValidationError) -> str:
    """What a model refused, in one line, with the field it is about."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        _("%(field)s: %(message)s") % {"field": field, "message": " ".join(messages)}
        for field, messages in error.message_dict.items()
    )
