"""kept: worked out at the first question, never again, and not before."""

from dataclasses import dataclass, field

from hopluc.reading.kept import kept


@dataclass(frozen=True)
class Asked:
    times: list[str] = field(default_factory=list)

    @kept
    def answer(self) -> str:
        """What is answered."""
        self.times.append("asked")
        return "yes"


def test_it_is_worked_out_once_for_each_object() -> None:
    one, other = Asked(), Asked()

    assert [one.answer, one.answer, other.answer] == ["yes", "yes", "yes"]
    assert (one.times, other.times) == (["asked"], ["asked"])


def test_it_is_worked_out_anew_where_it_was_let_go() -> None:
    one = Asked()

    assert one.answer
    one.__dict__.pop("answer")

    assert one.answer
    assert one.times == ["asked", "asked"]


def test_of_the_class_it_tells_what_it_is() -> None:
    assert Asked.answer.__doc__ == "What is answered."
