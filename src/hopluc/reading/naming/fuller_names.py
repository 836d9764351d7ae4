"""The fuller name that a short one begins: `Ban Chỉ đạo` and the committee named in full before it."""

from bisect import bisect_left
from collections.abc import Sequence

LAST = chr(0x10FFFF)


class Fuller:
    """Among mentions with the same first words: the fuller name that a short one begins."""

    def __init__(self, places: Sequence[int], written: Sequence[str]) -> None:
        self._written = written
        at: dict[str, list[int]] = {}
        for place in places:
            at.setdefault(written[place], []).append(place)
        forms = sorted((form.casefold(), form) for form in at)
        self._fuller = {
            form: sorted(place for _, other in _begun_by(form, forms) for place in at[other]) for form in at if _is_short(form)
        }

    def name(self, place: int) -> str:
        """The fullest name for the one written at `place`: the nearest said before it, else the first after it."""
        form = self._written[place]
        for _ in range(3):
            named = self._fuller.get(form)
            if not named:
                return form
            before = bisect_left(named, place)
            form = self._written[named[before - 1] if before else named[0]]
        return form


def _begun_by(form: str, forms: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    """Those of `forms`, in order, that go on after `form`."""
    begin = form.casefold() + " "
    return forms[bisect_left(forms, (begin, "")) : bisect_left(forms, (begin + LAST, ""))]


def _is_short(form: str) -> bool:
    return form.casefold() in ("viện hàn lâm", "ban tổ chức", "tổ công tác") or form.startswith(
        ("Ban Chỉ đạo", "Tổ giúp việc", "Ban Điều hành", "Ban Điều phối", "Viện Hàn lâm")
    )
