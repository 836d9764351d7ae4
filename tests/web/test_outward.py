"""The way out: public addresses over HTTPS alone, no redirect, no more than was asked for, no longer than is waited for."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any

import pytest

from hopluc.web.gate import outward
from hopluc.web.gate.outward import CannotReach, Way, fetch, may_be_asked
from provider import Provider, certificate, serving

LOOPBACK = ip_network("127.0.0.0/8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Provider, Path]]:
    file = certificate(tmp_path_factory.mktemp("provider"))
    with serving(file) as provider:
        yield provider, file


@pytest.fixture
def site(served: tuple[Provider, Path]) -> Provider:
    served[0].forget()
    served[0].says["/x"] = (200, {}, b'{"a": 1}')
    return served[0]


@pytest.fixture
def way(served: tuple[Provider, Path]) -> Way:
    return Way(inside=(LOOPBACK,), ca_file=str(served[1]))


PUBLIC = ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
OURS = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1",  # noqa: S104
    "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::1", "::7f00:1", "fec0::1",
]  # fmt: skip


@pytest.mark.parametrize(("address", "may"), [(one, True) for one in PUBLIC] + [(one, False) for one in OURS])
def test_only_public_addresses_are_asked(address, may):
    assert may_be_asked(ip_address(address)) is may


@pytest.mark.parametrize(
    "url",
    [
        "http://8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "https:///x",
        "https://ha@8.8.8.8/",
        "https://8.8.8.8:99999/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0x7f.1/",
        "https://2130706433/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://localhost/",
        "https://a..b/",
    ],
)
def test_what_is_no_public_address_over_https_is_not_asked(url):
    with pytest.raises(CannotReach):
        fetch(url)


def test_an_address_inside_that_the_settings_name_is_asked(site, way):
    answer = fetch(f"{site.issuer}/x", way=way)

    assert (answer.status_code, answer.json()) == (200, {"a": 1})


def test_a_name_with_one_address_inside_is_not_asked_at_all(site, way, monkeypatch):
    """What a name server of somebody else's may answer: a public address, and one of ours."""
    told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: told)

    with pytest.raises(CannotReach, match=r"10\.0\.0\.1"):
        fetch("https://sso.tanlam.example/", way=way)


def test_a_name_is_resolved_once(site, way, monkeypatch):
    asked: list[str] = []
    true = socket.getaddrinfo

    def telling(host: str, *more: Any, **also: Any) -> Any:
        asked.append(host)
        return true("127.0.0.1", *more, **also)

    monkeypatch.setattr(outward.socket, "getaddrinfo", telling)
    port = site.issuer.rsplit(":", 1)[1]

    with pytest.raises(CannotReach, match="certificate"):  # of 127.0.0.1, not of that name
        fetch(f"https://sso.tanlam.example:{port}/x", way=way)
    assert [host for host in asked if host == "sso.tanlam.example"] == ["sso.tanlam.example"]


def test_a_certificate_nobody_trusts_is_refused(site, way):
    with pytest.raises(CannotReach, match="certificate"):
        fetch(f"{site.issuer}/x", way=replace(way, ca_file=""))


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(status, site, way):
    site.says["/away"] = (status, {"Location": f"{site.issuer}/x"}, b"")
    site.asked.clear()

    with pytest.raises(CannotReach, match="redirects"):
        fetch(f"{site.issuer}/away", way=way)
    assert site.asked == ["/away"]


@pytest.mark.parametrize(("size", "taken"), [(1_000, True), (1_001, False)])
def test_more_than_was_asked_for_is_refused(size, taken, site, way):
    site.says["/long"] = (200, {}, b"x" * size)
    way = replace(way, most_bytes=1_000)

    if taken:
        assert len(fetch(f"{site.issuer}/long", way=way).body) == size
    else:
        with pytest.raises(CannotReach, match="more than 1000 bytes"):
            fetch(f"{site.issuer}/long", way=way)


def test_who_does_not_answer_is_hung_up_on(site, way):
    site.hangs["/x"] = threading.Event()

    with pytest.raises(CannotReach):
        fetch(f"{site.issuer}/x", way=replace(way, to_answer=0.05))
    site.hangs["/x"].set()


def test_nobody_there_is_told(way):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # not listening
        with pytest.raises(CannotReach):
            fetch(f"https://127.0.0.1:{taken.getsockname()[1]}/", way=way)


def test_what_is_nested_too_deep_is_no_json(site, way):
    site.says["/deep"] = (200, {}, b"[" * 200_000)

    with pytest.raises(ValueError, match="deep"):
        fetch(f"{site.issuer}/deep", way=way).json()
