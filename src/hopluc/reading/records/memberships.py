"""Memberships (thành viên ban, tổ, hội đồng): who sits in what committee, in which role, holding which post."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Membership(Value):
    """A person in a body: `position` and `organisation` are the post held, `body` the committee, `role` the part in it."""

    person: str
    position: str | None = None
    organisation: str | None = None
    body: str | None = None
    role: str | None = None
