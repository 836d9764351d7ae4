"""The commands that need the site's database: review, check, demo, serve, worker, verify. `cli.py` parses, these do.

Each prints for a person and returns the exit status.
"""

import contextlib
import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hopluc.errors import HopLucError, WrongUse
from hopluc.reading import Document, gather, read
from hopluc.reading.programmes import Gathering
from hopluc.vietnamese import slug
from hopluc.web.keeping.occupancy import InUse, held

if TYPE_CHECKING:
    from hopluc.web.keeping.archive import Manifest


_UNNAMED = "Các văn bản này không nêu tên chương trình. Đề nghị đưa cùng quyết định phê duyệt, hoặc để riêng văn bản không thuộc chương trình."


def say(words: str) -> None:
    """One line to standard output, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def set_up(home: Path | None = None) -> None:
    """Start Django; with `home`, on a private data folder."""
    if home is not None:
        os.environ["HOPLUC_HOME"] = str(home)
        os.environ.pop("HOPLUC_DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hopluc.web.settings")
    import django  # only for the commands of the site

    django.setup()


def review(documents: Sequence[tuple[Document, bytes]], out: Path, *, on: date) -> int:
    """hopluc review: the register, the points to check and the review of each programme the documents tell of.

    Several programmes are made beside each other, each in a process of its own on a database of its own.
    """
    gatherings = gather([read(document) for document, _content in documents])
    work = list(zip(gatherings, folders_of([gathering.title for gathering in gatherings], out), strict=True))
    contents = {document.name: content for document, content in documents}
    with tempfile.TemporaryDirectory(prefix="hopluc-") as home:
        if len(work) > 1 and hasattr(os, "fork"):
            return _review_apart(work, contents, on, Path(home))
        set_up(Path(home))
        for gathering, folder in work:
            _review_one(gathering, contents, folder, on)
    return 0


def folders_of(titles: Sequence[str], out: Path) -> list[Path]:
    """Where each programme's review goes: `out` itself for the only one, else a folder in it named by the title, no two the same."""
    if len(titles) == 1:
        return [out]
    names: list[str] = []
    for title in titles:
        name = slug(title)[:80].strip("-") or "chua-ro-chuong-trinh"
        names.append(f"{name}-{names.count(name) + 1}" if name in names else name)
    return [out / name for name in names]


def _review_apart(work: Sequence[tuple[Gathering, Path]], contents: dict[str, bytes], on: date, home: Path) -> int:
    """As many at once as there are cores; the exit status is that of the worst."""
    context = multiprocessing.get_context("fork")
    cores, failed = os.cpu_count() or 1, 0
    for first in range(0, len(work), cores):
        children = []
        for place, (gathering, folder) in enumerate(work[first : first + cores], start=first):
            child = context.Process(target=_review_child, args=(gathering, contents, folder, on, home / str(place)))
            child.start()
            children.append(child)
        for child in children:
            child.join()
            failed |= int(child.exitcode != 0)
    return failed


def _review_child(gathering: Gathering, contents: dict[str, bytes], folder: Path, on: date, home: Path) -> None:
    set_up(home)
    try:
        _review_one(gathering, contents, folder, on)
    except HopLucError as mishap:
        sys.exit(" ".join(str(mishap).split()))


def _review_one(gathering: Gathering, contents: dict[str, bytes], folder: Path, on: date) -> None:
    from hopluc.web.issuing import review as reviews  # models are ready only once Django is set up

    done = reviews.review(gathering, contents, folder, on=on)
    told = f"{done.entered} thông tin vào sổ, {done.checks} điểm cần đối chiếu, {done.left} thông tin cần xem thêm"
    files = ", ".join(reading.document.name for reading in gathering.readings)
    lines = [done.title, f"  Văn bản: {files}", f"  {done.folder}: {told}"]
    if not gathering.title:
        lines.append(f"  {_UNNAMED}")
    say("\n".join(lines))  # at once: another programme may be told at the same moment


def worker(*, once: bool) -> int:
    """hopluc worker: do waiting jobs until told to stop; with `once`, until none waits."""
    set_up()
    from hopluc.web.jobs.worker import run_worker, stop_on_signals  # models are ready only once Django is set up

    with _at_work():
        run_worker(once=once, stop=stop_on_signals())
    return 0


@contextlib.contextmanager
def _at_work() -> Iterator[None]:
    """Hold the data folder, so that no backup is restored over it meanwhile."""
    from django.conf import settings  # only once Django is set up

    with contextlib.ExitStack() as until_the_end:
        try:
            until_the_end.enter_context(held(Path(settings.HOME)))
        except InUse as taken:
            raise HopLucError(detail="Thư mục dữ liệu đang được khôi phục. Đề nghị chờ khôi phục xong rồi chạy lại.") from taken
        yield


def remind(on: date | None) -> int:
    """hopluc remind: send each account what presses on a day, once a day; on a day off nothing is sent. Says how many went."""
    set_up()
    from django.conf import settings  # only once Django is set up
    from django.utils import timezone

    from hopluc.web.agenda import actions  # models are ready only once Django is set up
    from hopluc.workdays import calendar

    day = on or timezone.localdate()
    if not calendar().is_worked(day):
        say(f"{day:%d/%m/%Y} là ngày nghỉ{f' ({why})' if (why := calendar().why_off(day)) else ''}: không gửi thư nhắc.")
        return 0
    host = next((name for name in settings.ALLOWED_HOSTS if name not in {"localhost", "127.0.0.1", "[::1]", "*"}), "")
    address = f"{'https' if settings.HTTPS else 'http'}://{host.lstrip('.')}/viec-cua-toi/" if host else ""
    say(f"Đã gửi {actions.remind(day, address=address, tell=say)} thư nhắc việc ngày {day:%d/%m/%Y}.")
    return 0


def verify(head: Path | None, export: Path | None) -> int:
    """hopluc verify: check the journal's chain, with a head kept elsewhere that no tail was cut off. Status 1 names the bad line."""
    set_up()
    from hopluc.web.journal import queries  # models are ready only once Django is set up

    if not queries.is_there():
        raise HopLucError(detail="Cơ sở dữ liệu chưa có nhật ký nào. Đề nghị kiểm tra HOPLUC_HOME, HOPLUC_DATABASE_URL.")
    since = json.loads(head.read_text(encoding="utf-8")) if head else None
    whole = _is_whole((since["number"], since["hash"]) if since else None)
    if export and whole:
        number, code = queries.head()
        export.write_text(json.dumps({"number": number, "hash": code}) + "\n", encoding="utf-8")
    return 0 if whole else 1


def _is_whole(since: tuple[int, str] | None) -> bool:
    """Walk the journal and tell; with where it is known to have been."""
    from hopluc.web.journal import queries  # models are ready only once Django is set up
    from hopluc.web.keeping.wholeness import faults

    found = queries.verify(since=since)
    say(
        f"Nhật ký nguyên vẹn: {found.lines} dòng."
        if found.whole
        else f"Nhật ký không nguyên vẹn, dòng {found.bad or '?'}: {found.fault}."
    )
    altered = faults()
    for fault in altered:
        say(fault)
    return found.whole and not altered


def backup(target: str) -> int:
    """hopluc backup: the database, the documents and the key in one file. Status 1 where documents were missing, which are named."""
    set_up()
    from django.utils import timezone  # settings are ready only once Django is set up

    from hopluc.web.keeping.backup import back_up

    done = back_up(target, at=timezone.localtime())
    say(f"Đã sao lưu: {done.path} ({_size(done.path)}, {_told(done.manifest)}).")
    for sha256 in done.manifest.missing:
        sys.stderr.write(f"Tệp văn bản {sha256} không còn hoặc đã hỏng, không có trong bản sao lưu.\n")
    return 1 if done.manifest.missing else 0


def restore(path: Path, *, replace: bool) -> int:
    """hopluc restore: put a backup in place, whole or not at all, then walk its journal."""
    set_up()
    from django.utils import timezone  # settings are ready only once Django is set up

    from hopluc.web.keeping.restore import restore as put_back

    done = put_back(path, at=timezone.localtime(), replace=replace)
    say(f"Đã khôi phục bản sao lưu lúc {done.manifest.made_at[:16].replace('T', ' ')} ({_told(done.manifest)}).")
    if done.before:
        say(f"Cơ sở dữ liệu trước khi khôi phục được giữ tại {done.before}.")
    for sha256 in done.manifest.missing:
        sys.stderr.write(f"Tệp văn bản {sha256} đã thiếu từ khi sao lưu.\n")
    return 0 if _is_whole(done.manifest.journal) else 1


def _told(manifest: "Manifest") -> str:
    return f"{len(manifest.documents)} tệp văn bản, nhật ký {manifest.journal[0]} dòng"


def _size(path: Path) -> str:
    return f"{max(1, round(path.stat().st_size / 2**20))} MB"


def check() -> int:
    """hopluc check: what Django and this site find wrong with the settings and the database. Status 1 for an error, not for advice."""
    set_up()
    from django.core import checks  # the checks are registered only once Django is set up

    found = checks.run_checks(databases=["default"])
    for mishap in found:
        sys.stderr.write(f"{mishap.id}: {' '.join(str(mishap.msg).split())}\n")
    if not found:
        say("Cấu hình, cơ sở dữ liệu: không có chỗ sai.")
    return 1 if any(mishap.is_serious() for mishap in found) else 0


def prepare() -> None:
    """Bring the database up to this version; a new one begins with the tables of the models, which its migrations would come to."""
    from django.core.management import call_command  # models are ready only once Django is set up
    from django.db import connection

    from hopluc.web.store.tables import is_new, make_tables

    if is_new(connection):
        make_tables(connection)
    call_command("migrate", verbosity=0, interactive=False)


def bring_in_names() -> None:
    """Add to the database what has come to the shared lists since the site was opened; a list that is wrong is told of, and left."""
    from hopluc.web.people.gazetteer import load_gazetteer  # models are ready only once Django is set up
    from hopluc.web.people.models import User

    if not User.objects.exists():
        return
    try:
        load_gazetteer(by=None)
    except HopLucError as mishap:
        sys.stderr.write(f"{' '.join(str(mishap).split())}\n")


def open_agency(agency: str, account: str, name: str) -> int:
    """hopluc open: an agency with its first administrator, whose one-time password is printed."""
    agency, name = " ".join(agency.split()), " ".join(name.split())
    if not (agency and name):
        raise WrongUse(detail="Tên cơ quan và họ tên quản trị không được để trống. Đề nghị ghi đầy đủ --agency và --name.")
    set_up()
    prepare()
    from hopluc.web.people.actions import open_agency as open_with  # models are ready only once Django is set up
    from hopluc.web.people.passwords import one_time_password

    password = one_time_password()
    with _refusals_told():
        opened = open_with(agency=agency, username=account, name=name, password=password)
    _demonstration().unlink(missing_ok=True)
    say(f"Đã mở {opened.memberships.get().organisation}.")
    say(f"Quản trị {opened.username}, mật khẩu dùng một lần: {password}")
    return 0


def renew_password(account: str, *, device: bool = False) -> int:
    """hopluc password: a new one-time password for an account, printed; with `device`, its second step is taken off too."""
    set_up()
    prepare()
    from hopluc.web.people import actions  # models are ready only once Django is set up
    from hopluc.web.people.models import User
    from hopluc.web.people.passwords import one_time_password
    from hopluc.web.people.second_factor import take_off

    password = one_time_password()
    try:
        user = User.objects.get_by_natural_key(account)
    except User.DoesNotExist:
        raise HopLucError(detail=f"Không có tài khoản {account}. Đề nghị kiểm tra lại tên đăng nhập.") from None
    with _refusals_told():
        actions.renew_password(user, by=None, password=password)
    if device:
        take_off(user, by=None, reason="hopluc password --device")
    say(f"Tài khoản {user.username}, mật khẩu dùng một lần: {password}")
    return 0


@contextlib.contextmanager
def _refusals_told() -> Iterator[None]:
    """What a model refuses, as a mishap for the person at the command."""
    from django.core.exceptions import ValidationError  # only for the commands of the site

    try:
        yield
    except ValidationError as refused:
        raise HopLucError(detail=" ".join(refused.messages)) from refused


def serve(address: str, port: int, workers: int) -> int:
    """hopluc serve: the site on granian with a worker for jobs beside it, until stopped."""
    from hopluc.web import serving  # only for this command

    serving.refuse_taken_port(address, port)
    set_up()
    with _at_work():
        prepare()
        serving.collect_static()
        bring_in_names()
        serving.serve_until_stopped(address, port, workers)
    return 0


def _demonstration() -> Path:
    """The mark in the data folder of a site that only shows invented accounts: it asks nobody for a second step unless it is told to."""
    from django.conf import settings  # only once Django is set up

    return Path(settings.HOME) / "demonstration"


def demo(samples: Path) -> int:
    """hopluc demo: the sample programme read, confirmed and reviewed on the site's own database; accounts with one-time passwords."""
    if not samples.is_dir():
        raise HopLucError(detail=f"Không thấy thư mục văn bản mẫu {samples}. Đề nghị chạy lệnh này từ bản mã nguồn đầy đủ.")
    set_up()
    prepare()
    from hopluc.web.issuing import demonstration  # models are ready only once Django is set up

    for line in demonstration.set_up_sample(samples):
        say(line)
    _demonstration().touch()
    return 0
