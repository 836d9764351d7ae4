"""Every library we declare is used: imported by the product, or named by its settings."""

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
BY_NAME = {
    "jinja2": "from django.forms.renderers import Jinja2",
    "psycopg": "django.db.backends.postgresql",
    "whitenoise": "whitenoise.middleware",
}
"""What nobody imports: Django does, where this stands in the code."""


def declared() -> list[str]:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[~\[; ]", line)[0] for line in project["dependencies"]]


def unused(libraries: list[str], code: str) -> list[str]:
    """The libraries that nothing in the code imports or names."""
    modules: dict[str, list[str]] = {}
    for module, owners in packages_distributions().items():
        for owner in owners:
            modules.setdefault(owner.lower().replace("_", "-"), []).append(module)
    return [
        library
        for library in libraries
        if not any(
            re.search(rf"^\s*(?:import|from) {module}\b", code, re.MULTILINE)
            for module in modules.get(library.lower(), [library.lower()])
        )
        and BY_NAME.get(library.lower(), library) not in code
    ]


def test_every_library_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (HOUSE / "src").rglob("*.py"))

    assert unused(declared(), code) == []


def test_a_library_that_nothing_uses_would_be_seen() -> None:
    assert unused(["Django", "rules"], "from django.db import models\n") == ["rules"]
