"""A provider of OpenID Connect on this machine, over HTTPS with a certificate of its own, that lies where a test asks it to."""

import json
import secrets
import ssl
import threading
import time
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey
from joserfc.jws import JWSRegistry

CLIENT, SECRET = "hopluc", "a-secret-of-the-site-and-the-provider"


def certificate(folder: Path) -> Path:
    """A certificate of 127.0.0.1 with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    shape = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "provider.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(*shape))
    return file


class Provider:
    """What the provider knows: its keys, who is signing on, and what it lies about."""

    def __init__(self) -> None:
        self.first = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
        self.issuer = ""
        self.codes: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self.forget()

    def forget(self) -> None:
        """Lie no more, and sign with the first key."""
        self.key = self.first
        self.told: dict[str, Any] = {}
        self.header: dict[str, Any] = {}
        self.signed_by: Any = self.key
        self.says: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.hangs: dict[str, threading.Event] = {}

    def sign_on(self, address: str, **claims: Any) -> str:
        """Where the browser comes back to after its holder signed on at `address`; `claims` beside or instead of the true ones."""
        asked = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_urlsafe(8)
        self.codes[code] = {"claims": claims, **asked}
        back = urlsplit(asked["redirect_uri"])
        return f"{back.path}?{urlencode({'code': code, 'state': asked['state']})}"

    def answer(self, method: str, path: str, headers: Any, body: str) -> tuple[int, dict[str, str], bytes]:
        self.asked.append(path)
        if path in self.hangs:
            self.hangs[path].wait(60)
        if path in self.says:
            return self.says[path]
        if path == "/.well-known/openid-configuration":
            return self._json(self._discovery() | self.told)
        if path == "/keys":
            return self._json(KeySet([self.key]).as_dict(private=False))
        if path == "/token" and method == "POST":
            return self._token(headers, {name: values[0] for name, values in parse_qs(body).items()})
        return 404, {}, b"{}"

    def _discovery(self) -> dict[str, Any]:
        at = self.issuer
        return {
            "issuer": at,
            "authorization_endpoint": f"{at}/authorize",
            "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys",
            "end_session_endpoint": f"{at}/out",
        }

    def _token(self, headers: Any, said: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """The token for a code, once, to the client that began: by its secret, and by the verifier of its challenge."""
        kept = self.codes.pop(said.get("code", ""), None)
        client, _, secret = b64decode(headers.get("Authorization", "Basic ").removeprefix("Basic ")).decode().partition(":")
        challenge = urlsafe_b64encode(sha256(said.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        is_right = (
            kept is not None
            and (client, secret) == (CLIENT, SECRET)
            and (kept["code_challenge"], kept["code_challenge_method"]) == (challenge, "S256")
            and kept["redirect_uri"] == said.get("redirect_uri")
        )
        if kept is None or not is_right:
            return self._json({"error": "invalid_grant"}, 400)
        now = int(time.time())
        true = {"iss": self.issuer, "sub": "can-bo-1", "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": kept["nonce"]}
        claims = {name: value for name, value in {**true, **kept["claims"]}.items() if value is not None}
        header = {"alg": "ES256", "kid": "one", **self.header}
        if header["alg"] == "none":
            parts = [urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims)]
            token = f"{parts[0]}.{parts[1]}."
        else:
            token = jwt.encode(header, claims, self.signed_by, registry=JWSRegistry(algorithms=["ES256", "HS256"]))
        return self._json({"access_token": "x", "token_type": "Bearer", "id_token": token})

    @staticmethod
    def _json(said: Any, status: int = 200) -> tuple[int, dict[str, str], bytes]:
        return status, {"Content-Type": "application/json"}, json.dumps(said).encode()


def secret_key() -> OctKey:
    """The client's secret as a key both sides know."""
    return OctKey.import_key(SECRET.encode())


@contextmanager
def serving(file: Path) -> Iterator[Provider]:
    """A provider that answers until the block ends."""
    provider = Provider()

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the server's own name for it
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, headers, said = provider.answer(self.command, unquote(urlsplit(self.path).path), self.headers, body)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(said)
            except OSError:
                return  # who asked has hung up

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: Any) -> None:
            return

    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(file)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake is what some tests ask for
    server.socket = trust.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    provider.issuer = f"https://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
