"""The standing agency is the one the decision names, whoever took the decision in."""

import pytest
from django.urls import reverse

import factories
from hopluc.reading.document import Document
from hopluc.web.intake import actions
from hopluc.web.intake.entries.standing import standing_in
from hopluc.web.register.models import Role


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Giao Sở Công Thương tỉnh Lâm Đồng là cơ quan thường trực của Chương trình.", "Sở Công Thương tỉnh Lâm Đồng"),
        ("Cơ quan thường trực của Ban Chỉ đạo là Sở Nội vụ tỉnh Lâm Đồng.", "Sở Nội vụ tỉnh Lâm Đồng"),
        ("Sở Nội vụ tỉnh Lâm Đồng (cơ quan thường trực Chương trình) tổng hợp.", "Sở Nội vụ tỉnh Lâm Đồng"),
        ("Sở Nội vụ tỉnh Lâm Đồng báo cáo. Cơ quan thường trực tổng hợp.", None),
        ("Sở Nội vụ tỉnh Lâm Đồng tổng hợp; đơn vị khác là cơ quan thường trực.", None),
        ("Sở Nội vụ tỉnh Lâm Đồng gửi cơ quan thường trực Chương trình.", None),
    ],
)
def test_a_document_names_its_standing_agency(text, named):
    found = standing_in(Document("quyet-dinh.txt", text))

    assert (found.quote if found else None) == named


DECISION = "QUYẾT ĐỊNH\nPhê duyệt Chương trình hợp tác. Giao Sở Công Thương tỉnh Lâm Đồng là cơ quan thường trực Chương trình."


@pytest.mark.parametrize(("kind", "named"), [("decision", "Sở Công Thương tỉnh Lâm Đồng"), ("report", None)])
def test_only_a_paper_that_sets_it_up_names_the_standing_agency(standing, officer, signed_in, kind, named):
    version = factories.a_version(standing, DECISION, kind=kind)
    finding = factories.a_finding(version, "programme", {"title": "Chương trình hợp tác"}, "Chương trình hợp tác")

    programme = actions.confirm(finding, by=officer)
    context = signed_in(officer).get(reverse("register:programme", args=[programme.pk])).context

    assert str(context["standing"]) == (named or standing.name)
    assert [role.evidence.count() for role in programme.roles.filter(capacity=Role.Capacity.STANDING)] == ([1] if named else [])
