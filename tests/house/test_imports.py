"""Who may import whom: the contracts of pyproject.toml hold, and a breach would be seen."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
CONTRACTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_the_contracts_hold() -> None:
    done = subprocess.run([sys.executable, "-c", CONTRACTS], cwd=HOUSE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[-3000:]


def test_an_engine_that_imports_django_would_be_seen(tmp_path: Path) -> None:
    package = tmp_path / "src" / "hopluc"
    (package / "reading").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "reading" / "__init__.py").write_text("import django\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_package = "hopluc"\ninclude_external_packages = true\n'
        '[[tool.importlinter.contracts]]\nname = "engines"\ntype = "forbidden"\n'
        'source_modules = ["hopluc.reading"]\nforbidden_modules = ["django"]\n'
    )
    run = f"import sys; sys.path.insert(0, {str(tmp_path / 'src')!r}); {CONTRACTS}"

    done = subprocess.run([sys.executable, "-c", run], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "engines BROKEN" in done.stdout
