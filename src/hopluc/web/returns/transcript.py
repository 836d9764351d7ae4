"""A return as a plain text, with the place of each line and sentence in it: what the register's figures point to."""

from dataclasses import dataclass, field

from hopluc.vietnamese import nfc
from hopluc.web.measures.models import DONG
from hopluc.web.measures.typed import words_of
from hopluc.web.returns.contents import Content, Line
from hopluc.web.returns.models import Sentence, Stage

SAID = ((Stage.PLAN, "kế hoạch"), (Stage.ACTUAL, "thực hiện"), (Stage.ESTIMATE, "ước thực hiện"), (Stage.BEFORE, "cùng kỳ"))


@dataclass
class Transcript:
    """The text; and by the key of a line or sentence its span (code points, end exclusive)."""

    text: str = ""
    lines: dict[int, tuple[int, int]] = field(default_factory=dict)
    sentences: dict[int, tuple[int, int]] = field(default_factory=dict)

    def write(self, words: str) -> tuple[int, int]:
        """Put words at the end, as a line of their own; their span."""
        start = len(self.text)
        words = nfc(words)
        self.text += f"{words}\n"
        return start, start + len(words)


def transcript_of(content: Content) -> Transcript:
    """All a return says, part by part."""
    made, row = Transcript(), content.row
    made.write(f"BÁO CÁO CỦA {row.agency}")
    made.write(f"{row.round}" + (f" (lần {row.number}: {row.reason})" if row.number > 1 else ""))
    for part in content.parts:
        made.write("")
        made.write(str(part.part))
        if part.nothing:
            made.write("Không phát sinh trong kỳ.")
        for line in part.lines:
            made.lines[line.row.pk] = made.write(in_words(line))
        for one in part.sentences:
            told = " ".join(words for words in (*_task(one), one.text) if words)
            if told:
                made.sentences[one.pk] = made.write(" ".join(told.split()))
    return made


def in_words(line: Line) -> str:
    """A line of figures as a sentence: `Doanh nghiệp được hỗ trợ: kế hoạch 40 doanh nghiệp; thực hiện 37 doanh nghiệp.`"""
    said = [
        f"{word} {_measured(words_of(line.figure(stage)), line.row.unit)}" for stage, word in SAID if line.figure(stage).known
    ]
    note = f" ({line.row.note})" if line.row.note else ""
    return f"{line.row.name}: {'; '.join(said) or 'chưa có số liệu'}{note}."


def _measured(words: str, unit: str) -> str:
    """A figure with its unit; none for what did not arise."""
    bare = words.lower() if words[:1].isupper() else f"{words} {unit}".strip()
    return bare if unit != DONG or words[:1].isupper() else f"{words} đồng"


def _task(one: Sentence) -> tuple[str, ...]:
    if one.activity is None:
        return ()
    return (f"{one.activity.title.rstrip('. ')}:", f"{one.get_said_display()}." if one.said else "")
