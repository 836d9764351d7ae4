"""A passkey in software: what a browser and a device would answer, signed with an EC key of its own, and lied about where a test asks."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, SYNCED, ATTESTED = 0x01, 0x04, 0x08, 0x40


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class SoftKey:
    """One key: its private half, its name to the site, and how often it has signed."""

    origin: str = "http://localhost"
    domain: str = "localhost"
    counter: int = 0
    flags: int = PRESENT | VERIFIED
    cross_origin: bool = False
    identity: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    handle: bytes | None = None

    def make(self, options: dict[str, Any], **lies: Any) -> str:
        """The answer to a question to register."""
        self.handle = bytes_of(options["publicKey"]["user"]["id"])
        data = AttestedCredentialData.create(bytes(16), self.identity, ES256.from_cryptography_key(self.private.public_key()))
        made = AttestationObject.create("none", self._data(ATTESTED, bytes(data)), {})
        return self._answer("webauthn.create", options, lies, attestationObject=b64(made))

    def use(self, options: dict[str, Any], **lies: Any) -> str:
        """The answer to a question to prove oneself."""
        data = self._data(0, b"")
        said = self._client_data("webauthn.get", options, lies)
        signature = self.private.sign(data + sha256(said).digest(), ec.ECDSA(SHA256()))
        more = {"authenticatorData": b64(data), "signature": b64(signature), "userHandle": b64(self.handle or b"")}
        return self._answer("webauthn.get", options, lies, **more)

    def _data(self, more: int, attested: bytes) -> AuthenticatorData:
        domain = sha256(self.domain.encode()).digest()
        return AuthenticatorData.create(domain, AuthenticatorData.FLAG(self.flags | more), self.counter, attested)

    def _client_data(self, kind: str, options: dict[str, Any], lies: dict[str, Any]) -> bytes:
        said = {"type": kind, "challenge": options["publicKey"]["challenge"], "origin": self.origin}
        return json.dumps({**said, "crossOrigin": self.cross_origin, **lies}).encode()

    def _answer(self, kind: str, options: dict[str, Any], lies: dict[str, Any], **response: str) -> str:
        said = b64(self._client_data(kind, options, lies))
        name = b64(self.identity)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": {"clientDataJSON": said, **response}})


def deep(levels: int) -> str:
    """Data in CBOR nested this deep, as no device makes it."""
    return b64(b"\x81" * levels + cbor.encode(1))
