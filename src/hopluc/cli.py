"""The `hopluc` command: one function a sub-command.

Each imports what it needs itself, so that the commands of the engines start at once and never load Django.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hopluc import __version__
from hopluc.arguments import WRONG_USE, Parser
from hopluc.errors import HopLucError, UnreadableFile, WrongUse
from hopluc.site_arguments import add_accounts, add_keeping, add_site, site

if TYPE_CHECKING:
    from hopluc.files.opening import NamedFile
    from hopluc.reading import Document
    from hopluc.reading.cases import AnyKind

_FAILED, _INTERRUPTED = 1, 130


def _files_argument(parser: Parser) -> None:
    files = parser.add_argument_group("Đối số")
    files.add_argument(
        "files",
        metavar="TỆP",
        nargs="+",
        type=Path,
        help="tệp .docx, .xlsx, .pdf, .html, .txt, .eml, .doc, .xls, .rtf, .odt, ảnh .jpg, .png, .heic, .tif, hoặc thư mục chứa các tệp đó",
    )


def _lines_argument(parser: Parser) -> None:
    parser.options.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="ghi mỗi văn bản một tệp .jsonl vào thư mục này")


def command_parser() -> argparse.ArgumentParser:
    """The command line of `hopluc`: every command with its options."""
    parser = Parser(prog="hopluc", description="Hợp Lực: đọc văn bản của các chương trình hợp tác khoa học và công nghệ.")
    parser.options.add_argument("--version", action="version", version=f"hopluc {__version__}", help="hiện phiên bản")
    commands = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", dest="command", required=True, parser_class=Parser)
    _add_read(commands)
    _add_audit(commands)
    _add_review(commands)
    _add_score(commands)
    _add_kinds(commands)
    _add_check(commands)
    add_accounts(commands)
    add_site(commands)
    add_keeping(commands)
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
        return _tell(str(error), WRONG_USE)
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
    about = (
        "Đọc văn bản thành dữ kiện (JSON Lines), mỗi dữ kiện kèm đúng đoạn văn bản nói điều đó. Đọc cả thư mục vào --out thì chạy lại đúng lệnh "
        "là đọc tiếp: tệp đã đọc xong và không đổi thì không đọc lại."
    )
    parser = commands.add_parser("read", help="đọc văn bản thành dữ kiện", description=about)
    _files_argument(parser)
    _lines_argument(parser)
    parser.options.add_argument(
        "--text", action="store_true", help="ghi thêm phần chữ đã đọc của tệp không phải .txt Unicode thành TÊN.txt"
    )
    parser.options.add_argument(
        "--workers", metavar="SỐ", type=int, help="đọc bằng chừng này tiến trình cùng lúc; thứ tự kết quả không đổi"
    )
    parser.options.add_argument(
        "--cluster",
        metavar="ĐỊA_CHỈ",
        help="chia việc đọc cho cụm máy Dask có bộ điều phối ở địa chỉ này; cần --out là thư mục dùng chung",
    )
    parser.options.add_argument(
        "--together", action="store_true", help="đọc các ảnh chụp đã nêu thành một văn bản nhiều trang, theo thứ tự nêu"
    )
    parser.set_defaults(run=read)


def read(options: argparse.Namespace) -> int:
    """hopluc read: every fact of each file, as lines of JSON."""
    # The engine, only for the commands that read.
    from hopluc.files.read import Wanted, read_files

    if options.workers is not None and options.workers < 1:
        raise WrongUse(detail="--workers phải từ 1 trở lên.")
    if options.cluster is not None and (options.out is None or options.workers is not None):
        raise WrongUse(detail="--cluster cần --out là thư mục mà mọi máy của cụm cùng thấy, và không dùng cùng --workers.")
    wanted = Wanted(options.files, options.out, options.text, options.workers, options.together, options.cluster)
    well = not _tell_wrong_tables()
    try:
        well &= read_files(wanted, lines=sys.stdout, screen=sys.stderr)
    except KeyboardInterrupt:
        if wanted.goes_on:
            _tell("Đã dừng. Chạy lại đúng lệnh này để đọc tiếp từ chỗ dừng.", _INTERRUPTED)
        raise
    return 0 if well else _FAILED


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

    wrong = _tell_wrong_tables()
    opened = list(_opened(options.files))
    known = [(file.stem, read_document(document)) for file, document in opened if document is not None]
    for broken in dict.fromkeys(str(mishap) for _, reading in known for mishap in reading.refused):
        wrong = bool(_tell(broken, _FAILED))
    audits = audit_readings([reading for _, reading in known], on=date.today())  # noqa: DTZ011 (the officer's day)
    for (stem, _), found in zip(known, audits, strict=True):
        _write_lines(options.out, stem, found.lines(passing=options.passing))
    return _FAILED if wrong or len(known) < len(opened) else 0


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
    opened = list(_opened(options.files))
    known = [(document, file.path.read_bytes()) for file, document in opened if document is not None]
    if not known:
        return _FAILED
    # Django, only for the commands of the site.
    from hopluc.web import commands

    status = commands.review(known, options.out, on=date.today())  # noqa: DTZ011 (the officer's day)
    return status or (_FAILED if len(known) < len(opened) else 0)


def _add_score(commands: Any) -> None:
    about = (
        "Tính một bộ chỉ số từ bảng số liệu: in bảng xếp hạng cùng những điều cần biết; --out ghi từng bước ra tệp CSV: chia quy mô, bù số liệu, "
        "sàng lọc, xử lý giá trị ngoại lai, chuẩn hóa, tổng hợp, xếp hạng."
    )
    parser = commands.add_parser("score", help="tính điểm một bộ chỉ số", description=about)
    given = parser.add_argument_group("Đối số")
    given.add_argument(
        "definition",
        metavar="ĐỊNH_NGHĨA",
        help="tệp .yaml, tên bộ chỉ số có sẵn (như pii-2025), bảng iMeta của COINr (.csv, .xlsx), hoặc sổ COIN Tool (.xlsx)",
    )
    given.add_argument(
        "data",
        metavar="SỐ_LIỆU",
        nargs="?",
        type=Path,
        help="bảng số liệu .csv hoặc .xlsx, mỗi đơn vị một dòng; sổ COIN Tool thì không cần",
    )
    parser.options.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="ghi từng bước vào thư mục này")
    parser.options.add_argument("--keep", metavar="TỆP", type=Path, help="ghi định nghĩa đã đọc thành tệp .yaml này")
    parser.options.add_argument(
        "--uncertainty",
        metavar="SỐ",
        type=int,
        help="tính lại từng ấy lần với các yếu tố không chắc chắn; cùng --out ghi khoảng thứ hạng, báo cáo kiểm định, hồ sơ từng đơn vị",
    )
    parser.options.add_argument("--inputs", metavar="TỆP", type=Path, help="tệp .yaml nêu các yếu tố không chắc chắn")
    parser.options.add_argument("--workers", metavar="SỐ", type=int, default=1, help="số tiến trình tính lại (mặc định 1)")
    parser.options.add_argument("--dask", metavar="ĐỊA_CHỈ", help="địa chỉ bộ điều phối Dask để chia việc tính lại")
    parser.set_defaults(run=score)


def score(options: argparse.Namespace) -> int:
    """hopluc score: the scores of an index, each step in a file of its own."""
    # The engine of indices with its arrays, only for this command.
    from hopluc.files.indices import keep_definition, read_index, score_index

    definition, data = read_index(options.definition, options.data)
    if options.keep is not None:
        keep_definition(definition, options.keep)
    score_index(definition, data, options.out, sys.stdout)
    if options.uncertainty is not None:
        # Replicates and their pages, only where they are asked for.
        from hopluc.files.analyses import Run, analyse_index

        if options.out is None:
            raise WrongUse(detail="--uncertainty cần --out để ghi khoảng thứ hạng, báo cáo kiểm định và hồ sơ từng đơn vị.")
        run = Run(options.uncertainty, options.workers, options.inputs, options.dask)
        analyse_index(definition, data, run, options.out, sys.stdout)
    return 0


def _add_kinds(commands: Any) -> None:
    about = (
        "Liệt kê mọi loại thông tin đọc được, của hệ thống và của gói ngoài, mỗi loại một dòng: tên, gói, số mẫu đọc đúng, F1 trên các mẫu, nhãn. "
        "Nêu tên một loại thì hiện mô tả và ví dụ của loại đó."
    )
    parser = commands.add_parser("kinds", help="liệt kê các loại thông tin", description=about)
    names = parser.add_argument_group("Đối số")
    names.add_argument("names", metavar="LOẠI", nargs="*", help="tên loại cần xem, như date, task")
    parser.set_defaults(run=kinds)


def kinds(options: argparse.Namespace) -> int:
    """hopluc kinds: every kind with how it does on its cases, or the pages of those named. Status 1 where one is wrong."""
    # The engine, only for the commands that read.
    from hopluc.outside import Guard, kind_part
    from hopluc.reading.additions import added
    from hopluc.reading.cases import OURS, every_kind

    known = {kind.name: (package, kind) for package, kind in every_kind()}
    if unknown := [name for name in options.names if name not in known]:
        raise WrongUse(detail=f"Không có loại thông tin {', '.join(unknown)}. Chạy hopluc kinds để xem các loại.")
    wrong = [_tell(str(mishap), _FAILED) for mishap in added().refused]
    for name in options.names or known:
        package, kind = known[name]
        guard = Guard(package, kind_part(name))
        with nullcontext() if package == OURS else guard:  # a mishap of our own kinds, or of the screen, is no package's
            shown, well = _shown(package, kind, page=bool(options.names))
        if guard.mishap:
            wrong.append(_tell(str(guard.mishap), _FAILED))
            continue
        print(shown)
        wrong += [_FAILED] * (not well)
    return _FAILED if wrong else 0


def _shown(package: str, kind: "AnyKind", *, page: bool) -> tuple[str, bool]:
    """The page of a kind, or its line among all kinds; and whether every case is read exactly, as far as that was tried."""
    # The engine, only for the commands that read.
    from hopluc.reading.cases import OURS, tally, told
    from hopluc.reading.kind_pages import IN_VIETNAMESE

    if page:
        return told(kind, IN_VIETNAMESE.get(kind.name, "") if package == OURS else ""), True
    counted = tally(kind)
    line = f"{kind.name:18}{package:24}{counted.right:3}/{counted.cases:<4}{counted.f1:6.3f}  {kind.label}"
    return line, counted.right == counted.cases


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
    from hopluc.shapes import definition_files, wrong_additions, wrong_definitions

    folder: Path | None = options.definitions
    if folder is not None and not folder.is_dir():
        raise WrongUse(detail=f'Không tìm thấy thư mục "{folder}". Đề nghị kiểm tra lại đường dẫn.')
    wrong = [_tell(str(mishap), _FAILED) for mishap in wrong_definitions(folder)]
    wrong += [_tell(str(mishap), _FAILED) for mishap in wrong_additions()]
    if not wrong:
        print(f"Định nghĩa: {len(definition_files(folder))} tệp, không có chỗ sai.")
    return site().check() or (_FAILED if wrong else 0)


def _opened(arguments: Sequence[Path]) -> "Iterator[tuple[NamedFile, Document | None]]":
    """Each file with its document, as they are opened; None where a file cannot be read, which is told."""
    # Opening files, only for the commands that read.
    from hopluc.files.opening import named_files, notes, open_file
    from hopluc.reading.sources import Sandbox

    with Sandbox() as sandbox:
        for file in named_files(arguments):
            try:
                document = open_file(file, sandbox)
            except UnreadableFile as error:
                _tell(str(error), _FAILED)
                yield file, None
            else:
                for note in notes(document):
                    _tell(note, 0)
                yield file, document


def _tell_wrong_tables() -> bool:
    """Tell what outside packages add to the definitions and had to be left out; whether there is any."""
    # The few machines where packages add definitions wait for the shapes of all tables.
    from hopluc.outside import added_definitions

    if not added_definitions().known:
        return False
    from hopluc.shapes import wrong_tables

    wrong = [_tell(str(mishap), _FAILED) for mishap in wrong_tables()]
    return bool(wrong)


def _write_lines(folder: Path | None, stem: str, lines: Iterable[dict[str, Any]]) -> None:
    """Lines of JSON to standard output, or to a file of their own in a folder."""
    # With the reader, which the other commands leave alone.
    from hopluc.files.results import as_lines
    from hopluc.files.whole import write

    if folder is None:
        sys.stdout.writelines(as_lines(lines))
        sys.stdout.flush()
    else:
        write(folder / f"{stem}.jsonl", as_lines(lines))


if __name__ == "__main__":
    sys.exit(main())
