"""What can go wrong, and what the person is told.

HopLucError
├── UnreadableFile     a file that cannot be read: what it is, why, what to do
│   ├── MissingFile, EmptyFile, UnknownFormat, UnknownTable, EncryptedFile, BrokenFile, ActiveContent, TooLarge, NoText, NotInstalled, LegacyEncoding
│   └── StateSecret    a file with a secrecy mark: refused, its bytes destroyed
├── NotAnAmount        figures or words that are no number or sum of money
├── CannotWrite        a result that cannot be written where it was asked for
├── CannotBackUp, DamagedBackup, CannotRestore    a backup that cannot be made; one that cannot be trusted; data not to be replaced
├── WrongDefinition    a file under definitions/ that does not say what it must
├── BrokenAddition     what an outside package adds and cannot be used; all else goes on
├── WrongFigure        a figure of an index that cannot be taken: file, row, column
├── CannotScore        an index that cannot be computed: which step, which indicator or unit
├── NotYetInForce      a dated value asked for before its first day
└── WrongUse           a command asked for what it cannot do

Engines raise; `cli` and `web/problems` show. Each class has a stable English `code` for machines and a
Vietnamese `message` for the person: what, where, what to do. A programming mistake is a plain exception, never one of these.
"""

from collections.abc import Callable


class HopLucError(Exception):
    """A mishap to be shown to a person without a traceback."""

    code = "error"
    message = "{detail}"

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.message.format(**details))

    def __reduce__(self) -> tuple[Callable[..., "HopLucError"], tuple[type["HopLucError"], dict[str, object]]]:
        return _again, (type(self), self.details)  # so that one process can tell another


def _again(kind: type[HopLucError], details: dict[str, object]) -> HopLucError:
    return kind(**details)


class UnreadableFile(HopLucError):
    """A file that gives no text. Details: `name`, the file's name."""

    code = "unreadable-file"
    message = 'Tệp "{name}" chưa đọc được. Đề nghị kiểm tra lại tệp hoặc gửi bản khác.'


class MissingFile(UnreadableFile):
    code = "missing-file"
    message = 'Không tìm thấy tệp "{name}". Đề nghị kiểm tra lại đường dẫn.'


class EmptyFile(UnreadableFile):
    code = "empty-file"
    message = 'Tệp "{name}" không có nội dung. Đề nghị kiểm tra lại và tải lên đúng tệp.'


class UnknownFormat(UnreadableFile):
    code = "unknown-format"
    message = (
        'Tệp "{name}" không thuộc loại đọc được ({found}). '
        "Đề nghị tải lên tệp .docx, .xlsx, .pdf, .html, .txt, .eml, .doc, .xls, .rtf, .odt hoặc ảnh .jpg, .png, .heic, .tif."
    )


class UnknownTable(UnreadableFile):
    code = "unknown-table"
    message = 'Tệp "{name}" không phải bảng số liệu đọc được ({found}). Đề nghị lưu thành .xlsx hoặc .csv (UTF-8) rồi chạy lại.'


class EncryptedFile(UnreadableFile):
    code = "encrypted-file"
    message = (
        'Tệp "{name}" được đặt mật khẩu nên hệ thống chưa mở được. Đề nghị tải lên bản không đặt mật khẩu. '
        "Nếu tài liệu có dấu chỉ độ mật, đề nghị không tải lên hệ thống và liên hệ Văn thư cơ quan."
    )


class BrokenFile(UnreadableFile):
    code = "broken-file"
    message = (
        'Tệp "{name}" bị hỏng nên không đọc được ({reason}). Đề nghị mở tệp bằng phần mềm gốc, lưu lại rồi tải lên bản mới.'
    )


class ActiveContent(UnreadableFile):
    code = "active-content"
    message = (
        'Tệp "{name}" có chứa mã lệnh hoặc liên kết tự chạy ({found}) nên không được tiếp nhận. '
        "Đề nghị lưu lại thành tệp .docx, .xlsx không có macro, hoặc xuất ra PDF rồi tải lên."
    )


class TooLarge(UnreadableFile):
    code = "too-large"
    message = 'Tệp "{name}" vượt quá mức xử lý ({reason}). Đề nghị tách thành các tệp nhỏ hơn rồi tải lên.'


class NoRoom(UnreadableFile):
    """A file for which the agency has no room left. Details: also `kept` and `most`, in GB as written."""

    code = "no-room"
    message = (
        'Chưa nhận tệp "{name}": cơ quan đã lưu {kept} GB trong mức {most} GB. '
        "Đề nghị báo quản trị hệ thống nâng mức lưu, rồi tải lại tệp này."
    )


class NoText(UnreadableFile):
    code = "no-text"
    message = (
        'Tệp "{name}" là bản chụp, không có phần chữ để đọc. Đề nghị chụp lại thẳng, đủ sáng, rõ nét, '
        "hoặc tải lên bản Word, PDF xuất từ phần mềm soạn thảo."
    )


class NotInstalled(UnreadableFile):
    """A file that another program must open, where this machine has none. Details: also `found`, `program`."""

    code = "not-installed"
    message = (
        'Tệp "{name}" là {found}, cần {program} để đọc mà máy này chưa cài. Đề nghị tải lên bản .docx, .xlsx hoặc PDF '
        "xuất từ phần mềm soạn thảo, hoặc nhờ quản trị hệ thống cài {program}."
    )


class LegacyEncoding(UnreadableFile):
    code = "legacy-encoding"
    message = (
        'Tệp "{name}" không phải chữ Unicode (UTF-8){hint}. '
        "Đề nghị mở tệp, chuyển mã sang Unicode (UTF-8), lưu lại rồi tải lên."
    )


class ForeignSheet(UnreadableFile):
    """A workbook without the heading of the grid it is handed in for. Details: `name`, `title`."""

    code = "foreign-sheet"
    message = (
        'Tệp "{name}" không có dòng tiêu đề của bảng "{title}" (cột "Mã dòng" và tên các cột). '
        "Đề nghị tải bảng từ hệ thống, sửa trên tệp đó và giữ nguyên dòng tiêu đề."
    )


class StateSecret(UnreadableFile):
    code = "state-secret"
    message = (
        'Tệp "{name}" có dấu chỉ độ mật ({mark}) nên không được tiếp nhận; nội dung tệp đã được xóa, không lưu trên hệ thống. '
        "Đề nghị không tải lên tài liệu này và liên hệ Văn thư cơ quan để được hướng dẫn."
    )


class NotAnAmount(HopLucError):
    """Figures or words that say no number or sum. Details: `written`."""

    code = "not-an-amount"
    message = (
        'Số tiền hoặc con số "{written}" chưa đọc được. '
        "Đề nghị ghi như: 5.132 triệu đồng; 1,5 tỷ đồng; 2.000.000.000 đồng; 10.000 EUR."
    )


class CannotWrite(HopLucError):
    """A result that cannot be written. Details: `path`, `reason`."""

    code = "cannot-write"
    message = 'Không ghi được tệp "{path}" ({reason}). Đề nghị chọn thư mục khác bằng --out.'


class CannotBackUp(HopLucError):
    """A backup that cannot be made. Details: `path`, `reason`."""

    code = "cannot-back-up"
    message = 'Chưa sao lưu được vào "{path}" ({reason}). Đề nghị khắc phục, hoặc chọn nơi khác, rồi chạy lại.'


class DamagedBackup(HopLucError):
    """A backup that is not whole, or none. Details: `path`, `reason`."""

    code = "damaged-backup"
    message = (
        'Tệp "{path}" không khôi phục được ({reason}); dữ liệu đang có được giữ nguyên. Đề nghị dùng một bản sao lưu khác.'
    )


class CannotRestore(HopLucError):
    """A restore that is refused. Details: `reason`, `remedy`."""

    code = "cannot-restore"
    message = "Chưa khôi phục ({reason}); dữ liệu đang có được giữ nguyên. Đề nghị {remedy}."


class WrongDefinition(HopLucError):
    """A definition that is refused. Details: `file`, `key`, `reason`."""

    code = "wrong-definition"
    message = "Định nghĩa {file}, mục {key}: {reason}. Đề nghị sửa tệp này rồi chạy lại hopluc check."


class BrokenAddition(HopLucError):
    """A part of an outside package that cannot be used. Details: `package` (name and version), `part`, `reason`."""

    code = "broken-addition"
    message = (
        "Gói {package}, {part}: {reason}. Phần này được bỏ qua, các phần khác vẫn đọc như thường. "
        "Đề nghị báo người làm gói sửa, hoặc gỡ gói bằng pip uninstall; chạy hopluc check để kiểm tra lại."
    )


class WrongFigure(HopLucError):
    """A cell of the figures of an index that cannot be taken. Details: `file`, `row`, `key`, `reason`."""

    code = "wrong-figure"
    message = "Số liệu {file}, dòng {row}, cột {key}: {reason}. Đề nghị sửa ô này rồi chạy lại."


class CannotScore(HopLucError):
    """Scores that cannot be computed. Details: `index`, `step`, `key`, `reason`, `remedy`."""

    code = "cannot-score"
    message = 'Chưa tính được bộ chỉ số "{index}": bước {step}, {key}: {reason}. Đề nghị {remedy}.'


class NotYetInForce(HopLucError):
    """A dated value asked for a day before its first. Details: `name`, `day`, `first`, `file`."""

    code = "not-yet-in-force"
    message = (
        "{name}: chưa có giá trị vào ngày {day}; giá trị đầu tiên có từ {first}. Kiểm tra lại ngày hoặc bổ sung vào {file}."
    )


class WrongUse(HopLucError):
    """A command given what it cannot take. Details: `detail`."""

    code = "wrong-use"
