"""The sample programme on a site: its documents taken in, read, confirmed where certain, its review made; accounts to look with."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.utils import timezone

from hopluc.errors import HopLucError
from hopluc.web.documents.models import Document
from hopluc.web.intake import actions as intake
from hopluc.web.intake import queries
from hopluc.web.intake.models import Batch
from hopluc.web.issuing.actions import compose_review
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.observatory.demonstration import set_up_index
from hopluc.web.people.actions import add_member, add_organisation, open_account
from hopluc.web.people.gazetteer import add_province, load_gazetteer
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.people.passwords import one_time_password
from hopluc.web.people.queries import organisations_named
from hopluc.web.register.models import Programme
from hopluc.web.returns.demonstration import set_up_years_before
from hopluc.web.returns.laid import YEAR
from hopluc.web.returns.proposing import from_regime, open_as_proposed

AGENCY = "Sở Khoa học và Công nghệ thành phố Vĩnh Hà"


class Account(NamedTuple):
    """An account to look with: what it is called, its role, and in which body it has it."""

    username: str
    name: str
    role: str
    body: str = AGENCY

    @property
    def label(self) -> str:
        """What the account is, for who is to choose one."""
        role = str(Membership.Role(self.role).label)
        return role if self.body == AGENCY else f"{role}, {self.body.removesuffix(' thành phố Vĩnh Hà')}"


OFFICER, LEADER = (
    Account("chuyenvien@vinhha.example", "Nguyễn Thị Mẫu", Membership.Role.OFFICER),
    Account("lanhdao@vinhha.example", "Trần Văn Mẫu", Membership.Role.LEADER),
)
OWN = (
    OFFICER,
    LEADER,
    Account("nguoixem@vinhha.example", "Lê Văn Thử", Membership.Role.VIEWER),
    Account("quantri@vinhha.example", "Phạm Thị Thử", Membership.Role.ADMINISTRATOR),
)
OTHERS = (
    Account("congthuong@vinhha.example", "Hoàng Thị Mẫu", Membership.Role.OFFICER, "Sở Công Thương thành phố Vĩnh Hà"),
    Account("lanhdao.congthuong@vinhha.example", "Vũ Văn Mẫu", Membership.Role.LEADER, "Sở Công Thương thành phố Vĩnh Hà"),
    Account("bo@vinhha.example", "Đỗ Thị Thử", Membership.Role.OFFICER, "Bộ Khoa học và Công nghệ"),
)
"""Of bodies the documents name: one that reports to the standing agency, and the ministry it petitions."""

INDEX = "chi-so"
"""The folder of the sample index, beside that of the documents."""

RETURNS = "ky-bao-cao"
"""The folder of what agencies told in the years before."""

_NOT_ALONE = (
    "Thư mục dữ liệu này đã có cơ quan làm việc; chương trình mẫu là giả định nên không đưa vào đó. "
    "Đề nghị đặt HOPLUC_HOME là một thư mục khác (dùng PostgreSQL thì cả HOPLUC_DATABASE_URL) rồi chạy lại hopluc demo."
)


def set_up_sample(folder: Path) -> Iterator[str]:
    """Set the sample up where it is not yet, telling each step; then the accounts, with one-time passwords where they are new.

    Raises HopLucError, before anything is written, where others work already: what is invented does not mix with what is true.
    """
    if User.objects.exclude(username__in=[account.username for account in (*OWN, *OTHERS)]).exists():
        raise HopLucError(detail=_NOT_ALONE)
    agency = organisations_named(AGENCY).first()
    if agency is None:
        load_gazetteer(by=None)
        add_province("vinh-ha", "Vĩnh Hà", by=None, source="Địa phương giả định của chương trình mẫu.")
        agency = add_organisation(None, by=None, name=AGENCY, kind=Organisation.Kind.AGENCY)
    lines = [line for account in OWN for line in _opened(account, agency)]
    officer, leader = (User.objects.get(username=account.username) for account in (OFFICER, LEADER))
    if not queries.batches_seen_by(officer).exists():
        yield from _read_and_confirm(folder, agency, officer)
    yield from set_up_index(folder.parent / INDEX, agency, officer, leader)
    for account in OTHERS:
        body = organisations_named(account.body, owner=agency).first()
        if body is not None:
            lines += _opened(account, _at_work(body, agency))
    yield from (["Tài khoản (mật khẩu dùng một lần, đổi khi đăng nhập lần đầu):", *lines] if lines else _there_already())


def _there_already() -> list[str]:
    """What is told where nothing is new: the accounts, and the way to a password nobody wrote down."""
    accounts = [f"  {account.username}  {account.label}" for account in (*OWN, *OTHERS)]
    return [
        "Chương trình mẫu đã có sẵn. Tài khoản (quên mật khẩu: hopluc password --account TÊN, cùng HOPLUC_HOME):",
        *accounts,
    ]


def _at_work(body: Organisation, agency: Organisation) -> Organisation:
    """The body, with its place on the site: one that the agency's documents name works beside the agency."""
    return add_member(agency, by=None, name=body.name) if body.owner_id == agency.pk and not body.is_member else body


def _opened(account: Account, body: Organisation) -> Iterator[str]:
    """Open an account where it is not yet, telling its one-time password."""
    if not User.objects.filter(username=account.username).exists():
        password, (username, name, role, _body) = one_time_password(), account
        open_account(body, by=None, username=username, name=name, password=password, role=role, one_time=True)
        yield f"  {username}  {account.label}: {password}"


def _read_and_confirm(folder: Path, agency: Organisation, officer: User) -> Iterator[str]:
    files = [
        ContentFile(path.read_bytes(), path.name)
        for path in sorted(folder.iterdir())
        if path.suffix in {".docx", ".pdf", ".html"}
    ]
    batch: Batch = intake.take_in(agency, by=officer, files=files)
    run_worker(once=True, work=perform)
    documents = [upload.document for upload in queries.read_uploads(batch) if upload.document]
    yield f"Đã đọc {len(documents)}/{len(files)} văn bản mẫu."
    programmes = _found_first(documents, batch, officer)
    papers = [document for document in documents if document.source == Document.Source.PAPER]
    versions = [version for document in papers if (version := document.versions.last())]
    entered = sum(intake.confirm_certain(version, by=officer).entered for version in versions)
    yield f"Đã xác nhận {entered} thông tin chắc chắn; tin, bài và các mục cần xem chờ chuyên viên trên trang Văn bản."
    for programme in programmes:
        compose_review(programme, by=officer, on=timezone.localdate(), annex=False)
        yield f"Đã lập dự thảo báo cáo sơ kết: {programme}."
        yield from set_up_years_before(folder.parent / RETURNS, programme, officer, timezone.localdate())
        proposed = from_regime(programme.owner, programme, YEAR, timezone.localdate())
        if proposed.agencies:
            round_ = open_as_proposed(proposed, by=officer)
            yield f"Đã mở kỳ báo cáo cho {round_.returns.count()} đơn vị: {round_}."


def _found_first(documents: list[Document], batch: Batch, officer: User) -> list[Programme]:
    """Confirm the programme each document tells of, then join the rest of the batch to it."""
    for document in documents:
        version = document.versions.last()
        finding = next((f for f in queries.certain(version) if f.kind == "programme"), None) if version else None
        if finding is not None and finding.programme is None:
            intake.confirm(finding, by=officer)
            intake.join_programmes(batch, by=officer)
    return list(queries.programmes_of_batch(batch))
