"""The rules of this house about its files, as tests."""

import ast
import hashlib
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
SOURCE = HOUSE / "src" / "hopluc"
BANNED = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base", "core", "lib"} | {
    "service", "services", "handler", "handlers", "processor", "processors", "data2", "v2", "nextgen",
}  # fmt: skip
# Written apart so that this file does not match itself.
HOST_OR_PATH = re.compile(
    r"[a-z0-9.-]*(?:py"
    r"pi|hos"
    r"ted|npm"
    r"js|deb"
    r"ian)[.](?:org|com)|(?<![\w./-])/(?:wo"
    r"rk|fa"
    r"rm|ro"
    r"ot|home)/"
)
MOST_LINES = 600


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, check=True).stdout
    return [HOUSE / name for name in listed.decode().split("\0") if name and (HOUSE / name).exists()]


def modules(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


@pytest.fixture(scope="module")
def sources() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in modules(SOURCE)}


def banned_names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths if path.stem in BANNED or path.stem.startswith("new_")]


def test_no_file_without_a_subject() -> None:
    assert banned_names(modules(SOURCE)) == []


def test_a_file_without_a_subject_would_be_seen() -> None:
    assert banned_names([Path("web/utils.py"), Path("web/people.py")]) == ["utils.py"]


def test_no_file_past_its_length() -> None:
    long = {path.name: n for path in modules(SOURCE) if (n := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES}

    assert long == {}


def test_no_host_and_no_machine_path_in_tracked_files() -> None:
    found = []
    for path in tracked():
        if path.suffix in {".woff2", ".png", ".pdf", ".docx", ".jpg"} or "vendor" in path.parts:
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        found += [f"{path.relative_to(HOUSE)}: {match[0]}" for match in HOST_OR_PATH.finditer(text)]

    assert found == []


def test_a_host_or_a_path_would_be_seen() -> None:
    lines = ["see files.py" + "pi.org for it", "in /wo" + "rk/main", "a/wo" + "rk/of art", "docs/home/page"]

    assert [bool(HOST_OR_PATH.search(line)) for line in lines] == [True, True, False, False]


def uses_objects(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"} for node in ast.walk(tree))


def test_views_never_reach_past_queries_to_the_database(sources: dict[Path, ast.Module]) -> None:
    doors = [path for path in sources if path.stem == "views" or path.parent.name in {"views", "portal", "api"}]

    assert [str(path.relative_to(SOURCE)) for path in doors if uses_objects(sources[path])] == []


def test_a_view_that_reaches_past_queries_would_be_seen() -> None:
    assert uses_objects(ast.parse("def page(request): return Programme.objects.all()"))


def silent_catches(tree: ast.Module) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None or any(getattr(part, "id", "") in {"Exception", "BaseException"} for part in ast.walk(node.type))
        )
    ]


def test_no_catch_of_everything(sources: dict[Path, ast.Module]) -> None:
    assert {path.name: lines for path, tree in sources.items() if (lines := silent_catches(tree))} == {}


@pytest.mark.parametrize("caught", ["", " Exception", " (KeyError, Exception)", " BaseException as mishap"])
def test_a_catch_of_everything_would_be_seen(caught: str) -> None:
    assert silent_catches(ast.parse(f"try:\n    go()\nexcept{caught}:\n    pass")) == [3]


def test_inner_imports_say_why(sources: dict[Path, ast.Module]) -> None:
    """An import inside a function has its reason in a comment on the same line or on the line above its block of imports."""
    bare = []
    for path, tree in sources.items():
        lines = path.read_text(encoding="utf-8").splitlines()
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            imports = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            if imports and not any("#" in lines[node.lineno - 1] or "#" in lines[node.lineno - 2] for node in imports):
                bare.append(f"{path.relative_to(SOURCE)}:{function.lineno} {function.name}")

    assert bare == []


@pytest.mark.parametrize("name", ["runtime", "test", "bench"])
def test_requirements_are_pinned_with_hashes_and_name_no_host(name: str) -> None:
    text = (HOUSE / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", text.strip())

    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", text) == []


@pytest.mark.parametrize("folder", ["src/hopluc/web/static/vendor", "tests/browser/vendor"])
def test_vendored_files_are_those_recorded_with_their_licences(folder: str) -> None:
    home = HOUSE / folder
    recorded = {entry["file"]: entry for entry in json.loads((home / "vendor.json").read_text(encoding="utf-8"))}
    present = {
        p.relative_to(home).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in home.rglob("*") if p.is_file()
    }
    present.pop("vendor.json")

    assert present == {name: entry["sha256"] for name, entry in recorded.items()}
    assert all(entry["licence"] for entry in recorded.values())


VENDORED = ["src/hopluc/web/static/vendor", "tests/browser/vendor", "src/hopluc/reporting/fonts"]


@pytest.mark.parametrize("folder", VENDORED)
def test_every_vendored_part_has_its_licence_beside_it(folder: str) -> None:
    parts = [part for part in (HOUSE / folder).iterdir() if part.is_dir()]

    assert parts != []
    assert [part.name for part in parts if not any(file.stat().st_size > 500 for file in part.glob("LICENSE*"))] == []


def test_every_table_of_definitions_names_its_sources() -> None:
    tables = sorted((SOURCE / "definitions").rglob("*.csv"))
    heads = {table.name: table.read_text(encoding="utf-8").split("\n", 1)[0].split(",") for table in tables}

    assert heads != {}
    assert [name for name, columns in heads.items() if "source" not in columns] == []


def test_no_two_test_files_have_one_name() -> None:
    # Without packages pytest imports a test file by its bare name; a second of that name stops the whole run.
    names = Counter(path.name for path in (HOUSE / "tests").rglob("test_*.py"))
    assert not [name for name, count in names.items() if count > 1]
