"""Writes the pages of docs/reference that the code itself can tell: commands, facts, definitions, errors. Run: python -m tools.docs"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from hopluc import errors
from hopluc.cli import command_parser
from hopluc.load import definitions_folder, load_table
from hopluc.reading.cases import told
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.reporting.compose import BLOCKS
from hopluc.shapes import SHAPES
from hopluc.web.api.openapi import MOST, ROOT, ROUTES, USUAL, described
from hopluc.web.gate.problems import STATUS
from hopluc.web.people.tokens import MOST_A_MINUTE

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
WRITTEN_BY = "<!-- `python -m tools.docs` writes this page from the code. Change the code, not the page. -->\n"


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table of Markdown."""
    head = list(head)
    lines = [head, ["---"] * len(head), *([str(cell).replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def each(sections: Iterable[str]) -> str:
    """Sections one below the other."""
    return "\n".join(sections)


def said(thing: object) -> str:
    """A docstring on one line."""
    return " ".join((thing.__doc__ or "").split())


# Commands


def commands() -> str:
    """Every command of `hopluc` with what it takes."""
    return f"""# Các lệnh (Commands)

{WRITTEN_BY}
Mỗi lệnh có `--help`. Trạng thái kết thúc: `0` đã xong; `1` có việc không làm được, nêu trên luồng lỗi; `2` lệnh viết sai; `130` bị ngắt.
`read` và `audit` không cần cơ sở dữ liệu. `review` làm trên cơ sở dữ liệu riêng của lần chạy đó. Các lệnh còn lại làm trên thư mục dữ liệu
([cấu hình](settings.md)). Dạng dòng mà `read`, `audit` ghi ra: [facts.md](facts.md); mọi thông báo lỗi: [errors.md](errors.md).

{each(map(_command, sub_commands()))}"""


def sub_commands() -> list[argparse.ArgumentParser]:
    """The parser of each command, in order."""
    found = [a for a in command_parser()._actions if isinstance(a, argparse._SubParsersAction)]  # noqa: SLF001  argparse shows them in no other way
    return list(found[0].choices.values())


def _command(parser: argparse.ArgumentParser) -> str:
    actions = [action for action in parser._actions if action.dest != "help"]  # noqa: SLF001  as above
    options = [action for action in actions if action.option_strings]
    positional = [action for action in actions if not action.option_strings]
    usage = " ".join([parser.prog, *map(_in_usage, options), *map(_in_usage, positional)])
    rows = [(f"`{_written(action)}`", action.help) for action in [*positional, *options]]
    listed = f"\n{table(('', 'ý nghĩa'), rows)}" if rows else ""
    return f"## `{parser.prog}`\n\n{parser.description}\n\n```text\n{usage}\n```\n{listed}"


def _written(action: argparse.Action) -> str:
    return " ".join([*action.option_strings[-1:], *([str(action.metavar)] if action.metavar else [])])


def _in_usage(action: argparse.Action) -> str:
    written = f"{_written(action)}{' …' if action.nargs in ('+', '*') else ''}"
    return written if action.required and action.nargs != "*" else f"[{written}]"


# Facts


def facts() -> str:
    """The line format, and of each kind an example read from one of its cases: the first of a mention, the shortest telling one of a record."""
    return f"""# The format of facts

{WRITTEN_BY}
`hopluc read` and `hopluc audit` write JSON Lines: one object a line, UTF-8, facts ("mentions") in the order of the text, then records.

- `start` and `end` count code points of the document's text in Unicode NFC, `end` exclusive: of a `.txt` file its own text (without a byte order
  mark, line ends as they are), of the other formats the text that `hopluc read --text` writes beside the lines. `text` is exactly what stands there.
- A mention has `type` `mention`, `kind`, `start`, `end`, `text` and `value`.
- A record has `type` `record`, `kind`, its own fields and `evidence`: a list of `[start, end]`, at most three sentences.
- Every line also has `document`, the name of the file, and `locator`: the `page` (from 1), `paragraph` (from 0), `cell` (table, row, column, each from 0)
  and `box` (left, bottom, right, top in points, on the page as it came) of its first words, as far as the format has them.
- A mention whose words stand otherwise in the source has them as `written`: typed in TCVN3 or VNI, or recognised on a scan and put right by the
  grammar of legal numbers.
- A field that is `null` was not said. A date may be `2024-03-05`, `2024-03`, `2024-Q1`, `2024` or, without its year, `--03-05`.

## Mentions

{each(map(told, MENTIONS))}
## Records

{each(map(told, RECORDS))}"""


# Definitions


def definitions() -> str:
    """The columns or keys of every file under definitions/."""
    blocks = table(
        ("`block`", "writes"),
        ((f"`{name}`", said(writer) or "The statements of that type.") for name, writer in BLOCKS.items()),
    )
    return f"""# The columns and keys of definitions

{WRITTEN_BY}
What each file under `src/hopluc/definitions/` may hold. Its guide, in Vietnamese, is the `README.md` of that folder. A list is written `a|b|c` in a table and as
a YAML list in a `.yaml` file; a yes or no is `có` or `không`; a day is `2025-07-01`. A column that is not required may be left empty or out.
`hopluc check` refuses what does not fit, and says which file, where and why.

{each(_definition(name, shape) for name, shape in SHAPES.items())}
## The blocks an outline may name

{blocks}"""


def _definition(name: str, shape: type) -> str:
    parts = "".join(
        f"\n### {f'Each of its `{inner.__name__.lower()}s`' if many else f'Its `{inner.__name__.lower()}`'}\n\n{said(inner)}\n\n{_columns(inner)}"
        for inner, many in _nested(shape).items()
    )
    return f"## `{name}`\n\n{said(shape)}\n\n{_columns(shape, name)}{parts}"


def _nested(shape: type) -> dict[type, bool]:
    """Every dataclass within one, however deep, and whether there may be many of it."""
    found: dict[type, bool] = {}
    for hint in get_type_hints(shape).values():
        many = get_origin(hint) is tuple
        for inner in (hint, *get_args(hint)):
            if isinstance(inner, type) and is_dataclass(inner) and inner not in found:
                found |= {inner: many} | {deeper: several for deeper, several in _nested(inner).items() if deeper not in found}
    return found


def _columns(shape: Any, name: str = "") -> str:
    hints = get_type_hints(shape)
    rows = load_table(definitions_folder() / name, shape) if name.endswith(".csv") else ()
    listed = (
        (f"`{field.name}`", _in_words(hints[field.name]), "required" if _required(field) else "", _sample(rows, field.name))
        for field in fields(shape)
    )
    if not rows:
        return table(("key", "holds", ""), (row[:3] for row in listed))
    return table(("column", "holds", "", "such as"), listed)


def _required(field: Any) -> bool:
    return type(field.default).__name__ == type(field.default_factory).__name__ == "_MISSING_TYPE"


def _sample(rows: Iterable[Any], column: str) -> str:
    value = next((value for row in rows if (value := getattr(row, column)) not in (None, ())), "")
    if isinstance(value, bool):
        return "có" if value else "không"
    return "|".join(value) if isinstance(value, tuple) else str(value)


def _in_words(hint: Any) -> str:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return f"list of {inner.__name__.lower() + 's' if is_dataclass(inner) else _in_words(inner)}"
    inner = next((found for found in get_args(hint) if found is not type(None)), hint)
    names = {"str": "text", "bool": "yes or no", "date": "day", "float": "number", "int": "whole number"}
    return names.get(inner.__name__, inner.__name__)


# Errors


def mishaps(parent: type[errors.HopLucError] = errors.HopLucError) -> Iterator[type[errors.HopLucError]]:
    """Every class of error below one, each before its own."""
    for child in parent.__subclasses__():
        yield child
        yield from mishaps(child)


def refusals() -> str:
    """Every error a person may be told, with its code."""
    rows = ((f"`{kind.code}`", _told(kind)[0], _told(kind)[1], _status(kind)) for kind in mishaps())
    return f"""# Thông báo lỗi (Errors)

{WRITTEN_BY}
Mỗi lỗi có một mã tiếng Anh cố định và một thông báo: điều gì, ở đâu, cần làm gì. Trên trang, lỗi hiện thành một trang hoặc ngay cạnh tệp, ngay trong
biểu mẫu; ai yêu cầu `application/json` thì nhận `application/problem+json` với `type` là mã này. Trên dòng lệnh, lỗi là một dòng ở luồng lỗi;
`wrong-use` kết thúc với trạng thái `2`, các lỗi khác với `1`. Chỗ trong `{{…}}` được thay bằng tên tệp, con số, lý do cụ thể.

{table(("mã", "thông báo", "cần làm gì", "HTTP"), rows)}
`hopluc check` còn nêu các mã của Django và hai mã riêng:

| mã | thông báo | cần làm gì |
|---|---|---|
| `hopluc.W001` | SQLite cũ, nhật ký ghi trước (WAL) có thể hỏng khi nhiều tiến trình cùng ghi; hệ thống dùng rollback journal. | Cài gói `pysqlite3`. |
| `hopluc.E001` | Cơ sở dữ liệu không chặn việc sửa, xóa nhật ký. | Khởi động lại bằng `hopluc serve` để nâng cấp cơ sở dữ liệu. |
| `hopluc.E002` | Tệp mà `HOPLUC_SIGN_ON` nêu chưa dùng được: thông báo nói mục nào, vì sao. | Sửa tệp theo [cấu hình](settings.md#đăng-nhập-một-lần), rồi chạy lại. |
"""


def _told(kind: type[errors.HopLucError]) -> tuple[str, str]:
    """The message in two: what happened, and what to do, from the first sentence that asks."""
    asks = [at for word in (" Đề nghị", " Kiểm tra lại") if (at := kind.message.find(word)) > 0]
    at = min(asks, default=len(kind.message))
    return kind.message[:at], kind.message[at:].strip() or "Nêu ngay trong thông báo."


def _status(kind: type[errors.HopLucError]) -> int:
    return next(int(status) for parent, status in STATUS if issubclass(kind, parent))


# What programs read


def openapi() -> str:
    """The description of the addresses for programs."""
    return json.dumps(described(), ensure_ascii=False, indent=1) + "\n"


def api() -> str:
    """The same for people: each address, then each shape."""
    names = described()["components"]["schemas"]
    rows = (
        (f"`{ROOT}{route.path}`", "list" if route.paged else "", f"`{route.shape.__name__}`", route.summary) for route in ROUTES
    )
    return f"""# What programs read (API)

{WRITTEN_BY}
Read only, JSON, under `{ROOT}`; the same as [OpenAPI 3.1](openapi.json), which the site serves at `{ROOT}openapi.json`. An account reads what its pages show, no more: the agency that runs an edition all of it,
an agency that supplies figures its series and no result. Who may look at a page and no more reads the same here, the figures too. A program shows a key, which its holder makes on the page of the
account ([how, with an example](../how-to/read-by-program.md)), as `Authorization: Bearer …`; a browser may come with its session. Without either the answer is 401, past {MOST_A_MINUTE} requests a minute 429, and 404 for what is not there for the
account, all as [problem+json](https://www.rfc-editor.org/rfc/rfc9457). Names of people are not told.

- Every answer is an object with `stamp` and `stamp_en` (the scores are internal estimates; whoever shows them shows that), and `data`. What is missing is `null`, never zero.
- A list has `page` too: `?page=2&per_page=500` (usually {USUAL}, at most {MOST}); `page.next` is the address of the next one, `null` on the last.
- Every answer has an `ETag`: sent back in `If-None-Match`, it gives 304 while nothing has changed.
- Under `v1` fields are added, never taken away or given another meaning; that would be `v2`.

{table(("address", "", "`data`", "what it is"), rows)}
{each(_shape(name, names[name]) for name in names)}"""


def _shape(name: str, schema: dict[str, Any]) -> str:
    rows = ((f"`{key}`", _of_type(one), one.get("description", "")) for key, one in schema["properties"].items())
    return f"## `{name}`\n\n{schema['description']}\n\n{table(('key', 'type', 'what it is'), rows)}"


def _of_type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return f"`{schema['$ref'].rsplit('/', 1)[1]}`"
    if "anyOf" in schema:
        return " or ".join(map(_of_type, schema["anyOf"]))
    if schema["type"] == "array":
        return f"list of {_of_type(schema['items'])}"
    return " or ".join(schema["type"]) if isinstance(schema["type"], list) else str(schema["type"])


PAGES: dict[str, Callable[[], str]] = {
    "api.md": api,
    "commands.md": commands,
    "definitions.md": definitions,
    "errors.md": refusals,
    "facts.md": facts,
    "openapi.json": openapi,
}


def main() -> None:
    """Write every page."""
    for name, write in PAGES.items():
        (REFERENCE / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
