"""Fill in a return: its figures, its sentences, what did not arise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.vietnamese import fold, nfc
from hopluc.web.journal.actions import keep, record
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import DONG
from hopluc.web.measures.typed import words_of
from hopluc.web.people.models import User
from hopluc.web.returns import queries
from hopluc.web.returns.actions.steps import held_for, take_step
from hopluc.web.returns.contents import Content, content_of
from hopluc.web.returns.models import FigureCell, FigureLine, NothingArose, Return, Sentence, Stage, Step
from hopluc.web.returns.prefill import NewLine, NewSentence


@dataclass(frozen=True)
class Filled:
    """What was typed: by the key of its line the figure of each stage (None: not known), by the key of its sentence the text and
    how the task stands; the parts under which nothing arose; what is new. `seen`: the hash of the content it was typed over; empty: not said.
    """

    figures: Mapping[int, Mapping[str, Figure | None]] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    texts: Mapping[int, str] = field(default_factory=dict)
    states: Mapping[int, str] = field(default_factory=dict)
    nothing: frozenset[int] | None = None
    lines: tuple[NewLine, ...] = ()
    sentences: tuple[NewSentence, ...] = ()
    seen: str = ""


class ChangedMeanwhile(ValidationError):
    """What was typed was typed over words that are no longer those of the return."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Báo cáo vừa được sửa ở nơi khác trong lúc trang này đang mở. Nội dung đang điền được giữ ở đây. Đề nghị mở báo cáo trong "
                "trang khác để đối chiếu; bấm lại nút vừa bấm thì nội dung trang này được ghi."
            )
        )


@transaction.atomic
def save_return(
    row: Return, *, by: User | None, filled: Filled, way: str = Step.Way.PAGE, said_by: str = "", note: str = ""
) -> Return:
    """Keep what was typed in a return (lưu). Raises ValidationError where it is sent already, money has a part of a đồng, or a new line
    bears the name of another under the same part; ChangedMeanwhile where another was quicker.
    """
    row = held_for(row, Step.Verb.BEGUN)
    before = content_of(row)
    if filled.seen and filled.seen != before.sha256():
        raise ChangedMeanwhile
    _refuse_parts_of_dong(before, filled)
    _refuse_doubled(before, filled.lines)
    _fill_lines(before, filled)
    _fill_sentences(before, filled)
    _say_nothing_arose(before, filled.nothing)
    enter_lines(row, filled.lines)
    enter_sentences(row, filled.sentences)
    record(by, "save_return", row, before=before.said(), after=content_of(row).said())
    if queries.last_step(row) is None:
        take_step(row, Step.Verb.BEGUN, by=by, way=way, said_by=said_by, note=note)
    return row


def enter_lines(row: Return, lines: Iterable[NewLine]) -> None:
    """Enter lines of figures after those that are there, all at once."""
    news = list(lines)
    if not news:
        return
    made = []
    for order, new in enumerate(news, start=row.figure_lines.count() + 1):
        line = FigureLine(of_return=row, part=new.part, order=order, name=_clean(new.name), unit=_clean(new.unit))
        line.indicator = new.indicator
        line.full_clean(exclude=("of_return", "part", "indicator"))  # rows in hand, not asked for again
        made.append(line)
    FigureLine.objects.bulk_create(made)
    FigureCell.objects.bulk_create(
        _cell(line, stage, figure)
        for line, new in zip(made, news, strict=True)
        for stage, figure in new.figures.items()
        if figure is not None and figure.known
    )


def enter_sentences(row: Return, sentences: Iterable[NewSentence]) -> None:
    """Enter sentences after those that are there, all at once."""
    Sentence.objects.bulk_create(new_sentences(row, sentences, after=row.sentences.count()))


def new_sentences(row: Return, sentences: Iterable[NewSentence], *, after: int = 0) -> list[Sentence]:
    """The sentences, checked and not yet stored: a round of many reporters enters thousands at once. `after`: how many there are."""
    made = []
    for order, new in enumerate(sentences, start=after + 1):
        one = Sentence(of_return=row, part=new.part, order=order, kind=new.kind, text=_clean(new.text))
        one.activity, one.carried, one.passage, one.said = new.activity, new.carried, new.passage, new.said
        one.full_clean(exclude=("of_return", "part", "activity", "passage"))  # rows in hand, not asked for again
        made.append(one)
    return made


def _clean(words: str) -> str:
    """Words as they are kept: NFC, line ends as everywhere, no blanks around."""
    return nfc(words).replace("\r\n", "\n").strip()


def set_cells(line: FigureLine, figures: Mapping[str, Figure | None]) -> None:
    """Put these figures into the cells of a line, by their stages; the cell of one that is not known goes."""
    known = {cell.stage: cell for cell in line.cells.all()}
    for stage, figure in figures.items():
        cell = known.get(stage)
        if figure is None or not figure.known:
            if cell is not None:
                cell.delete()
        elif cell is None or cell.figure != figure:
            _cell(line, stage, figure, cell).save()


def _cell(line: FigureLine, stage: str, figure: Figure, known: FigureCell | None = None) -> FigureCell:
    """The cell of a line's stage with this figure, checked and not yet stored."""
    cell = known or FigureCell(line=line, stage=Stage(stage))
    cell.figure, cell.as_written = figure, words_of(figure)
    cell.full_clean(exclude=("line",), validate_unique=known is not None)
    return cell


def _fill_lines(content: Content, filled: Filled) -> None:
    for line in content.lines:
        set_cells(line.row, filled.figures.get(line.row.pk, {}))
        note = _clean(filled.notes.get(line.row.pk, line.row.note))
        if note != line.row.note:
            line.row.note = note
            line.row.save(update_fields=["note"])


def _fill_sentences(content: Content, filled: Filled) -> None:
    for one in content.sentences:
        text, said = _clean(filled.texts.get(one.pk, one.text)), filled.states.get(one.pk, one.said)
        if (text, said) == (one.text, one.said):
            continue
        if not text and not said and one.activity_id is None:
            one.delete()
            continue
        one.carried = one.carried and text == one.text
        one.text, one.said = text, said
        keep(one)


def _say_nothing_arose(content: Content, parts: frozenset[int] | None) -> None:
    """Under which parts nothing arose; None leaves it as it was. Raises ValidationError beside a figure that says otherwise."""
    if parts is None:
        return
    for part in content.parts:
        if part.part.pk in parts and not part.nothing:
            NothingArose.objects.create(of_return=content.row, part=part.part)
        elif part.nothing and part.part.pk not in parts:
            NothingArose.objects.filter(of_return=content.row, part=part.part).delete()
    for part in content_of(content.row).parts if parts else ():  # most drafts say of no part that nothing arose
        given = [line.figures.get(Stage.ACTUAL) for line in part.lines]
        if part.nothing and any(figure is not None and figure.form != Form.ZERO for figure in given):
            told = _("Mục “%(part)s” vừa ghi không phát sinh, vừa có số thực hiện. Đề nghị chọn một trong hai.")
            raise ValidationError(told % {"part": part.part})


def _refuse_doubled(content: Content, lines: Iterable[NewLine]) -> None:
    """A second line of one name, unit and part would be taken for the same figure once the return is received."""
    known = {(line.row.part_id, *line.counts) for line in content.lines}
    for new in lines:
        key = (new.part.pk, fold(_clean(new.name)), _clean(new.unit))
        if key in known:
            told = _(
                "Phần “%(part)s” đã có dòng “%(name)s”. Đề nghị ghi số vào dòng đó, hoặc ghi tên khác cho rõ điểm khác nhau."
            )
            raise ValidationError(told % {"part": new.part, "name": _clean(new.name)[:120]})
        known.add(key)


def _refuse_parts_of_dong(content: Content, filled: Filled) -> None:
    units = {line.row.pk: line.row.unit for line in content.lines}
    typed = [(units.get(key, ""), figures) for key, figures in filled.figures.items()]
    typed += [(line.unit, line.figures) for line in filled.lines]
    for unit, figures in typed:
        ends = [end for figure in figures.values() if figure for end in (figure.low, figure.high) if end is not None]
        if unit == DONG and any(end != end.to_integral_value() for end in ends):
            raise ValidationError(_("Tiền được ghi bằng đồng, không có phần lẻ. Đề nghị kiểm tra lại số tiền."))
