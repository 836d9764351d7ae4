"""Copies the front-end files we ship out of their packages: `python tools/vendor.py` (needs npm; for maintainers only).

Each file goes to `static/vendor/NAME-VERSION/` with its licence; `vendor.json` records name, version, licence and SHA-256,
which a test recomputes. Nothing is fetched when the product is installed or run.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
STATIC = HOUSE / "src/hopluc/web/static/vendor"
FOR_TESTS = HOUSE / "tests/browser/vendor"


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    licence: str
    files: tuple[str, ...]
    folder: Path = STATIC

    @property
    def short(self) -> str:
        return self.name.split("/")[-1].removesuffix(".org")


def font(subset: str, weight: int) -> str:
    return f"files/be-vietnam-pro-{subset}-{weight}-normal.woff2"


FONTS = tuple(font(subset, weight) for subset in ("latin", "latin-ext", "vietnamese") for weight in (400, 600, 700))
PACKAGES = (
    Package("@picocss/pico", "2.1.1", "MIT", ("css/pico.min.css",)),
    Package("htmx.org", "2.0.11", "0BSD", ("dist/htmx.min.js",)),
    Package("@fontsource/be-vietnam-pro", "5.3.0", "OFL-1.1", FONTS),
    Package("axe-core", "4.14.1", "MPL-2.0", ("axe.min.js",), FOR_TESTS),
)


def unpack(package: Package, into: Path) -> Path:
    """The package's files, unpacked below `into`."""
    subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"], cwd=into, check=True, stdout=subprocess.DEVNULL
    )
    archive = max(into.glob("*.tgz"), key=lambda path: path.stat().st_mtime_ns)
    with tarfile.open(archive) as tar:
        tar.extractall(into / package.short, filter="data")
    archive.unlink()
    return into / package.short / "package"


def copy(package: Package, source: Path) -> list[dict[str, str]]:
    """Copy the chosen files and the licence; one entry of vendor.json for each."""
    target = package.folder / f"{package.short}-{package.version}"
    target.mkdir(parents=True, exist_ok=True)
    licence = next(path for path in source.iterdir() if re.match(r"LICEN[CS]E(\.md|\.txt)?$", path.name))
    entries = []
    for path in (*(source / name for name in package.files), licence):
        content = (
            re.sub(rb"\n?(//[#@]|/\*[#@]) ?sourceMappingURL=.*", b"", path.read_bytes())
            if path.suffix in {".js", ".css"}
            else path.read_bytes()
        )
        (target / path.name).write_bytes(content)
        place = (target / path.name).relative_to(package.folder).as_posix()
        entries.append(
            {
                "file": place,
                "package": package.name,
                "version": package.version,
                "licence": package.licence,
                "sha256": hashlib.sha256(content).hexdigest(),
            }
        )
    return entries


def main() -> None:
    recorded: dict[Path, list[dict[str, str]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for package in PACKAGES:
            recorded.setdefault(package.folder, []).extend(copy(package, unpack(package, Path(folder))))
    for folder_, entries in recorded.items():
        (folder_ / "vendor.json").write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
