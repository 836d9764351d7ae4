"""Files from strangers, as a browser sends them: each is read or refused with a message; nothing of a secret one stays."""

import io
import resource
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

import factories
from hopluc.reading.sources.scanner import scanner
from hopluc.web.intake.models import Batch, Upload
from hopluc.web.jobs.models import Job
from hopluc.web.jobs.worker import perform, run_worker
from hopluc.web.journal import queries as journal
from sources import compound

HOUSE = Path(__file__).resolve().parents[2]
BAD = HOUSE.parent / "shared" / "badinput"
CANARY = "chim-hoàng-yến-73015"
TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(**parts: str | bytes) -> bytes:
    """A Word file of these parts (`word__document` is word/document.xml)."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return kept.getvalue()


def a_word_file(*paragraphs: str, before: str = "", **parts: str | bytes) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(word__document_dot_xml=document, **parts)


BILLION_LAUGHS = (
    '<!DOCTYPE lol [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(97 + n)} "{f"&{chr(96 + n)};" * 10}">' for n in range(1, 10))
    + "]>"
)
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
HOSTILE = {
    "empty file": (b"", "empty-file"),
    "program under a text's name": (b"\x7fELF\x02\x01\x01\0\0\0", "unknown-format"),
    "broken old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "broken-file"),
    "encrypted Word file": (compound(EncryptedPackage=b"x"), "encrypted-file"),
    "old workbook with macros": (compound(Workbook=b"x", _VBA_PROJECT_CUR=b"x"), "active-content"),
    "broken PDF": (b"%PDF-1.7\nkhong phai pdf", "broken-file"),
    "scan without text": (EMPTY_PDF, "no-text" if scanner() else "not-installed"),
    "picture of a kind that is not read": (b"GIF89a\0\x01\0\x01\0", "unknown-format"),
    "macro document": (a_word_file("Văn bản", word__vbaProject_dot_bin=b"\xd0\xcf"), "active-content"),
    "broken archive": (b"PK\x03\x04" + b"\0" * 50, "broken-file"),
    "zip bomb": (lambda: a_word_file("Văn bản", word__media_dot_xml=b"0" * (260 * 2**20)), "too-large"),
    "XML bomb": (a_word_file("&j;", before=BILLION_LAUGHS), "active-content"),
    "legacy encoding": ("Quyết định".encode("cp1258", "ignore") + b"\xb5\xa9 \xae\xcb\xe7 Th\xb5nh ph\xe8 V\xdcnh H\xb5 " * 40, "legacy-encoding"),
}  # fmt: skip


@pytest.fixture
def browser(officer, signed_in) -> Client:
    return signed_in(officer)


def drop(browser: Client, owner, *given):
    files = [factories.a_file(name, content) for name, content in given]
    return browser.post(reverse("intake:take_in"), {"files": files, "owner": owner.pk})


def read_all() -> None:
    run_worker(once=True, work=perform)


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_and_says_what_to_do(kind, browser, standing):
    content, problem = HOSTILE[kind]
    drop(browser, standing, ("tep.docx", content() if callable(content) else content), ("tot.txt", "Báo cáo kết quả năm 2026."))
    read_all()

    bad, good = Upload.objects.all()
    assert (bad.state, bad.problem, bad.document) == ("refused", problem, None)
    assert bad.message.startswith('Tệp "tep.docx" ')
    assert "Đề nghị" in bad.message
    assert good.state == "read"
    assert browser.get(Batch.objects.get().get_absolute_url()).status_code == 200


def test_a_wrong_extension_is_read_by_its_content(browser, standing):
    drop(browser, standing, ("trang.pdf", "<html><body><p>Báo cáo kết quả năm 2026.</p></body></html>"))
    read_all()

    assert [(upload.state, upload.document.versions.get().media_type) for upload in Upload.objects.all()] == [
        ("read", "text/html")
    ]


NAMES = {
    "traversal": ("../../../etc/passwd.txt", "passwd.txt"),
    "traversal of Windows": ("..\\..\\boot.txt", "boot.txt"),
    "absolute": ("/etc/cron.d/x.txt", "x.txt"),
    "NUL": ("bao\0cao.txt", "baocao.txt"),
    "very long": ("ệ" * 300 + ".txt", "ệ" * 251 + ".txt"),
    "apart": ("Ba\u0301o ca\u0301o.txt", "Báo cáo.txt"),
    "markup": ("<script>alert(1)</script>.txt", "script>.txt"),
}


@pytest.mark.parametrize("kind", NAMES)
def test_a_hostile_name_is_only_a_name(kind, browser, standing, settings, tmp_path):
    settings.HOME = tmp_path / "home"
    given, kept = NAMES[kind]

    drop(browser, standing, (given, "Báo cáo kết quả năm 2026."))
    read_all()
    page = browser.get(Batch.objects.get().get_absolute_url()).content.decode()

    assert [(upload.name, upload.state) for upload in Upload.objects.all()] == [(kept, "read")]
    assert "<script>alert" not in page
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["home", "incoming"]


def everything_in(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def every_row() -> str:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        said = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (names of our own tables)
            said += [str(row) for row in cursor.fetchall()]
    return "\n".join(said)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
@pytest.mark.parametrize("form", ["txt", "docx"])
def test_of_a_secret_file_nothing_stays(mark, form, browser, standing, settings):
    words = (mark, "QUYẾT ĐỊNH", f"Về việc {CANARY}.")
    content = "\n".join(words).encode() if form == "txt" else a_word_file(*words)
    drop(browser, standing, (f"{CANARY}.{form}", content), ("tot.txt", "Báo cáo kết quả năm 2026."))
    assert CANARY in every_row()  # there is something that could stay

    read_all()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    secret, good = Upload.objects.all()
    assert (secret.state, secret.problem, secret.name) == ("refused", "state-secret", "(tệp có dấu chỉ độ mật)")
    assert secret.message == (
        f'Tệp "…" có dấu chỉ độ mật ({mark.capitalize()}) nên không được tiếp nhận; nội dung tệp đã được xóa, không lưu trên '
        "hệ thống. Đề nghị không tải lên tài liệu này và liên hệ Văn thư cơ quan để được hướng dẫn."
    )
    assert good.state == "read"
    assert CANARY not in every_row()
    assert CANARY.encode() not in everything_in(Path(settings.HOME))
    assert [entry.after for entry in journal.entries_about(secret)] == ['{"problem":"state-secret"}']


def test_a_large_upload_is_never_whole_in_memory(tmp_path):
    """50 MB of digits are put aside by a process that hardly grows by it."""
    script = textwrap.dedent("""
        import os, resource, sys
        os.environ["HOPLUC_HOME"], os.environ["DJANGO_SETTINGS_MODULE"] = sys.argv[1], "tests.settings"
        import django
        django.setup()
        from django.core.files.base import File
        from django.db import connection
        import factories
        from hopluc.web.intake import actions
        from hopluc.web.store.tables import make_tables
        make_tables(connection)
        owner = factories.an_organisation("Sở Thử nghiệm")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        batch = actions.take_in(owner, by=None, files=[File(open(sys.argv[2], "rb"), "so.txt")])
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print((after - before) // 1024, batch.uploads.get().size, batch.uploads.get().state)
    """)
    digits = tmp_path / "so.txt"
    with digits.open("wb") as file:
        for _ in range(50):
            file.write(b"1234567890" * 104_857)
    run = [sys.executable, "-c", script, str(tmp_path / "home"), str(digits)]

    done = subprocess.run(
        run, cwd=HOUSE, capture_output=True, text=True, check=True, env={"PYTHONPATH": "src:tests:.", "PATH": ""}
    )

    grown, size, state = done.stdout.split()
    assert (int(size), state) == (50 * 1_048_570, "waiting")
    assert int(grown) < 20  # MB


def test_fifty_megabytes_of_digits_are_refused_by_their_length(browser, standing):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    drop(browser, standing, ("so.txt", b"1234567890" * (5 * 2**20)))
    read_all()

    upload = Upload.objects.get()
    assert (upload.state, upload.problem) == ("refused", "too-large")
    assert upload.message.startswith('Tệp "so.txt" vượt quá mức xử lý (phần chữ dài hơn 20 triệu ký tự).')
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024 < 600  # MB; the test's own copies among them


@pytest.mark.shared
@pytest.mark.skipif(not BAD.is_dir(), reason="the corpus of bad files is not beside the checkout")
@pytest.mark.parametrize(
    "folder", ["ooxml-malformed", "ole-malformed", "office-active-content", "pdf-encrypted", "pdf-fuzz", "pdf-malformed"]
)
def test_every_bad_file_of_the_corpus_is_read_or_refused_with_a_message(folder, browser, standing, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))  # pages without text are not sent to the recogniser, which takes its time
    paths = [path for path in sorted((BAD / folder).rglob("*")) if path.is_file()]

    for start in range(0, len(paths), 50):
        given = [(path.name, path.read_bytes()) for path in paths[start : start + 50]]
        assert drop(browser, standing, *given).status_code == 302
    read_all()

    uploads = list(Upload.objects.all())
    assert len(uploads) == len(paths)
    assert [upload.name for upload in uploads if upload.state == "waiting"] == []
    assert [upload.name for upload in uploads if (upload.state == "refused") != bool(upload.message)] == []
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}
    assert {browser.get(batch.get_absolute_url()).status_code for batch in Batch.objects.all()} == {200}
    assert journal.verify().whole
