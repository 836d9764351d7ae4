"""Posts before a body's name (chức vụ đứng trước tên cơ quan): whether one stands there, and whether who holds it is named before it."""

import re

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.positions import TITLE_BEFORE, post_before
from hopluc.reading.patterns import Pattern

_HOLDER = Pattern(rf"(?<!\w)(?P<name>[{CAPITAL}]\w+(?: [{CAPITAL}]\w*){{1,5}})(?:,| -) (?:[^\W\d_]+ ){{0,3}}$")


def is_held(plain: str, post: int) -> bool:
    """Whether who holds the post at `post` is named before it: `Ông Trần Văn An, Viện trưởng Viện … Phương Bắc`."""
    holder = _HOLDER.search(plain, max(0, post - 60), post)
    if holder is None:
        return False
    first, begin = holder["name"].split(" ")[0], holder.start("name")
    if plain[begin - 2 : begin - 1].isalnum() and not TITLE_BEFORE.search(plain, max(0, begin - 20), begin):
        return False  # a body before the name tells that its post stands there: `Thứ trưởng Bộ Y tế Lê An, Phó Giám đốc …`
    return (first in ("Ông", "Bà") or first in lexicon.surnames()) and post_before(plain, holder.start("name")) is None


_POST = Pattern(
    r"(?:[Gg]iám đốc|[Cc]hủ tịch|[Tt]rưởng|[Hh]iệu phó|[Bb]í thư|[Cc]hủ nhiệm|[Bb]iên tập|[Tt]hư ký|[Đđ]ốc|[Pp]hó) $"
)
# What every such post ends with: looking for it first spares looking with the pattern.
_POST_ENDS = tuple(
    f"{end} " for end in ("đốc", "Đốc", "hủ tịch", "rưởng", "iệu phó", "í thư", "hủ nhiệm", "iên tập", "hư ký", "Phó", "phó")
)
_POST_REACH = 24


def post_behind(plain: str, start: int) -> "re.Match[str] | None":
    """The post whose name stands right before `start`, as `Giám đốc Sở …` has it; None where none does."""
    return _POST.search(plain, max(0, start - _POST_REACH), start) if plain.endswith(_POST_ENDS, 0, start) else None


def after_surname(plain: str, start: int) -> bool:
    """Whether a surname stands right before `start`: `Đinh Quốc Hội` is somebody."""
    return lexicon.surnames().get(plain[max(0, start - 9) : start - 1].rpartition(" ")[2]) is True
