"""A field that picks one row among many by typing: the browser offers the newest as one types, the server finds any of them.

Without scripts: a text box with a list of suggestions (datalist). What is typed may be a suggestion, a number, or words of the title.
"""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.gate.edge import number_in

MOST_OFFERED = 200
MOST_TOLD = 5
_KEY = re.compile(r"\[(\d{1,18})\]\s*\Z")


class Suggesting(forms.TextInput):
    """A text box with suggestions."""

    template_name = "register/picked.html"
    offered: Callable[[], list[str]] = staticmethod(list)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        listed = f"{context['widget']['attrs'].get('id', name)}_list"
        context["widget"]["attrs"] |= {"list": listed, "autocomplete": "off"}
        return context | {"listed": listed, "offered": self.offered()}


class Picked(forms.CharField):
    """One of `rows` (which have a `search_key`), by its suggestion, or by words that only one of them holds."""

    widget = Suggesting
    default_error_messages = {  # noqa: RUF012, as Django declares it
        "none": gettext_lazy("Không tìm thấy. Đề nghị ghi số, ký hiệu hoặc vài từ trong tên."),
        "several": gettext_lazy("Có nhiều kết quả khớp: %(found)s. Đề nghị chọn trong danh sách gợi ý hoặc ghi rõ hơn."),
    }

    def __init__(self, rows: QuerySet[Any] | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 1200)
        kwargs.setdefault("help_text", gettext_lazy("Gõ số, ký hiệu hoặc vài từ trong tên, không cần dấu."))
        super().__init__(**kwargs)
        if rows is not None:
            self.among(rows)

    def among(self, rows: QuerySet[Any]) -> None:
        """Set the rows to pick from."""
        self.rows = rows
        self.widget.offered = lambda: [suggestion(row) for row in rows.order_by("-pk")[:MOST_OFFERED]]

    def clean(self, value: Any) -> Any:
        typed = super().clean(value).strip()
        if not typed:
            return None
        chosen = _KEY.search(typed)
        found = list(self.rows.filter(pk=int(chosen[1]))) if chosen else self._holding(fold(canonical(nfc(typed))))
        if not found:
            raise ValidationError(self.error_messages["none"], code="none")
        if len(found) > 1:
            told = "; ".join(str(row)[:80] for row in found[:MOST_TOLD])
            raise ValidationError(self.error_messages["several"], code="several", params={"found": told})
        return found[0]

    def _holding(self, words: str) -> list[Model]:
        """The rows that begin with the words, where there is one; else those that hold every word."""
        first = list(self.rows.filter(search_key__startswith=f"{words} ")[: MOST_TOLD + 1])
        if len(first) == 1:
            return first
        every = Q()
        for word in words.split()[:10]:
            every &= Q(search_key__contains=word)
        return list(self.rows.filter(every)[: MOST_TOLD + 1])


def suggestion(row: Model) -> str:
    """A row as the list offers it; the key at the end tells two of one name apart.

    >>> _KEY.search("12/BC Báo cáo năm 2026 [7]")[1]
    '7'
    """
    return f"{str(row)[:200]} [{row.pk}]"


def suggested(rows: QuerySet[Any], key: str) -> str:
    """The row of this key, as an address gives it, as the list offers it; "" where it is none of the rows."""
    row = rows.filter(pk=number_in(key)).first()
    return suggestion(row) if row is not None else ""
