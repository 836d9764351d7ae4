"""Numbers typed into the address of a page: whatever they are, the page is shown or is told not to be there; it never breaks."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from django.urls import reverse

import factories
from hopluc.web.measures.figures import Figure
from hopluc.web.terms import Term

TYPED = ("²", "٣", "9" * 30, "9" * 18, "99999", "0", "-1", "1.5", "x")
PAGES: Mapping[str, tuple[str, ...]] = {
    "consultation:list": ("page",),
    "documents:show": ("lan",),
    "manpower:programme": ("nam",),
    "measures:indicator": ("nam", "don_vi", "dia_ban"),
    "measures:sums": ("tu", "den", "chi_tieu", "dia_ban"),
    "panorama:step": ("don_vi",),
    "panorama:whole": ("chi_tieu", "nam"),
    "people:accounts": ("co_quan",),
    "register:agreements": ("chuong_trinh",),
    "register:ledger": ("chuong_trinh", "don_vi"),
    "register:petitions": ("chuong_trinh", "gui_den", "tai_ngay"),
    "register:programme": ("phan=kinh-phi&nam",),
    "returns:open": ("chuong_trinh",),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_number_in_an_address_breaks_its_page(name, standing, officer, administrator, signed_in):
    programme = factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")
    figure = factories.an_observation(programme, Figure.exact(Decimal(42)), period=Term.of("2026"))
    version = factories.a_version(standing, "Quyết định phê duyệt chương trình.")
    of = {
        "documents:show": [version.document_id],
        "manpower:programme": [programme.pk],
        "measures:indicator": [figure.indicator_id],
        "panorama:step": ["giao"],
        "register:programme": [programme.pk],
    }
    browser = signed_in(administrator if name == "people:accounts" else officer)
    browser.raise_request_exception = False
    page = reverse(name, args=of.get(name, ()))

    answers = {(asked, typed): browser.get(f"{page}?{asked}={typed}").status_code for asked in PAGES[name] for typed in TYPED}

    assert set(answers.values()) <= {200, 404}, answers
