"""A figure as an officer types it: `1.200`, `5,13`, `1.000 - 1.200`, `khoảng 30`, `17/20`, `không phát sinh`; nothing is guessed."""

import re
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hopluc.vietnamese import fold, nfc
from hopluc.web.measures.figures import Figure, Form

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,6})?"
_SINGLE = re.compile(
    rf"(?P<hedge>khoang|gan|it nhat|toi thieu|tren|nhieu nhat|toi da|khong qua|duoi)?\s*(?P<number>{_NUMBER})\s*%?"
)
_BETWEEN = re.compile(rf"(?:tu\s+)?(?P<low>{_NUMBER})\s*(?:-|–|den)\s*(?P<high>{_NUMBER})\s*%?")
_RATIO = re.compile(rf"(?P<part>{_NUMBER})\s*/\s*(?P<whole>{_NUMBER})")
_EITHER = re.compile(r"(?<![\d.])[1-9]\d{0,2},\d{3}(?!\d)")
_NONE = frozenset({"khong phat sinh", "khong", "khong co"})
_UNKNOWN = frozenset({"", "chua co so lieu", "chua co"})
_ABOUT, _LEAST, _MOST = {"khoang", "gan"}, {"it nhat", "toi thieu", "tren"}, {"nhieu nhat", "toi da", "khong qua", "duoi"}


def figure_of(words: str) -> Figure | None:
    """The figure the words say; None where they say that none is known. Raises ValidationError where they can be read in two ways
    or not at all.
    """
    said = fold(nfc(" ".join(words.split())))
    if said in _UNKNOWN:
        return None
    if said in _NONE:
        return Figure.zero()
    if _EITHER.search(said):
        told = _("“%(words)s” có thể hiểu là hai số khác nhau. Đề nghị ghi 5.132 (năm nghìn …) hoặc 5,13 (năm phẩy …).")
        raise ValidationError(told % {"words": words})
    if found := _RATIO.fullmatch(said):
        return Figure.ratio(_decimal(found["part"]), _decimal(found["whole"]))
    if found := _BETWEEN.fullmatch(said):
        low, high = _decimal(found["low"]), _decimal(found["high"])
        if high < low:
            raise ValidationError(_("Số đầu lớn hơn số cuối. Đề nghị kiểm tra lại khoảng giá trị."))
        return Figure.between(low, high)
    if found := _SINGLE.fullmatch(said):
        return _hedged(found["hedge"], _decimal(found["number"]))
    told = _(
        "Chưa đọc được số “%(words)s”. Đề nghị ghi dạng 1.200; 5,13; 1.000 - 1.200; khoảng 30; 17/20; hoặc Không phát sinh."
    )
    raise ValidationError(told % {"words": words})


@translation.override(settings.LANGUAGE_CODE)
def words_of(figure: Figure | None) -> str:
    """A figure as it is typed, in Vietnamese whoever reads it: what `figure_of` reads as the same figure."""
    if figure is None or not figure.known:
        return ""
    if figure.form == Form.ZERO:
        return str(Form.ZERO.label)
    return str(figure) if figure.form != Form.EXACT else number_format(figure.low.normalize() if figure.low else 0)


def _hedged(hedge: str | None, number: Decimal) -> Figure:
    if hedge in _ABOUT:
        return Figure.about(number)
    if hedge in _LEAST:
        return Figure.between(number, None)
    if hedge in _MOST:
        return Figure.between(None, number)
    return Figure.exact(number) if number else Figure.zero()


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(".", "").replace(",", "."))
