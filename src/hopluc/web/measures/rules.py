"""Who may do what with a figure."""

from typing import Any

from hopluc.web.people.rules import writes_for_owner


def can_correct_observation(user: Any, observation: Any) -> bool:
    """An officer of the organisation that owns it, as long as it is not withdrawn."""
    return observation.withdrawn_at is None and writes_for_owner(user, observation)


can_withdraw_observation = can_correct_observation
