"""What programs read: only what the account may see, in the shapes that are described, under the stamp, with an ETag."""

import json
from urllib.parse import urlsplit

import pytest
from django.urls import get_resolver, reverse

import factories
from hopluc.web.api import openapi
from hopluc.web.api.urls import urlpatterns
from hopluc.web.observatory import actions
from hopluc.web.observatory.actions import Announced, NewUnit
from hopluc.web.observatory.models import Entry
from statements import statements_of

STAMP = "Ước tính nội bộ, không phải kết quả do Bộ công bố"


@pytest.fixture
def edition(standing, officer, member):
    return factories.filled(factories.an_index(standing, by=officer, suppliers={"patents": member.name}), by=officer)


@pytest.fixture
def result(edition, officer):
    return actions.compute_edition(edition, by=officer, replicates=100)


def asked(browser, name, *args, query="", **headers):
    return browser.get(reverse(f"api:{name}", args=args) + query, headers=headers)


def told(browser, name, *args, query=""):
    answer = asked(browser, name, *args, query=query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def fits(value, schema, named):
    """Has a value the type a schema asks for, down to the last key: as much of JSON Schema as our description uses."""
    if "$ref" in schema:
        return fits(value, named[schema["$ref"].rsplit("/", 1)[1]], named)
    if "anyOf" in schema:
        return any(fits(value, one, named) for one in schema["anyOf"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if value is None or isinstance(value, bool):
        return ("null" if value is None else "boolean") in kinds
    if isinstance(value, dict):
        return set(value) == set(schema["required"]) == set(schema["properties"]) and all(
            fits(one, schema["properties"][key], named) for key, one in value.items()
        )
    if isinstance(value, list):
        return all(fits(one, schema["items"], named) for one in value)
    return {int: {"integer", "number"}, float: {"number"}, str: {"string"}}[type(value)] & set(kinds) != set()


@pytest.mark.parametrize("route", openapi.ROUTES, ids=lambda route: route.name)
def test_every_answer_has_the_shape_that_is_described(route, result, edition, officer, standing, signed_in):
    entry = Entry.objects.filter(series__edition=edition, value__isnull=False).first()
    actions.attach_proof(entry, by=officer, document=factories.a_version(standing).document, page=3, quote="")
    actions.note_official(edition, by=officer, source="Quyết định", announced=[Announced("VH", "index", 60.0, 1)])
    args = [] if "{pk}" not in route.path else [result.pk if route.path.startswith("results") else edition.pk]
    named = openapi.described()["components"]["schemas"]

    said = told(signed_in(officer), route.name, *args)

    assert fits(said, openapi.answer_schema(route, {}), named)
    assert (said["stamp"], said["stamp_en"]) == (STAMP, "Internal estimate, not a result published by the Ministry")
    assert not fits({**said, "more": 1}, openapi.answer_schema(route, {}), named)


def test_every_address_is_described_and_answers():
    described = {route.name for route in openapi.ROUTES} | {"openapi"}

    assert {pattern.name for pattern in urlpatterns} == described
    paths = [f"{openapi.ROOT}{route.path}".replace("{pk}", "1") for route in openapi.ROUTES]
    assert [get_resolver().resolve(path).url_name for path in paths] == [route.name for route in openapi.ROUTES]


def test_the_description_is_served_to_anybody(client):
    assert asked(client, "openapi").json() == json.loads(json.dumps(openapi.described()))


@pytest.mark.django_db
def test_nobody_signed_in_is_told_so_in_json(client):
    answer = asked(client, "editions")

    assert (answer.status_code, answer.headers["Content-Type"], answer.json()["status"]) == (
        401,
        "application/problem+json",
        401,
    )


def test_nothing_is_written_here(edition, officer, signed_in):
    assert signed_in(officer).post(reverse("api:edition", args=[edition.pk])).status_code == 405


def test_the_ranking_is_that_of_the_site(result, officer, signed_in):
    rows = told(signed_in(officer), "ranking", result.pk)["data"]

    scores = told(signed_in(officer), "scores", result.pk)["data"]
    kept = {row["unit"]: {part["code"]: part for part in row["parts"]} for row in scores}
    outcome = json.loads(result.outcome)
    top = outcome["codes"].index("index")
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    assert {row["unit"]: row["score"] for row in rows} == {
        unit: values[top] for unit, values in zip(outcome["units"], outcome["values"], strict=True)
    }
    assert {row["unit"]: row["score"] for row in rows} == {unit: parts["index"]["score"] for unit, parts in kept.items()}
    assert all(row["rank_low"] <= row["rank"] <= row["rank_high"] for row in rows)


def test_a_missing_figure_is_null_and_has_no_score(result, officer, signed_in):
    parts = {row["unit"]: row["parts"] for row in told(signed_in(officer), "scores", result.pk)["data"]}

    assert {"code": "patents", "score": None, "rank": None} in parts["VH"]


def test_a_supplying_agency_reads_its_figures_and_no_result(result, edition, colleague, signed_in):
    browser = signed_in(colleague)

    (listed,) = told(browser, "editions")["data"]
    whole = told(browser, "edition", edition.pk)["data"]
    figures = told(browser, "figures", edition.pk)["data"]

    assert (listed["whole"], listed["results"]) == (False, [])
    assert [row["code"] for row in whole["series"]] == ["patents"]
    assert {row["series"] for row in figures} == {"patents"}
    assert [asked(browser, name, result.pk).status_code for name in ("result", "ranking", "scores")] == [404, 404, 404]


def test_a_stranger_finds_nothing(result, edition, stranger, signed_in):
    browser = signed_in(stranger)

    assert told(browser, "editions")["data"] == []
    assert [asked(browser, "edition", edition.pk).status_code, asked(browser, "figures", edition.pk).status_code] == [404, 404]
    assert asked(browser, "result", result.pk).status_code == 404


def test_of_a_document_that_may_not_be_seen_only_that_it_is_there(edition, officer, standing, signed_in):
    entry = Entry.objects.filter(series__edition=edition, value__isnull=False).first()
    paper = factories.a_version(standing).document
    actions.attach_proof(entry, by=officer, document=paper, page=3, quote="")
    browser = signed_in(officer)

    def evidence():
        return [one for row in told(browser, "figures", edition.pk)["data"] for one in row["evidence"]]

    seen = evidence()
    type(paper).objects.filter(pk=paper.pk).update(withdrawn_at="2026-11-22T00:00:00Z")

    assert [(one["seen"], one["document"], one["page"]) for one in seen] == [(True, paper.pk, 3)]
    assert [(one["seen"], one["document"], one["title"], one["page"]) for one in evidence()] == [(False, None, "", None)]


def test_who_has_the_answer_gets_its_etag_alone(edition, officer, signed_in):
    browser = signed_in(officer)
    first = asked(browser, "edition", edition.pk)

    again = asked(browser, "edition", edition.pk, **{"If-None-Match": first.headers["ETag"]})
    edition.title = "Tên khác"
    edition.save()
    changed = asked(browser, "edition", edition.pk, **{"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, first.headers["Cache-Control"]) == (200, "private, no-cache")


def test_a_long_list_comes_in_pages_that_lead_on(edition, officer, signed_in):
    browser, address = signed_in(officer), reverse("api:figures", args=[edition.pk]) + "?per_page=7"
    seen, pages = [], []
    while address:
        said = browser.get(address).json()
        seen += [(row["series"], row["unit"]) for row in said["data"]]
        pages.append(said["page"]["number"])
        address = said["page"]["next"]
        assert address is None or not urlsplit(address).netloc

    assert (len(seen), len(set(seen)), pages) == (18, 18, [1, 2, 3])


@pytest.mark.parametrize("query", ["?page=0", "?page=99", "?page=x"])
def test_a_page_there_is_not_is_not_found(query, edition, officer, signed_in):
    assert asked(signed_in(officer), "figures", edition.pk, query=query).status_code == 404


@pytest.mark.parametrize(
    ("query", "wanted"), [("?per_page=100000", 500), ("?per_page=0", 1), ("?per_page=-3", 100), ("?per_page=x", 100)]
)
def test_a_page_is_never_longer_than_the_most(query, wanted, edition, officer, signed_in):
    assert told(signed_in(officer), "figures", edition.pk, query=query)["page"]["per_page"] == wanted


def test_a_computation_under_way_has_no_ranking_yet(edition, officer, signed_in):
    waiting = actions.compute_edition(edition, by=officer, replicates=300_000)
    browser = signed_in(officer)

    said = told(browser, "result", waiting.pk)["data"]

    assert (said["state"], said["sha256"], said["level"]) == ("computing", "", None)
    assert [asked(browser, name, waiting.pk).status_code for name in ("ranking", "scores")] == [404, 404]


def test_more_rows_ask_the_database_no_more(edition, officer, standing, signed_in):
    browser = signed_in(officer)
    paper = factories.a_version(standing).document
    few, *more = Entry.objects.filter(series__edition=edition, value__isnull=False)

    def queries():
        return statements_of(lambda: (told(browser, "figures", edition.pk), told(browser, "editions")))

    actions.attach_proof(few, by=officer, document=paper, page=1, quote="")
    before = queries()
    for entry in more:
        actions.attach_proof(entry, by=officer, document=factories.a_version(standing).document, page=1, quote="")
    actions.open_edition(edition.framework, by=officer, year=edition.year + 1, units=[NewUnit("A", "A"), NewUnit("B", "B")])

    assert queries() == before
