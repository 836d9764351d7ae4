"""The rules of this house about its pages: every template loads, holds nothing the browser is told to refuse, and leads somewhere."""

import re
from pathlib import Path

import pytest
from django.forms.renderers import get_default_renderer
from django.template.loader import get_template
from django.urls import URLPattern, URLResolver, get_resolver

WEB = Path(__file__).resolve().parents[2] / "src" / "hopluc" / "web"
TEMPLATES = sorted(WEB.rglob("templates/**/*.html"))
FIELDS = sorted(WEB.rglob("jinja2/**/*.html"))
INLINE = re.compile(
    r"<style\b|<script\b(?![^>]*\bsrc=)|<[^>]*\s(?:style|on[a-z]+)\s*=|(?:href|src|action)\s*=\s*[\"']?\s*(?:javascript|data):",
    re.IGNORECASE,
)
LINK = re.compile(r"{%\s*url\s+[\"']([\w:-]+)[\"']")


def name_of(template: Path) -> str:
    return re.split("/(?:templates|jinja2)/", template.as_posix(), maxsplit=1)[1]


def addresses(resolver: URLResolver, prefix: str = "") -> set[str]:
    """The name of every address, with its namespace."""
    found: set[str] = set()
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.add(f"{prefix}{entry.name}")
        else:
            found |= addresses(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
    return found


def test_there_are_templates() -> None:
    assert "base.html" in {name_of(path) for path in TEMPLATES}


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_loads(path: Path) -> None:
    assert get_template(name_of(path)).template.name == name_of(path)


@pytest.mark.parametrize("path", FIELDS, ids=name_of)
def test_every_template_of_a_field_loads(path: Path) -> None:
    assert get_default_renderer().get_template(name_of(path))


@pytest.mark.parametrize("path", [*TEMPLATES, *FIELDS], ids=name_of)
def test_no_template_holds_what_the_content_security_policy_refuses(path: Path) -> None:
    assert [found[0] for found in INLINE.finditer(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>p {}</style>",
        "<script>go()</script>",
        '<a class="x"\n onclick="go()">',
        "<a href='javascript:go()'>",
    ],
)
def test_what_is_refused_would_be_seen(line: str) -> None:
    assert INLINE.search(line)


@pytest.mark.parametrize(
    "line", ['<script src="x.js" defer></script>', '<meta name="viewport" content="width=1">', '<td data-style="x">']
)
def test_what_is_allowed_is_left_in_peace(line: str) -> None:
    assert INLINE.search(line) is None


def test_every_link_of_a_template_leads_to_an_address() -> None:
    known = addresses(get_resolver())
    links = {(name_of(path), link) for path in TEMPLATES for link in LINK.findall(path.read_text(encoding="utf-8"))}

    assert links != set()
    assert sorted(found for found in links if found[1] not in known) == []


def test_a_link_that_leads_nowhere_would_be_seen() -> None:
    assert LINK.findall("{% url 'register:nowhere' pk=1 %} {% url \"home\" %}") == ["register:nowhere", "home"]
    assert "register:nowhere" not in addresses(get_resolver())


TAG = re.compile(r"<[a-zA-Z](?:[^<>{]|{%.*?%}|{{.*?}})*>", re.DOTALL)
NUMBER = re.compile(r"{{ *[\w.]*(?:\.pk|_id|\.percent) *}}")
DRAWN = re.compile(r"<svg\b.*?{{.*?</svg>", re.DOTALL)
PLAIN = re.compile(r"{% localize off %}.*?{% endlocalize %}", re.DOTALL)


def parted_by_thousands(template: str) -> list[str]:
    """The numbers a template would give a browser as 1.234, by which it knows neither a row nor a length."""
    keys = [found for tag in TAG.findall(template) for found in NUMBER.findall(tag)]
    return keys + [f"<svg {found[:40]}" for found in DRAWN.findall(PLAIN.sub("", template))]


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_what_a_browser_reads_as_a_number_is_not_parted_by_thousands(path: Path) -> None:
    assert parted_by_thousands(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        '<option value="{{ body.pk }}">',
        '<a href="{% url "x" %}?nam={{ one.row_id }}">',
        '<svg viewBox="0 0 {{ chart.width }} 9"></svg>',
    ],
)
def test_a_number_parted_by_thousands_would_be_seen(line: str) -> None:
    assert len(parted_by_thousands(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        '<option value="{{ body.pk|unlocalize }}">',
        '{% localize off %}<svg width="{{ chart.width }}"></svg>{% endlocalize %}',
        "<b>{{ n }}</b>",
    ],
)
def test_plain_numbers_are_left_in_peace(line: str) -> None:
    assert parted_by_thousands(line) == []
