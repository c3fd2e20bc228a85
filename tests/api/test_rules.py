# SPDX-FileCopyrightText: 2026 The Draagvlak contributors
# SPDX-License-Identifier: EUPL-1.2

"""The NLgov REST API Design Rules, held against what is answered rather than what is described."""

import datetime as dt
import importlib
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from config.api.schema import NOT_BLANK
from config.api.views import openapi_in
from config.middleware import SAFETY
from tests.api.caller import Caller
from tests.api.offered import lines_of, offered
from workshops.models import Ballot, JournalEntry, Workshop

PROBLEM = "application/problem+json"
FILES = {"/projections/{projection}/experiments"}
LINKED = {"/annotations", "/annotations/{annotation}", "/annotations/{annotation}/replies"}  # named by the W3C
ONE_OFFS = {"matrix", "model", "support"}
QUERY_KEYS = {"workshop", "page", "pageSize", "state", "proposal", "practiceExample", "year", "over", "withParked"}
CAMEL = re.compile(r"[a-z][a-zA-Z0-9]*")
UTC_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def problem_in(answer: Any) -> dict[str, Any]:
    assert answer.headers["Content-Type"] == PROBLEM
    found = answer.json()
    assert found["status"] == answer.status_code
    assert found["title"]
    assert found["detail"]
    return found


def walk(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Return every named value in an answer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner, name)
    else:
        yield name, value


def described(kind: str) -> Iterator[tuple[str, str, Any]]:
    for path, operations in openapi_in("en")["paths"].items():
        for method, operation in operations.items():
            for one in operation.get("parameters", []):
                if one["in"] == kind:
                    yield f"{method} {path}", one["name"], one["schema"]


@pytest.fixture
def answers(world, delegate) -> dict[str, Any]:
    """What every address that can be read answers, files and linked data apart."""
    found = {path: delegate.get(address) for path, address in world.addresses().items()}
    return {path: answer for path, answer in found.items() if path not in FILES | LINKED}


def test_every_address_that_is_described_answers_with_json(answers):
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert {answer.headers["Content-Type"] for answer in answers.values()} == {"application/json"}
    assert [path for path, answer in answers.items() if answer.json().get("results") == []] == []


def test_collections_are_plural_and_what_is_there_once_is_not():
    roots = {path.split("/")[1] for path in openapi_in("en")["paths"]}
    assert {root for root in roots if not root.endswith("s")} <= ONE_OFFS


def test_an_address_with_a_trailing_slash_is_not_there_and_does_not_redirect(world, delegate):
    for address in world.addresses().values():
        path, _, query = address.partition("?")
        answer = delegate.get(f"{path}/?{query}")
        assert answer.status_code == 404
        problem_in(answer)


@pytest.mark.parametrize("path", ["", "nothing", "workshops/x/y/z", "proposals/12", "../v2/workshops", "openapi.yaml"])
def test_an_unknown_address_is_a_problem_and_no_page(stranger, path):
    answer = stranger.get(path)
    assert answer.status_code == 404
    assert "nothing" in problem_in(answer)["detail"]


def test_nothing_is_found_by_a_counted_number(answers):
    for _, _, schema in described("path"):
        assert schema["type"] == "string"
        assert schema.get("format") == "uuid" or "pattern" in schema
    numbers = [
        (path, name)
        for path, answer in answers.items()
        for name, value in walk(answer.json())
        if (name == "id" or name.endswith("Id")) and not re.fullmatch(r"[0-9a-f-]{36}", str(value))
    ]
    assert numbers == []


def test_names_are_lower_camel_case(answers):
    keyed_by_terms = {"levers", "drivers", "counts", "statusCounts", "parameters", "dataFiles"}

    def names(value: Any, parent: str = "") -> Iterator[str]:
        if isinstance(value, dict):
            for name, inner in value.items():
                if parent not in keyed_by_terms:
                    yield name
                yield from names(inner, name)
        elif isinstance(value, list):
            for inner in value:
                yield from names(inner, "")

    found = {name for answer in answers.values() for name in names(answer.json())}
    assert {name for name in found if not CAMEL.fullmatch(name)} == set()


def test_what_is_asked_in_an_address_is_camel_case_and_tells_nothing_about_people():
    asked = {name for _, name, _ in described("query")}
    assert asked == QUERY_KEYS


def test_moments_are_in_utc_and_days_are_days(answers):
    moments = [value for answer in answers.values() for name, value in walk(answer.json()) if name.endswith("At")]
    days = [value for answer in answers.values() for name, value in walk(answer.json()) if name in {"dueOn", "on"}]
    assert len(moments) > 20
    assert all(value is None or UTC_MOMENT.fullmatch(value) for value in moments)
    assert days
    assert all(dt.date.fromisoformat(value) for value in days)


def test_no_moment_is_called_a_date():
    schemas = openapi_in("en")["components"]["schemas"]
    fields = [(name, field) for schema in schemas.values() for name, field in schema.get("properties", {}).items()]
    assert [name for name, _ in fields if name.lower().endswith("date")] == []
    assert {field.get("format") for name, field in fields if name.endswith("At")} == {"date-time"}
    assert {field.get("format") for name, field in fields if name.endswith("On") and name != "judgedOn"} == {"date"}


@pytest.mark.parametrize("method", ["patch", "put", "delete", "options", "trace"])
@pytest.mark.parametrize(("path", "allowed"), [("workshops", {"GET"}), ("proposals", {"GET", "POST"})])
def test_a_method_that_is_not_there_is_refused_with_those_that_are(delegate, method, path, allowed):
    answer = delegate.client.generic(method.upper(), f"/api/v1/{path}")
    assert answer.status_code == 405
    problem_in(answer)
    assert set(answer.headers["Allow"].split(", ")) - {"HEAD", "OPTIONS"} == allowed


def test_reading_changes_nothing(world, delegate):
    before = [model.objects.count() for model in (Workshop, Ballot, JournalEntry)]
    for address in world.addresses().values():
        delegate.get(address)
        delegate.client.head(f"/api/v1/{address}")
    assert [model.objects.count() for model in (Workshop, Ballot, JournalEntry)] == before


def test_every_answer_names_the_version_and_is_safe(answers, stranger, delegate, world):
    refused = [
        stranger.get("nothing"),
        stranger.get("proposals"),
        stranger.get("ballots", workshop=world.slug),
        stranger.post("proposals", {}),
        delegate.post("proposals", {}),
        delegate.delete("workshops"),
        stranger.get("openapi.json"),
    ]
    for answer in [*answers.values(), *refused]:
        assert answer.headers["API-Version"] == settings.API_VERSION
        assert {name: answer.headers.get(name) for name in SAFETY} == SAFETY


def test_only_the_description_may_be_read_from_other_sites(answers, stranger):
    assert stranger.get("openapi.json").headers["Access-Control-Allow-Origin"] == "*"
    assert not any("Access-Control-Allow-Origin" in answer.headers for answer in answers.values())


def test_the_description_is_open_to_all_and_says_whom_to_ask(stranger):
    told = stranger.get("openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert told["servers"][0]["url"].endswith("/api/v1")
    assert set(told["info"]["contact"]) == {"name", "url", "email"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["info"]["version"])
    assert told["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"


def test_all_that_is_wrong_is_said_at_once(delegate, world):
    sent = {
        "workshop": world.slug,
        "seat": "7",
        "title": "",
        "startYear": 1999,
        "levers": {"magic": 1},
        "colour": "red",
    }
    answer = delegate.post("proposals", sent)
    assert answer.status_code == 400
    wrong = {one["field"] for one in problem_in(answer)["errors"]}
    assert wrong >= {"seat", "title", "startYear", "levers.magic", "colour", "reasons", "addresses"}


def test_all_that_is_wrong_with_an_address_is_said_at_once(stranger):
    answer = stranger.get("proposals?page=0&pageSize=101&colour=red&state=new&state=old")
    assert answer.status_code == 400
    wrong = {one["field"] for one in problem_in(answer)["errors"]}
    assert wrong == {"page", "pageSize", "colour", "state", "workshop"}


@pytest.mark.parametrize(
    "sent",
    [b"{", b"[1", b"\xff\xfe", b"[" * 100_000, b'{"startYear": ' + b"9" * 5_000 + b"}"],
    ids=["open", "list", "bytes", "deep", "long number"],
)
def test_what_is_no_json_is_refused(delegate, sent):
    answer = delegate.client.post("/api/v1/proposals", sent, content_type="application/json")
    assert answer.status_code == 400
    assert "JSON" in problem_in(answer)["detail"]


@pytest.mark.parametrize(
    ("sent", "field", "word"),
    [
        (b'{"a": 1, "startYear": NaN}', "startYear", "NaN"),
        (b'{"levers": {"minimum_wage": -Infinity}}', "minimum_wage", "-Infinity"),
        (b'{"years": [2020, NaN], "seed": 1}', "years", "NaN"),
        (b"NaN", "", "NaN"),
    ],
)
def test_what_is_no_number_is_named_with_its_field(delegate, sent, field, word):
    answer = delegate.client.post("/api/v1/proposals", sent, content_type="application/json")
    assert answer.status_code == 400
    (wrong,) = problem_in(answer)["errors"]
    assert wrong["field"] == field
    assert wrong["detail"].startswith(word)


@pytest.mark.parametrize("sent", [b"[]", b"7", b'"text"', b"null"])
def test_json_that_is_no_object_is_refused(delegate, sent):
    answer = delegate.client.post("/api/v1/proposals", sent, content_type="application/json")
    assert answer.status_code == 400
    assert [one["field"] for one in problem_in(answer)["errors"]] == [""]


def test_another_kind_of_content_is_refused(delegate):
    for kind in ("text/plain", "application/xml", "multipart/form-data; boundary=x"):
        answer = delegate.client.post("/api/v1/proposals", b"a=b", content_type=kind)
        assert answer.status_code == 415
        problem_in(answer)


def test_another_kind_of_answer_is_not_to_be_had(stranger):
    answer = stranger.client.get("/api/v1/workshops", headers={"accept": "text/html"})
    assert answer.status_code == 406
    problem_in(answer)


def test_two_megabytes_are_refused_and_not_read(delegate, world):
    sent = json.dumps({"workshop": world.slug, "reasons": "x" * 2_000_000})
    answer = delegate.client.post("/api/v1/proposals", sent, content_type="application/json")
    assert answer.status_code == 413
    assert "1000000" in problem_in(answer)["detail"]


def test_whoever_writes_says_who_they_are(stranger, world):
    for path, operations in openapi_in("en")["paths"].items():
        for method in operations.keys() - {"get"}:
            address = world.filled(path, operations[method])
            answer = stranger.client.generic(method.upper(), f"/api/v1/{address}", b"{}", "application/json")
            assert answer.status_code == 401
            assert answer.headers["WWW-Authenticate"] == "Bearer"
            problem_in(answer)


@pytest.mark.parametrize("token", ["Bearer nonsense", "Bearer", "Bearer  ", "bearer \xe9"])
def test_a_wrong_token_is_refused_even_where_none_is_needed(db, token):
    answer = Client().get("/api/v1/workshops", headers={"authorization": token})
    assert answer.status_code == 401
    problem_in(answer)


def test_a_session_writes_only_with_its_csrf_token(world):
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    browser.force_login(world.table.member("workers"))
    answer = browser.post("/api/v1/proposals", {}, content_type="application/json")
    assert answer.status_code == 403
    assert "CSRF" in problem_in(answer)["detail"]


def test_our_own_mistake_is_a_problem_that_shows_nothing_of_the_inside(stranger, monkeypatch):
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("scenarios.api.model.model_card", broken)
    answer = stranger.get("model")
    assert answer.status_code == 500
    problem_in(answer)
    assert "secret" not in answer.content.decode()
    assert answer.headers["API-Version"] == settings.API_VERSION


def test_errors_speak_the_language_that_is_asked_for(db):
    english, dutch = Caller(language="en").get("nothing"), Caller(language="nl").get("nothing")
    assert (english.headers["Content-Language"], dutch.headers["Content-Language"]) == ("en", "nl")


def test_a_list_comes_in_pages(world, delegate):
    first = delegate.get("proposals", workshop=world.slug, pageSize=1).json()
    assert (first["count"], first["page"], first["pageSize"], first["previous"]) == (2, 1, 1, None)
    second = delegate.client.get(first["next"]).json()
    assert [one["number"] for one in first["results"] + second["results"]] == [1, 2]
    assert second["next"] is None
    assert delegate.client.get(second["previous"]).json() == first
    beyond = delegate.get("proposals", workshop=world.slug, page=100_000).json()
    assert beyond["results"] == []


def test_production_speaks_only_over_tls(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "a key of production is long and random")
    monkeypatch.setenv("BASE_URL", "https://draagvlak.test")
    monkeypatch.setenv("ALLOWED_HOSTS", "draagvlak.test")
    monkeypatch.setenv("DEMO", "0")
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/0")
    monkeypatch.setenv("DATABASE_URL", "postgres://a:b@127.0.0.1/c")
    production = importlib.import_module("config.settings.production")
    assert production.SECURE_SSL_REDIRECT
    assert production.SECURE_HSTS_SECONDS >= 31_536_000


def test_a_change_of_what_is_offered_is_seen_and_told():
    """Write `tests/api/offered.txt` anew, raise the version and tell the changelog: `docs/api.md` says how."""
    assert lines_of(openapi_in("en")) == offered()
    told = (settings.BASE_DIR / "CHANGELOG.md").read_text(encoding="utf-8").partition("### API")[2].partition("###")[0]
    assert settings.API_VERSION in told


def test_the_page_about_the_api_names_every_address(client, db):
    page = client.get("/api/", headers={"accept-language": "en"}).content.decode()
    assert "/api/v1/openapi.json" in page
    assert [path for path in openapi_in("en")["paths"] if path not in page] == []


def test_what_counts_as_blank_is_described_to_every_language_that_reads_patterns():
    spaces_elsewhere = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"  # ECMAScript's \s
    described = re.compile(NOT_BLANK.replace(r"\s", spaces_elsewhere))
    assert not [hex(ord(one)) for one in map(chr, range(0x3001)) if not one.strip() and described.search(one)]
    assert described.search("a\u001e")
