"""The files a command is given, each with its name for people and for its results; and what to tell of one that was opened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hopluc.errors import MissingFile, UnreadableFile, WrongUse
from hopluc.reading.document import Document
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.bundles import bundle, bundle_name, is_picture
from hopluc.reading.sources.files import files_in, names_of, stems_of

_MEDIA = {
    "text/plain": "văn bản thường",
    "text/html": "trang web",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "message/rfc822": "thư điện tử",
    "image/png": "ảnh PNG",
    "image/jpeg": "ảnh JPEG",
    "image/tiff": "ảnh TIFF",
    "image/heic": "ảnh HEIC",
    "image/webp": "ảnh WebP",
    "application/vnd.hopluc.pictures+zip": "nhiều ảnh ghép thành một văn bản",
    "application/msword": "Word đời cũ (.doc)",
    "application/vnd.ms-excel": "Excel đời cũ (.xls)",
    "application/rtf": "RTF",
    "application/vnd.oasis.opendocument.text": "OpenDocument (.odt)",
    "application/vnd.oasis.opendocument.spreadsheet": "bảng tính OpenDocument (.ods)",
}


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to read: where it is, its name in messages and facts, and the name without extension of its results.

    `pages` are all the pictures of a document that was photographed page by page; `path` is the first.
    """

    path: Path
    name: str
    stem: str
    pages: tuple[Path, ...] = ()


def named_files(arguments: Sequence[Path], left_out: Iterable[Path] = ()) -> list[NamedFile]:
    """The files named, and those in the folders named, in order; of the latter those `left_out` are none. Raises WrongUse if there is none."""
    results = set(left_out)
    paths = [path for path in files_in(arguments) if path in arguments or path.absolute() not in results]
    if not paths:
        raise WrongUse(detail="Không có tệp nào trong thư mục đã nêu. Đề nghị kiểm tra lại đường dẫn.")
    return [NamedFile(*known) for known in zip(paths, names_of(paths), stems_of(paths), strict=True)]


def taken_together(arguments: Sequence[Path]) -> NamedFile:
    """The pictures named, and those in the folders named, as the pages of one document in that order. Raises WrongUse for what is no picture."""
    files = named_files(arguments)
    for file in files:
        if not is_picture(_beginning(file.path), file.name):
            raise WrongUse(
                detail=f'Chỉ ghép được ảnh chụp thành một văn bản; tệp "{file.name}" không phải ảnh. '
                "Đề nghị bỏ tệp này khỏi lệnh, hoặc bỏ --together."
            )
    return NamedFile(
        files[0].path, bundle_name([file.name for file in files]), files[0].stem, tuple(file.path for file in files)
    )


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(64)
    except OSError as error:
        raise MissingFile(name=path) from error


def open_file(file: NamedFile, sandbox: Sandbox) -> Document:
    """The document in a file. Raises UnreadableFile, also where the system does not give the file."""
    try:
        if file.pages:
            return open_source(bundle((path.name, path.read_bytes()) for path in file.pages), file.name, sandbox)
        return open_source(file.path, file.name, sandbox)
    except FileNotFoundError as error:
        raise MissingFile(name=file.path) from error
    except OSError as error:
        raise UnreadableFile(name=file.path) from error


def notes(document: Document) -> list[str]:
    """What a person should know of a file that was read all the same, in Vietnamese."""
    said, told = document.properties, []
    if extension := said.get("extension"):
        content = _MEDIA[document.media]
        told.append(f'Lưu ý: tệp "{document.name}" có đuôi {extension} nhưng nội dung là {content}; đã đọc theo nội dung.')
    if pages := said.get("pages_without_text"):
        told.append(f'Lưu ý: tệp "{document.name}", trang {pages} là bản chụp, không có phần chữ để đọc.')
    if pages := said.get("pages_misread"):
        told.append(
            f'Lưu ý: tệp "{document.name}", trang {pages} là bản chụp, phần chữ do máy quét nhận dạng thiếu dấu; '
            "đề nghị tải lên bản Word hoặc cài tesseract để đọc lại."
        )
    if pages := said.get("recognised_pages"):
        told.append(
            f'Lưu ý: tệp "{document.name}", trang {pages} là bản chụp, phần chữ do máy nhận dạng; đề nghị đối chiếu với bản gốc.'
        )
    if attached := said.get("attachments"):
        told.append(f'Lưu ý: tệp đính kèm trong thư "{document.name}" chưa được đọc: {attached}.')
    if hidden := said.get("hidden_sheets"):
        told.append(f'Lưu ý: trang tính ẩn trong tệp "{document.name}" không được đọc: {hidden}.')
    return told
