"""The one way out: HTTPS requests to addresses that settings or other sites name, so that none of them leads into our own network.

A name is resolved once, every address of it is looked at, and one of those is connected to: who answers for a name cannot change its
mind in between. Redirects are not followed. What is answered has a size and a time it must keep to.
"""

import json
import socket
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPSConnection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from threading import Timer
from typing import Any
from urllib.parse import urlsplit

MOST_BYTES = 1_000_000
TO_CONNECT = 5.0
TO_ANSWER = 10.0
"""Seconds to a connection, and to the whole answer."""
_GIVEN_OUT = ip_network("2000::/3")
"""The IPv6 addresses that are given out to the world (RFC 4291); Python takes others for public too, as `::7f00:1` and `fec0::1`."""
_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for the IPv4 address in their last 32 bits (RFC 6052)."""

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


class CannotReach(Exception):
    """An address that is not asked, or whose answer is not taken; its text is for the log."""


@dataclass(frozen=True)
class Answer:
    """What was answered."""

    status_code: int
    body: bytes

    def json(self) -> Any:
        """The body as JSON. Raises ValueError."""
        try:
            return json.loads(self.body)
        except RecursionError as deep:
            raise ValueError("nested too deep") from deep

    def raise_for_status(self) -> None:
        """Raise CannotReach for a mishap."""
        if self.status_code >= 400:
            raise CannotReach(f"status {self.status_code}")


@dataclass(frozen=True)
class Way:
    """How far out: networks of our own that may be asked beside the public ones, whom to trust, and how long to wait."""

    inside: tuple[Network, ...] = ()
    ca_file: str = ""
    to_answer: float = TO_ANSWER
    most_bytes: int = MOST_BYTES


def fetch(
    url: str, *, method: str = "GET", body: str | None = None, headers: Mapping[str, str] | None = None, way: Way | None = None
) -> Answer:
    """What an address answers. Raises CannotReach where it is not asked, does not answer in time, redirects, or says too much."""
    way = way or Way()
    parts = urlsplit(url)
    try:
        host, port = parts.hostname, parts.port or 443
    except ValueError as wrong:
        raise CannotReach(f"no address: {url}") from wrong
    if parts.scheme != "https" or not host or parts.username is not None:
        raise CannotReach(f"not https: {url}")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    said = {"Accept": "application/json", "Accept-Encoding": "identity", **(headers or {})}
    connection = _connected(host, port, way)
    watch = Timer(way.to_answer, _hang_up, [connection.sock])
    watch.daemon = True
    watch.start()
    try:
        connection.sock.do_handshake()
        connection.request(method, path, body=body, headers=said)
        answer = connection.getresponse()
        got = answer.read(way.most_bytes + 1)
    except (OSError, HTTPException, ValueError) as mishap:
        raise CannotReach(f"{host}: {mishap!r}") from mishap
    finally:
        watch.cancel()
        connection.close()
    if 300 <= answer.status < 400:
        raise CannotReach(f"{host} redirects")
    if len(got) > way.most_bytes:
        raise CannotReach(f"{host} says more than {way.most_bytes} bytes")
    return Answer(answer.status, got)


def addresses_of(host: str, port: int, inside: Iterable[Network]) -> list[str]:
    """The addresses a name has, all of them public or `inside`. Raises CannotReach where one is not, or there is none."""
    inside = tuple(inside)
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as unknown:
        raise CannotReach(f"{host}: {unknown!r}") from unknown
    for address in found:
        if not may_be_asked(ip_address(address), inside):
            raise CannotReach(f"{host} is {address}, not a public address")
    return list(dict.fromkeys(found))


def may_be_asked(address: Address, inside: Iterable[Network] = ()) -> bool:
    """Is an address public, or within a network that was named; one that stands for another is as that one.

    >>> [may_be_asked(ip_address(one)) for one in ("8.8.8.8", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    address = _meant(address)
    if any(address in network for network in inside if network.version == address.version):
        return True
    return address.is_global and not address.is_multicast and (address.version == 4 or address in _GIVEN_OUT)


def _meant(address: Address) -> Address:
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address


class _Pinned(HTTPSConnection):
    """A connection to one address, which must show the certificate of the name."""

    def __init__(self, host: str, port: int, address: str, trust: ssl.SSLContext) -> None:
        super().__init__(host, port, timeout=TO_CONNECT, context=trust)
        self._address, self._trust = address, trust

    def connect(self) -> None:
        raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._trust.wrap_socket(raw, server_hostname=self.host, do_handshake_on_connect=False)


def _connected(host: str, port: int, way: Way) -> HTTPSConnection:
    try:
        trust = ssl.create_default_context(cafile=way.ca_file or None)
    except OSError as missing:
        raise CannotReach(f"{way.ca_file}: {missing!r}") from missing
    mishaps: list[str] = []
    for address in addresses_of(host, port, way.inside):
        connection = _Pinned(host, port, address, trust)
        try:
            connection.connect()
        except (OSError, ValueError) as mishap:
            mishaps.append(repr(mishap))
            continue
        return connection
    raise CannotReach(f"{host}: {', '.join(mishaps)}")


def _hang_up(sock: socket.socket) -> None:
    try:
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        return  # it has ended by itself
