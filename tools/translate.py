"""Brings the English catalogue up to the pages' words and compiles every catalogue. For maintainers; needs gettext.

Run: python -m tools.translate. The .mo files are kept with the source: on a user's machine nothing is compiled.
The words of the pages are Vietnamese, so the Vietnamese catalogue holds only what Django says; it is written by hand.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parents[1] / "src" / "hopluc" / "web"
LOCALE = WEB / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = (
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
)
WHEN = re.compile(r'^"POT-Creation-Date:.*\n', re.MULTILINE)
"""The one line of a catalogue that changes when nothing has."""


def has_gettext() -> bool:
    """Are the programs of gettext on this machine."""
    return all(shutil.which(program) for program in ("xgettext", "msgmerge", "msgattrib", "msgfmt"))


def _run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, encoding="utf-8").stdout


def _sources(web: Path) -> Iterator[tuple[Path, str]]:
    """Where each file with words stands under the web folder, and its words as Python."""
    for path in sorted(web.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path.relative_to(web), path.read_text(encoding="utf-8")
    for path in sorted(web.rglob("*.html")):
        name = path.relative_to(web)
        yield name.with_name(name.name + ".py"), templatize(path.read_text(encoding="utf-8"), origin=str(name))


def extract(web: Path = WEB) -> str:
    """The words of all pages as a template catalogue (.pot)."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, text in _sources(web):
            target = Path(folder) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            names.append(str(name))
        listed = Path(folder) / "files"
        listed.write_text("\n".join(names), encoding="utf-8")
        return _run(
            "xgettext", "--language=Python", "--from-code=UTF-8", "--no-location", "--no-wrap",
            *(f"--keyword={keyword}" for keyword in KEYWORDS),
            f"--directory={folder}", f"--files-from={listed}", "--output=-",
        )  # fmt: skip


def merged(template: str, catalogue: Path = ENGLISH) -> str:
    """The catalogue with the template's words: those known keep their translation, those gone are dropped, nothing is guessed."""
    with tempfile.TemporaryDirectory() as folder:
        pot, po = Path(folder) / "new.pot", Path(folder) / "new.po"
        pot.write_text(template, encoding="utf-8")
        _run("msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", f"--output-file={po}", catalogue, pot)
        return WHEN.sub("", _run("msgattrib", "--no-obsolete", "--no-wrap", po))


def unfinished(catalogue: Path) -> str:
    """The entries without a translation, or with one that nobody confirmed, as a catalogue; empty when there are none."""
    return "".join(_run("msgattrib", f"--{kind}", "--no-wrap", catalogue) for kind in ("only-fuzzy", "untranslated"))


def compile_to(catalogue: Path, target: Path) -> None:
    """Compile a catalogue, checking its header and that each translation keeps the placeholders."""
    _run("msgfmt", "--check", f"--output-file={target}", catalogue)


def main() -> None:
    """Extract, merge and compile; the exit status is 1 where a word waits for its translation."""
    if not has_gettext():
        sys.exit("gettext is missing (on Debian: apt-get install gettext).")
    ENGLISH.write_text(merged(extract()), encoding="utf-8")
    for catalogue in sorted(LOCALE.rglob("*.po")):
        compile_to(catalogue, catalogue.with_suffix(".mo"))
    if waiting := unfinished(ENGLISH):
        sys.exit(waiting)


if __name__ == "__main__":
    main()
