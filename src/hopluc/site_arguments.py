"""The commands of the site, in the terms of argparse: open, serve, work, remind, keep safe. What they do is in `web/commands.py`.

Django is loaded only when one of them runs.
"""

import os
from datetime import date
from pathlib import Path
from typing import Any

from hopluc.arguments import Parser

_SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vinh-ha"


_MOST_WORKERS = 4


def _workers() -> int:
    """A process of the site for each core, at most four: one alone carries some twenty requests a second."""
    return min(_MOST_WORKERS, os.cpu_count() or 1)


def add_site(commands: Any) -> None:
    """The sample, the site itself, its jobs and its reminders."""
    demo = commands.add_parser(
        "demo",
        help="đưa chương trình mẫu vào trang",
        description="Đọc, xác nhận chương trình mẫu và lập báo cáo sơ kết của nó. Không làm trong thư mục dữ liệu đã có cơ quan khác.",
    )
    demo.options.add_argument("--samples", metavar="THƯ_MỤC", type=Path, default=_SAMPLES, help="thư mục văn bản mẫu")
    demo.set_defaults(run=lambda options: site().demo(options.samples))
    serve = commands.add_parser(
        "serve", help="mở trang", description="Mở trang cùng một tiến trình làm việc nền, đến khi dừng."
    )
    serve.options.add_argument(
        "--address", metavar="ĐỊA_CHỈ", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định 127.0.0.1)"
    )
    serve.options.add_argument("--port", metavar="CỔNG", type=int, default=8000, help="cổng (mặc định 8000)")
    serve.options.add_argument(
        "--workers", metavar="SỐ", type=int, default=_workers(), help="số tiến trình trang (mặc định mỗi lõi một, nhiều nhất 4)"
    )
    serve.set_defaults(run=lambda options: site().serve(options.address, options.port, options.workers))
    worker = commands.add_parser("worker", help="làm các việc nền", description="Làm các việc đang chờ, đến khi dừng.")
    worker.options.add_argument("--once", action="store_true", help="dừng khi không còn việc chờ")
    worker.set_defaults(run=lambda options: site().worker(once=options.once))
    remind = commands.add_parser(
        "remind",
        help="gửi thư nhắc việc",
        description="Gửi thư nhắc việc quá hạn, sắp đến hạn đến từng tài khoản, mỗi ngày một lần; đặt lịch chạy mỗi sáng ngày làm việc.",
    )
    remind.options.add_argument(
        "--on", metavar="NGÀY", type=date.fromisoformat, help="nhắc như vào ngày này (mặc định hôm nay)"
    )
    remind.set_defaults(run=lambda options: site().remind(options.on))


def add_keeping(commands: Any) -> None:
    """Backup, restore, and walking the journal."""
    backup = commands.add_parser(
        "backup",
        help="sao lưu",
        description="Sao lưu cơ sở dữ liệu, tệp văn bản và khóa bí mật vào một tệp, trong khi trang vẫn chạy. Không ghi đè tệp đã có.",
    )
    kept = backup.add_argument_group("Đối số")
    kept.add_argument(
        "target", metavar="ĐÍCH", help="tệp sao lưu trong thư mục có sẵn, hoặc chính thư mục đó để đặt tệp mang ngày giờ"
    )
    backup.set_defaults(run=lambda options: site().backup(options.target))
    restore = commands.add_parser(
        "restore",
        help="khôi phục bản sao lưu",
        description="Kiểm tra bản sao lưu rồi khôi phục toàn bộ vào thư mục dữ liệu trống, khi trang đã dừng; sau đó kiểm tra nhật ký.",
    )
    given = restore.add_argument_group("Đối số")
    given.add_argument("path", metavar="TỆP", type=Path, help="tệp do hopluc backup lập")
    restore.options.add_argument(
        "--replace", action="store_true", help="thay cơ sở dữ liệu đang có; cơ sở dữ liệu SQLite cũ được giữ bên cạnh"
    )
    restore.set_defaults(run=lambda options: site().restore(options.path, replace=options.replace))
    verify = commands.add_parser(
        "verify", help="kiểm tra nhật ký", description="Kiểm tra chuỗi nhật ký; nêu dòng sai đầu tiên."
    )
    verify.options.add_argument(
        "--head", metavar="TỆP", type=Path, help="mã đầu chuỗi đã xuất trước đây, để phát hiện phần cuối bị cắt"
    )
    verify.options.add_argument(
        "--export", metavar="TỆP", type=Path, help="ghi mã đầu chuỗi hiện tại vào tệp này, giữ ở nơi khác"
    )
    verify.set_defaults(run=lambda options: site().verify(options.head, options.export))


def add_accounts(commands: Any) -> None:
    """An agency with its first administrator; a new password where nobody else can give one."""
    opening = commands.add_parser(
        "open",
        help="mở cơ quan cùng quản trị đầu tiên",
        description="Mở cơ quan cùng tài khoản quản trị đầu tiên và in mật khẩu dùng một lần; quản trị mở các tài khoản khác trên trang.",
    )
    opening.options.add_argument("--agency", metavar="TÊN", required=True, help="tên đầy đủ của cơ quan, có tên địa phương")
    _account_argument(opening)
    opening.options.add_argument("--name", metavar="HỌ_TÊN", required=True, help="họ và tên của quản trị")
    opening.set_defaults(run=lambda options: site().open_agency(options.agency, options.account, options.name))
    password = commands.add_parser(
        "password",
        help="cấp lại mật khẩu dùng một lần",
        description="Cấp lại mật khẩu dùng một lần cho một tài khoản, như khi quản trị duy nhất của cơ quan quên mật khẩu.",
    )
    _account_argument(password)
    password.options.add_argument(
        "--device", action="store_true", help="gỡ cả thiết bị xác thực hai bước, như khi mất thiết bị"
    )
    password.set_defaults(run=lambda options: site().renew_password(options.account, device=options.device))
    _add_person(commands)


def _add_person(commands: Any) -> None:
    parser = commands.add_parser(
        "person",
        help="xem, lấy ra, xóa dữ liệu của một người",
        description="Nêu những gì hệ thống lưu về một người và ở đâu; --out ghi ra tệp JSON và Word; --erase xóa, trừ phần luật buộc giữ.",
    )
    whose = parser.options.add_mutually_exclusive_group(required=True)
    whose.add_argument("--account", metavar="TÊN_ĐĂNG_NHẬP", help="tài khoản; đã dừng thì mới xóa được")
    whose.add_argument("--id", metavar="SỐ", type=int, help="người được nêu tên trong sổ theo dõi, theo số ở địa chỉ trang")
    parser.options.add_argument("--out", metavar="THƯ_MỤC", type=Path, help="ghi tệp JSON và Word vào thư mục này")
    parser.options.add_argument("--erase", action="store_true", help="xóa dữ liệu của người này; cần --reason, --confirm")
    parser.options.add_argument("--reason", metavar="LÝ_DO", default="", help="căn cứ xóa, ghi vào nhật ký")
    parser.options.add_argument("--confirm", metavar="HỌ_TÊN", default="", help="ghi lại họ và tên để xác nhận xóa")
    parser.set_defaults(run=_person)


def _person(options: Any) -> int:
    site().set_up()
    # Models are ready only once Django is set up.
    from hopluc.web.personal.command import Wanted, person

    return person(Wanted(options.account, options.id, options.out, options.erase, options.reason, options.confirm))


def _account_argument(parser: Parser) -> None:
    parser.options.add_argument(
        "--account", metavar="TÊN_ĐĂNG_NHẬP", required=True, help="thư điện tử hoặc số điện thoại của tài khoản"
    )


def site() -> Any:
    """What the commands of the site do."""
    # Django, only for the commands of the site.
    from hopluc.web import commands

    return commands
