"""An index scored from files (tính bộ chỉ số): its definition, its figures, the results written out and shown."""

from pathlib import Path
from typing import TextIO

from hopluc.errors import MissingFile, WrongUse
from hopluc.files.earlier import remove_earlier
from hopluc.files.whole import write
from hopluc.load import definitions_folder
from hopluc.scorecards import Data, Definition, Scores, load_definition, score
from hopluc.scorecards.sources import read_coin_tool, read_figures, read_metadata, read_sheet
from hopluc.scorecards.written import STAMP, as_ranking, as_tables, as_yaml

_YAML = (".yaml", ".yml")


def read_index(definition: str, data: Path | None) -> tuple[Definition, Data]:
    """The definition and the figures that a command names.

    A definition is a YAML file, the name of one that comes with the package (`pii-2025`), or a table of metadata like COINr's; without data it is
    a workbook of the COIN Tool, which holds both. Raises WrongUse, UnreadableFile, WrongDefinition, WrongFigure.
    """
    path = Path(definition)
    if data is None and path.suffix.lower() == ".xlsx":
        return read_coin_tool(path)
    found = _definition(path, definition)
    if data is None:
        raise WrongUse(detail="Thiếu tệp số liệu: hopluc score ĐỊNH_NGHĨA SỐ_LIỆU. Chỉ sổ COIN Tool (.xlsx) mới có cả hai.")
    return found, read_figures(read_sheet(data), found)


def _definition(path: Path, name: str) -> Definition:
    if path.is_file():
        return load_definition(path) if path.suffix.lower() in _YAML else read_metadata(read_sheet(path), path.stem)
    shipped = {file.stem: file for file in sorted((definitions_folder() / "scorecards").glob("*.yaml"))}
    if name in shipped:
        return load_definition(shipped[name])
    if path.suffix:
        raise MissingFile(name=path.name)
    raise WrongUse(detail=f'Không có bộ chỉ số "{name}". Hệ thống có sẵn: {", ".join(shipped)}.')


def score_index(definition: Definition, data: Data, out: Path | None, screen: TextIO) -> Scores:
    """The scores, shown as a ranking with what must be known of them, and written as tables into a folder where one is named.

    The results of an earlier run are removed from that folder first: ranks of two runs beside each other would be read as one.
    Raises CannotScore, CannotWrite.
    """
    scores = score(definition, data)
    if out is not None:
        remove_earlier(out)
        for name, text in as_tables(scores):
            write(out / name, [text])
    print(f"{definition.name}, kỳ {definition.edition}. {STAMP}.", file=screen)
    if definition.status != "official" and definition.note:
        print(definition.note, file=screen)
    print(file=screen)
    print(as_ranking(scores), file=screen)
    if scores.remarks:
        print("\nCần biết khi đọc điểm:", file=screen)
    for remark in scores.remarks:
        print(f"- {remark.text}", file=screen)
    if out is not None:
        print(f"\nMỗi bước một tệp trong thư mục {out}.", file=screen)
    return scores


def keep_definition(definition: Definition, path: Path) -> None:
    """Write a definition as a YAML file, never over one that is there. Raises WrongUse, CannotWrite."""
    if path.exists():
        raise WrongUse(detail=f'Tệp "{path}" đã có; đề nghị chọn tên khác cho --keep.')
    write(path, [as_yaml(definition)])
