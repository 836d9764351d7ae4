"""Takes the pictures of docs/: the main pages at 1366x768, some at 360 px, and the review as printed pages. Run: make pictures"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tools.site import Site, browser, kinds_of_pages, running, sign_in

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 360, "height": 740}
WANTED = {
    "home": "/",
    "documents": "/van-ban/",
    "upload": "/van-ban/tai-len/",
    "confirm": "/van-ban/N/xac-nhan/",
    "checks": "/doi-chieu/",
    "programme": "/chuong-trinh/N/",
    "task": "/nhiem-vu/N/",
    "petitions": "/kien-nghi/",
    "review": "/bao-cao/N/",
}


def take(page: Any, site: Site, kinds: dict[str, str]) -> None:
    for name, kind in WANTED.items():
        if kind in kinds:
            page.goto(site.address + kinds[kind])
            page.screenshot(path=PICTURES / f"{name}.png")
    page.goto(f"{site.address}/tim/?q=thoa+thuan")
    page.screenshot(path=PICTURES / "search.png")


def take_review(page: Any, site: Site, kinds: dict[str, str]) -> None:
    """The Word file as LibreOffice prints it and the PDF, first page each, where the tools are installed."""
    address = kinds.get("/bao-cao/N/")
    if address is None:
        return
    page.goto(site.address + address)
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("docx", "pdf"):
            with page.expect_download() as waiting:
                page.click(f"a[href$='{'word' if suffix == 'docx' else 'pdf'}/']")
            file = Path(folder) / f"review.{suffix}"
            waiting.value.save_as(file)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", f"{folder}/word", f"{folder}/review.docx"],
            check=True,
            capture_output=True,
        )
        for source, name in ((f"{folder}/word/review.pdf", "review-word"), (f"{folder}/review.pdf", "review-pdf")):
            subprocess.run(
                ["pdftoppm", "-r", "70", "-f", "1", "-l", "1", "-png", "-singlefile", source, str(PICTURES / name)], check=True
            )


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with running() as site, browser() as opened:
        page = opened.new_context(viewport=DESK).new_page()
        page.goto(f"{site.address}/dang-nhap/")
        page.screenshot(path=PICTURES / "sign-in.png")
        sign_in(page, site, "Chuyên viên")
        kinds = {kind: path for kind, path, _answer in kinds_of_pages(page, site)}
        take(page, site, kinds)
        take_review(page, site, kinds)
        page.set_viewport_size(PHONE)
        for name in ("home", "programme", "confirm"):
            page.goto(site.address + kinds[re.sub(r"\d+", "N", WANTED[name])])
            page.screenshot(path=PICTURES / f"{name}-phone.png")


if __name__ == "__main__":
    main()
