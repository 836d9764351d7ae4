"""What the pages say is true: links lead somewhere, labels are on the screen, named files are there, examples fit."""

import importlib
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from tools import docs

from hopluc.load import load_mapping, load_table
from hopluc.shapes import shape_of

HOUSE = Path(__file__).resolve().parents[2]
SOURCE = HOUSE / "src" / "hopluc"
DOCS = HOUSE / "docs"
PAGES = sorted([*HOUSE.glob("*.md"), *DOCS.rglob("*.md"), *SOURCE.rglob("*.md"), *(HOUSE / "samples").rglob("*.md")])
DECISIONS = sorted((DOCS / "explanation" / "decisions").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```(?:csv|yaml) (\S+/\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(HOUSE).as_posix()


def lost_links(page: Path, text: str) -> list[str]:
    """The relative links of a page that lead nowhere; examples in fences are no links."""
    links = [link for link in LINK.findall(FENCED.sub("", text)) if not link.endswith(".png")]
    return [link for link in links if not (page.parent / link).exists()]


def pictures(page: Path) -> list[Path]:
    """The pictures a page shows."""
    return [page.parent / link for link in LINK.findall(text_of(page)) if link.endswith(".png")]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert lost_links(page, text_of(page)) == []


def test_a_link_that_leads_nowhere_would_be_seen() -> None:
    assert lost_links(DOCS / "index.md", "[a](nowhere.md#b) [b](../README.md) [c](https://example.org/)") == ["nowhere.md"]


def test_every_picture_shown_is_one_that_make_pictures_takes() -> None:
    taken = set(re.findall(r'"([a-z-]+)(?:\.png)?"', text_of(HOUSE / "tools" / "pictures.py")))
    shown = {picture.stem for page in PAGES for picture in pictures(page)}

    assert "confirm" in shown
    assert shown - taken == set()


@pytest.mark.skipif(not list((DOCS / "pictures").glob("*.png")), reason="no pictures were taken yet: make pictures")
@pytest.mark.parametrize("page", [page for page in PAGES if pictures(page)], ids=name_of)
def test_every_picture_shown_is_there(page: Path) -> None:
    assert [picture.name for picture in pictures(page) if not picture.exists()] == []


def test_every_page_is_found_from_the_first() -> None:
    pages = {page for page in DOCS.rglob("*.md") if page not in DECISIONS and page.name != "index.md"}
    linked = {(DOCS / link).resolve() for link in LINK.findall(text_of(DOCS / "index.md"))}

    assert sorted(name_of(page) for page in pages - linked) == []


def test_every_make_target_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z.$()/A-Z-]+):", text_of(HOUSE / "Makefile"), re.MULTILINE))
    known = {target.replace("$(VENV)", ".venv") for target in targets}
    named = {target for page in PAGES for line in re.findall(r"^\$ make (.*)$", text_of(page), re.MULTILINE)
             for target in line.split("#")[0].split()}  # fmt: skip

    assert {"run", "test"} <= named
    assert named - known == set()


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_first_page_says_where_the_command_is(name: str) -> None:
    said, commands = re.split(r"^```console\n(?=\$ hopluc)", text_of(HOUSE / name), maxsplit=1, flags=re.MULTILINE)

    assert re.findall(r"`([^`]*/hopluc)`", said.splitlines()[-2]) == [".venv/bin/hopluc"]
    assert commands.startswith("$ hopluc read ")


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_sample_has_a_data_folder_of_its_own_and_the_port_asked_for() -> None:
    told = subprocess.run(
        ["make", "-n", "run", "PORT=8731"],
        cwd=HOUSE,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    begin = f'HOPLUC_HOME="{HOUSE / "var" / "sample"}" HOPLUC_DATABASE_URL= .venv/bin/hopluc '
    assert told.stdout.splitlines()[-2:] == [f"{begin}demo", f"{begin}serve --port 8731"]
    assert "/var/" in text_of(HOUSE / ".gitignore").splitlines()


def test_every_command_named_is_one_of_ours() -> None:
    commands = {parser.prog.split()[1] for parser in docs.sub_commands()}
    pages = "\n".join(map(text_of, PAGES))
    code = "\n".join(map(text_of, SOURCE.rglob("*.py")))

    named = set(re.findall(r"(?:`|^\$ )(?:\.venv/bin/)?hopluc ([a-z]+)", pages, re.MULTILINE))
    advised = set(re.findall(r"(?:hạy lại|bằng) hopluc ([a-z]+)", code))
    assert {"read", "review"} <= named
    assert "check" in advised
    assert (named | advised) - commands == set()


def labels() -> list[str]:
    """What the officer's first hour says is on the screen."""
    return sorted(set(re.findall(r"\*\*(.+?)\*\*", text_of(DOCS / "tutorials" / "gio-dau-tien.md"))))


@pytest.fixture(scope="module")
def screens() -> str:
    """All words of the site: its templates and its code."""
    return "\n".join(
        path.read_text(encoding="utf-8") for path in (SOURCE / "web").rglob("*") if path.suffix in {".html", ".py"}
    )


@pytest.mark.parametrize("label", labels())
def test_every_label_of_the_first_hour_is_on_a_screen(label: str, screens: str) -> None:
    assert re.search(rf"[\"'>]{re.escape(label)}[\"'<]", screens)


def test_a_label_that_is_on_no_screen_would_be_seen(screens: str) -> None:
    assert re.search(r"[\"'>]Trả lại báo cáo[\"'<]", screens) is None


def test_every_file_on_the_way_of_a_document_is_there() -> None:
    drawing = re.search(r"```text\n(.*?)```", text_of(DOCS / "explanation" / "the-way-of-a-document.md"), re.DOTALL)
    assert drawing is not None
    named = re.findall(r"[\w*/-]+/[\w*.-]*(?:\.py|\.yaml|/)|\b\w+\.py", drawing[1])

    assert len(named) > 15
    assert [path for path in named if not (list(SOURCE.glob(path)) or list(SOURCE.rglob(path)))] == []


def test_every_rule_of_who_sees_what_is_a_function() -> None:
    named = re.findall(r"`(\w+)\.((?:can|writes)_\w+)`", text_of(DOCS / "explanation" / "who-sees-what.md"))
    apps = {path.parent.name for path in (SOURCE / "web").glob("*/rules.py")}

    assert {app for app, _ in named} == apps
    assert [rule for app, rule in named if not hasattr(importlib.import_module(f"hopluc.web.{app}.rules"), rule)] == []


@pytest.mark.parametrize(
    ("name", "example"), [found for page in PAGES for found in EXAMPLE.findall(text_of(page))], ids=lambda value: value[:40]
)
def test_an_example_of_a_definition_is_accepted(name: str, example: str, tmp_path: Path) -> None:
    shape = shape_of(name)
    file = tmp_path / Path(name).name
    file.write_text(example, encoding="utf-8")

    assert shape is not None
    assert load_table(file, shape) if name.endswith(".csv") else load_mapping(file, shape)


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_says_what_why_and_what_was_left_out(page: Path) -> None:
    text = text_of(page)

    assert re.match(rf"# 0*{int(page.name[:4])}\. ", text)
    assert re.findall(r"^\*\*(Decided|What|Why|Left out|What was left out)\.\*\*", text, re.MULTILINE) in (
        ["Decided", "Why", "Left out"],
        ["What", "Why", "What was left out"],
    )
    assert len(text.splitlines()) <= 25


def test_decisions_are_numbered_one_after_the_other() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_every_library_we_run_on_has_its_reason() -> None:
    declared = tomllib.loads(text_of(HOUSE / "pyproject.toml"))["project"]["dependencies"]
    reasons = "\n".join(map(text_of, DECISIONS)).lower()

    names = [re.split(r"[~\[; ]", line)[0].lower() for line in declared]
    reasoned = {"psycopg": "postgresql"}  # the driver follows from the choice of the database
    assert [name for name in names if reasoned.get(name, name) not in reasons] == []
