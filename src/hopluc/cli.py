"""The `hopluc` command: one function a sub-command.

Each imports what it needs itself, so that the commands of the engines start at once and never load Django.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from hopluc import __version__
from hopluc.errors import CannotWrite, HopLucError, MissingFile, UnreadableFile, WrongUse

if TYPE_CHECKING:
    from hopluc.reading import Document

_FAILED, _WRONG_USE, _INTERRUPTED = 1, 2, 130
_SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vinh-ha"
_MEDIA = {
    "text/plain": "văn bản thường",
    "text/html": "trang web",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "message/rfc822": "thư điện tử",
    "image/png": "ảnh PNG",
    "image/jpeg": "ảnh JPEG",
}
_SAID = (
    (re.compile(r"the following arguments are required: (.*)"), r"thiếu \1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"không có tùy chọn \1"),
    (re.compile(r"argument (\S+): expected .*"), r"\1 cần một giá trị"),
    (re.compile(r"argument \S+: invalid choice: ('\S*').*"), r"không có lệnh \1"),
    (re.compile(r"argument (\S+): ignored explicit argument (.*)"), r"\1 không nhận giá trị \2"),
    (re.compile(r"ambiguous option: (\S+) .*"), r"tùy chọn \1 chưa rõ"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and says what is wrong in one line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, allow_abbrev=False, **settings)
        self.options = self.add_argument_group("Tùy chọn")
        self.options.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _SAID:
            message = english.sub(vietnamese, message)
        self.exit(_WRONG_USE, f'{self.prog}: {message}. Xem "{self.prog} --help".\n')


def _files_argument(parser: _Parser) -> None:
    files = parser.add_argument_group("Đối số")
    files.add_argument(
        "files",
        metavar="TỆP",
        nargs="+",
        type=Path,
        help="tệp .docx, .xlsx, .pdf, .html, .txt, .eml, ảnh .jpg, .png, hoặc thư mục chứa các tệp đó",
    )


def _lines_argument(parser: _Parser) -> None:
    parser.options.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="ghi mỗi văn bản một tệp .jsonl vào thư mục này")


def command_parser() -> argparse.ArgumentParser:
    """The command line of `hopluc`: every command with its options."""
    parser = _Parser(prog="hopluc", description="Hợp Lực: đọc văn bản của các chương trình hợp tác khoa học và công nghệ.")
    parser.options.add_argument("--version", action="version", version=f"hopluc {__version__}", help="hiện phiên bản")
    commands = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", dest="command", required=True, parser_class=_Parser)
    _add_read(commands)
    _add_audit(commands)
    _add_review(commands)
    _add_check(commands)
    _add_site(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 something failed (said on standard error), 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    options = command_parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except WrongUse as error:
        return _tell(str(error), _WRONG_USE)
    except HopLucError as error:
        return _tell(str(error), _FAILED)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does: nothing more can be said to it, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _tell(message: str, status: int) -> int:
    print(" ".join(message.split()), file=sys.stderr, flush=True)
    return status


def _add_read(commands: Any) -> None:
    about = "Đọc văn bản thành dữ kiện (JSON Lines), mỗi dữ kiện kèm đúng đoạn văn bản nói điều đó."
    parser = commands.add_parser("read", help="đọc văn bản thành dữ kiện", description=about)
    _files_argument(parser)
    _lines_argument(parser)
    parser.options.add_argument(
        "--text", action="store_true", help="ghi thêm phần chữ đã đọc của tệp không phải .txt Unicode thành TÊN.txt"
    )
    parser.set_defaults(run=read)


def read(options: argparse.Namespace) -> int:
    """hopluc read: every fact of each file, as lines of JSON."""
    # The engine, only for the commands that read.
    from hopluc.reading.read import read as read_document

    status = 0
    for stem, document in _documents(options.files):
        if document is None:
            status = _FAILED
            continue
        _write_lines(options.out, stem, read_document(document).lines())
        if options.text and (document.media != "text/plain" or document.origin is not None):
            _write(options.out or Path(), f"{stem}.txt", [document.text], options.files)
    return status


def _add_audit(commands: Any) -> None:
    about = "Tìm những điểm không khớp trong từng văn bản và giữa các văn bản, kèm phép tính và trích dẫn."
    parser = commands.add_parser("audit", help="tìm những điểm cần đối chiếu", description=about)
    _files_argument(parser)
    _lines_argument(parser)
    parser.options.add_argument("--passing", action="store_true", help="nêu cả những phép kiểm tra khớp, đánh dấu ok")
    parser.set_defaults(run=audit)


def audit(options: argparse.Namespace) -> int:
    """hopluc audit: the contradictions of all files together, as lines of JSON."""
    # The engine, only for the commands that read.
    from hopluc.reading.audit import audit as audit_readings
    from hopluc.reading.read import read as read_document

    opened = list(_documents(options.files))
    known = [(stem, document) for stem, document in opened if document is not None]
    audits = audit_readings([read_document(document) for _, document in known], on=date.today())  # noqa: DTZ011 (the officer's day)
    for (stem, _), found in zip(known, audits, strict=True):
        _write_lines(options.out, stem, found.lines(passing=options.passing))
    return 0 if len(known) == len(opened) else _FAILED


def _add_review(commands: Any) -> None:
    about = (
        "Đọc các văn bản, lập sổ chương trình và báo cáo sơ kết: review.docx, review.pdf, review.html, findings.jsonl, "
        "register.sqlite3; mỗi chương trình một thư mục."
    )
    parser = commands.add_parser("review", help="lập sổ chương trình và báo cáo sơ kết", description=about)
    _files_argument(parser)
    parser.options.add_argument("--out", metavar="THƯ_MỤC", type=Path, required=True, help="thư mục ghi kết quả")
    parser.set_defaults(run=review)


def review(options: argparse.Namespace) -> int:
    """hopluc review: the register, the points to check and the official review, on a private database."""
    opened = [(path, document) for path, _stem, document in _opened(options.files)]
    known = [(document, path.read_bytes()) for path, document in opened if document is not None]
    if not known:
        return _FAILED
    # Django, only for the commands of the site.
    from hopluc.web import commands

    status = commands.review(known, options.out, on=date.today())  # noqa: DTZ011 (the officer's day)
    return status or (_FAILED if len(known) < len(opened) else 0)


def _add_check(commands: Any) -> None:
    about = "Kiểm tra mọi tệp định nghĩa, rồi cấu hình và cơ sở dữ liệu của trang; nêu từng chỗ sai."
    parser = commands.add_parser("check", help="kiểm tra định nghĩa và cấu hình", description=about)
    parser.options.add_argument(
        "--definitions", metavar="THƯ_MỤC", type=Path, help="kiểm tra thư mục định nghĩa này thay cho thư mục của hệ thống"
    )
    parser.set_defaults(run=check)


def check(options: argparse.Namespace) -> int:
    """hopluc check: every definition loaded, then the site's own checks. Status 1 where one is wrong."""
    # Every table there is, only for this command.
    from hopluc.shapes import definition_files, wrong_definitions

    folder: Path | None = options.definitions
    if folder is not None and not folder.is_dir():
        raise WrongUse(detail=f'Không tìm thấy thư mục "{folder}". Đề nghị kiểm tra lại đường dẫn.')
    wrong = [_tell(str(mishap), _FAILED) for mishap in wrong_definitions(folder)]
    if not wrong:
        print(f"Định nghĩa: {len(definition_files(folder))} tệp, không có chỗ sai.")
    return _site().check() or (_FAILED if wrong else 0)


def _add_site(commands: Any) -> None:
    demo = commands.add_parser(
        "demo",
        help="đưa chương trình mẫu vào trang",
        description="Đọc, xác nhận chương trình mẫu và lập báo cáo sơ kết của nó.",
    )
    demo.options.add_argument("--samples", metavar="THƯ_MỤC", type=Path, default=_SAMPLES, help="thư mục văn bản mẫu")
    demo.set_defaults(run=lambda options: _site().demo(options.samples))
    serve = commands.add_parser(
        "serve", help="mở trang", description="Mở trang cùng một tiến trình làm việc nền, đến khi dừng."
    )
    serve.options.add_argument(
        "--address", metavar="ĐỊA_CHỈ", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định 127.0.0.1)"
    )
    serve.options.add_argument("--port", metavar="CỔNG", type=int, default=8000, help="cổng (mặc định 8000)")
    serve.options.add_argument("--workers", metavar="SỐ", type=int, default=1, help="số tiến trình trang (mặc định 1)")
    serve.set_defaults(run=lambda options: _site().serve(options.address, options.port, options.workers))
    worker = commands.add_parser("worker", help="làm các việc nền", description="Làm các việc đang chờ, đến khi dừng.")
    worker.options.add_argument("--once", action="store_true", help="dừng khi không còn việc chờ")
    worker.set_defaults(run=lambda options: _site().worker(once=options.once))
    verify = commands.add_parser(
        "verify", help="kiểm tra nhật ký", description="Kiểm tra chuỗi nhật ký; nêu dòng sai đầu tiên."
    )
    verify.options.add_argument(
        "--head", metavar="TỆP", type=Path, help="mã đầu chuỗi đã xuất trước đây, để phát hiện phần cuối bị cắt"
    )
    verify.options.add_argument(
        "--export", metavar="TỆP", type=Path, help="ghi mã đầu chuỗi hiện tại vào tệp này, giữ ở nơi khác"
    )
    verify.set_defaults(run=lambda options: _site().verify(options.head, options.export))


def _site() -> Any:
    # Django, only for the commands of the site.
    from hopluc.web import commands

    return commands


def _documents(arguments: Sequence[Path]) -> Iterator[tuple[str, "Document | None"]]:
    """Each file's name for results and its document, as `_opened` gives them."""
    return ((stem, document) for _path, stem, document in _opened(arguments))


def _opened(arguments: Sequence[Path]) -> Iterator[tuple[Path, str, "Document | None"]]:
    """Each file, its name for results and its document, as they are opened; None where a file cannot be read, which is told."""
    # Opening files, only for the commands that read.
    from hopluc.reading.sources import Sandbox, open_source
    from hopluc.reading.sources.files import files_in, names_of, stems_of

    paths = files_in(arguments)
    if not paths:
        raise WrongUse(detail="Không có tệp nào trong thư mục đã nêu. Đề nghị kiểm tra lại đường dẫn.")
    with Sandbox() as sandbox:
        for path, name, stem in zip(paths, names_of(paths), stems_of(paths), strict=True):
            try:
                document = open_source(path, name, sandbox)
            except UnreadableFile as error:
                _tell(str(error), _FAILED)
                yield path, stem, None
            except OSError as error:
                missing = isinstance(error, FileNotFoundError)
                _tell(str((MissingFile if missing else UnreadableFile)(name=path)), _FAILED)
                yield path, stem, None
            else:
                _tell_notes(document)
                yield path, stem, document


def _tell_notes(document: "Document") -> None:
    """What a person should know of a file that was read all the same."""
    said = document.properties
    if extension := said.get("extension"):
        _tell(
            f'Lưu ý: tệp "{document.name}" có đuôi {extension} nhưng nội dung là {_MEDIA[document.media]}; đã đọc theo nội dung.',
            0,
        )
    if pages := said.get("pages_without_text"):
        _tell(f'Lưu ý: tệp "{document.name}", trang {pages} là bản chụp, không có phần chữ để đọc.', 0)
    if said.get("recognised_pages"):
        _tell(f'Lưu ý: tệp "{document.name}" là bản chụp, phần chữ do máy nhận dạng; đề nghị đối chiếu với bản gốc.', 0)
    if attached := said.get("attachments"):
        _tell(f'Lưu ý: tệp đính kèm trong thư "{document.name}" chưa được đọc: {attached}.', 0)
    if hidden := said.get("hidden_sheets"):
        _tell(f'Lưu ý: trang tính ẩn trong tệp "{document.name}" không được đọc: {hidden}.', 0)


def _write_lines(folder: Path | None, stem: str, lines: Iterable[dict[str, Any]]) -> None:
    """Lines of JSON to standard output, or to a file of their own in a folder."""
    said = (json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if folder is None:
        sys.stdout.writelines(said)
        sys.stdout.flush()
    else:
        _write(folder, f"{stem}.jsonl", said, ())


def _write(folder: Path, name: str, pieces: Iterable[str], inputs: Iterable[Path]) -> None:
    """A file as a whole or not at all; never over one of the files that were read."""
    path = folder / name
    if any(path.exists() and given.exists() and path.samefile(given) for given in inputs):
        raise CannotWrite(path=path, reason="trùng với tệp đang đọc")
    unfinished = folder / f".{name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        unfinished.replace(path)
    except OSError as error:
        raise CannotWrite(path=path, reason="thư mục không có, hết chỗ hoặc không có quyền") from error


if __name__ == "__main__":
    sys.exit(main())
