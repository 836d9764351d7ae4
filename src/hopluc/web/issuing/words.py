"""Figures and states in the words of an official report."""

from decimal import Decimal

from hopluc.web.measures.figures import Form
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.register.states import Code, State

STATES = {
    Code.DONE: "đã hoàn thành",
    Code.IN_PROGRESS: "đang thực hiện",
    Code.NOT_STARTED: "chưa triển khai",
    Code.BLOCKED: "đang vướng mắc",
    Code.OVERDUE: "quá hạn, chưa có kết quả",
    Code.STOPPED: "dừng thực hiện",
    Code.CARRIED_OVER: "chưa triển khai",
}


def state_in_words(state: State) -> str:
    """The state as a report says it."""
    return STATES.get(state.code, state.label.lower())


def number_in_words(number: Decimal, *, counted: bool = True) -> str:
    """`5.132`, `51,5`; a whole count below 10 with its zero (`07`), as reports write it.

    >>> number_in_words(Decimal("5132.00")), number_in_words(Decimal("51.50")), number_in_words(Decimal(7))
    ('5.132', '51,5', '07')
    """
    number = number.normalize()
    if number == number.to_integral_value():
        whole = f"{int(number):,}".replace(",", ".")
        return whole.zfill(2) if counted and 0 <= number < 10 else whole
    return f"{number:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def figure_in_words(observation: Observation) -> str:
    """The figure with its unit: `209 công nghệ`, `5.132 triệu đồng`, `từ 1.000 đến 1.200 kỹ sư`, `14/15 bệnh viện`, `không phát sinh`."""
    figure, unit = observation.figure, observation.indicator.unit
    if figure.form == Form.NOT_REPORTED:
        return "chưa có số liệu"
    if figure.form == Form.ZERO:
        return "không phát sinh"
    if figure.form == Form.RATIO and figure.numerator is not None and figure.denominator is not None:
        return f"{number_in_words(figure.numerator)}/{number_in_words(figure.denominator)} {unit}".strip()
    shown = _money if unit == DONG else number_in_words
    words = _ends(figure.form, figure.low, figure.high, shown)
    return words if unit == DONG else f"{words}{'' if unit == '%' else ' '}{unit}".strip()


def _ends(form: str, low: Decimal | None, high: Decimal | None, shown: object) -> str:
    assert callable(shown)
    if form == Form.ABOUT and low is not None:
        return f"khoảng {shown(low)}"
    if low is None:
        return f"không quá {shown(high)}"
    if high is None:
        return f"ít nhất {shown(low)}"
    return str(shown(low)) if low == high else f"từ {shown(low)} đến {shown(high)}"


def _money(dong: Decimal) -> str:
    """đồng in millions where that is whole, else in đồng: never rounded."""
    if dong and dong % 1_000_000 == 0:
        return f"{number_in_words(dong / 1_000_000, counted=False)} triệu đồng"
    return f"{number_in_words(dong, counted=False)} đồng"
