"""What is said between the site and a provider: OpenID Connect, code flow with PKCE, by Authlib over our own way out.

A conversation is remembered in the browser's session: state, nonce and verifier are drawn for it alone. The ID token must be signed by
one of the provider's keys, be for this site, of this conversation, and not past.
"""

import math
import secrets
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode, urlsplit

from authlib.common.errors import AuthlibBaseError
from authlib.oauth2.client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from django.core.cache import cache
from django.utils import timezone
from joserfc import jwt  # Authlib's own half for signatures; it comes with it
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

from hopluc.web.gate.outward import Answer, CannotReach, Way, fetch
from hopluc.web.people.sign_on.identity import LEEWAY, Identity, SignOnRefused
from hopluc.web.people.sign_on.providers import Provider

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
"""Signatures by a pair of keys alone: never `none`, never a secret that both sides know."""
KINDS = frozenset({"RSA", "EC", "OKP"})
KEPT_FOR = 5 * 60
"""Seconds that a provider's addresses are remembered."""
LEFT_FOR = 15
"""Seconds that one which did not answer is not asked again: while it is down, not every visitor's click waits for it."""


class _Out:
    """Authlib's session, over our way out."""

    def __init__(self, way: Way) -> None:
        self._way = way

    def post(self, url: str, *, data: dict[str, str], headers: dict[str, str], auth: Any) -> Answer:
        url, headers, body = auth.prepare("POST", url, dict(headers), urlencode(data))
        return fetch(url, method="POST", body=body, headers=headers, way=self._way)


def told_by(provider: Provider) -> dict[str, str]:
    """The addresses a provider tells of itself, asked again after some minutes: a visitor's click is not a request each. Raises
    SignOnRefused where it cannot be asked, or tells of another issuer.
    """
    kept = f"sign-on-{provider.key}-{sha256(provider.issuer.encode()).hexdigest()}"
    told: dict[str, str] | None = cache.get(kept)
    if told is None:
        try:
            told = _told_now(provider)
        except SignOnRefused:
            cache.set(kept, {}, LEFT_FOR)
            raise
        cache.set(kept, told, KEPT_FOR)
    if not told:
        raise SignOnRefused("told nothing of itself some seconds ago")
    return told


def _told_now(provider: Provider) -> dict[str, str]:
    said = _asked(provider, f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != provider.issuer:
        raise SignOnRefused(f"issuer {said.get('issuer')!r:.100}, not {provider.issuer!r}")
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")
    told = {name: str(said[name]) for name in names if said.get(name)}
    if wrong := [name for name in names[:3] if name not in told]:
        raise SignOnRefused(f"no {wrong[0]}")
    if wrong := [name for name, address in told.items() if urlsplit(address).scheme != "https"]:
        raise SignOnRefused(f"{wrong[0]} is not https")
    return told


def begin(provider: Provider, back: str) -> tuple[str, dict[str, str]]:
    """The provider's address to send the browser to, and what is remembered of the conversation."""
    kept = {"nonce": secrets.token_urlsafe(24), "verifier": secrets.token_urlsafe(48), "state": secrets.token_urlsafe(24)}
    address, _ = _client(provider, back).create_authorization_url(
        told_by(provider)["authorization_endpoint"], state=kept["state"], code_verifier=kept["verifier"], nonce=kept["nonce"]
    )
    return str(address), kept


def finish(provider: Provider, back: str, kept: dict[str, str], answered: dict[str, str]) -> Identity:
    """Who the provider says came back, by the code in what it answered. Raises SignOnRefused for all that is not as it must be."""
    if not secrets.compare_digest(answered.get("state", "").encode(), kept["state"].encode()):
        raise SignOnRefused("another state")
    if answered.get("iss", provider.issuer) != provider.issuer:  # RFC 9207: another provider answered
        raise SignOnRefused(f"answered by {answered['iss']!r:.100}")
    if "error" in answered or not answered.get("code"):
        raise SignOnRefused(f"error {answered.get('error', 'no code')!r:.100}")
    told = told_by(provider)
    try:
        token = _client(provider, back).fetch_token(
            told["token_endpoint"], grant_type="authorization_code", code=answered["code"], code_verifier=kept["verifier"]
        )
    except (CannotReach, AuthlibBaseError, ValueError, KeyError, TypeError) as mishap:
        raise SignOnRefused(f"token: {mishap!r:.200}") from mishap
    return _identity(_claims(provider, told["jwks_uri"], dict(token), kept["nonce"]))


def _client(provider: Provider, back: str) -> OAuth2Client:
    return OAuth2Client(
        session=_Out(provider.way),
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        token_endpoint_auth_method=provider.method,
        scope=provider.scope,
        redirect_uri=back,
        code_challenge_method="S256",
    )


def _asked(provider: Provider, address: str) -> dict[str, Any]:
    try:
        answer = fetch(address, way=provider.way)
        answer.raise_for_status()
        said = answer.json()
    except (CannotReach, ValueError) as mishap:
        raise SignOnRefused(f"{address}: {mishap!r:.200}") from mishap
    if not isinstance(said, dict):
        raise SignOnRefused(f"{address} tells nothing")
    return said


def _claims(provider: Provider, address: str, token: dict[str, Any], nonce: str) -> CodeIDToken:
    """What the ID token claims, signed by a key of the provider, for this site, in this conversation, of now.

    The provider's keys are remembered for some minutes; a token they do not fit has them asked for anew, once in some seconds.
    """
    kept = f"sign-on-keys-{sha256(address.encode()).hexdigest()}"
    keys: list[dict[str, Any]] | None = cache.get(kept)
    if keys is not None:
        try:
            return _read(provider, keys, token, nonce)
        except SignOnRefused:
            if not cache.add(f"{kept}-anew", True, LEFT_FOR):  # noqa: FBT003 (what is remembered)
                raise
    keys = _keys(provider, address)
    cache.set(kept, keys, KEPT_FOR)
    return _read(provider, keys, token, nonce)


def _keys(provider: Provider, address: str) -> list[dict[str, Any]]:
    """The keys that a provider signs with now."""
    told = _asked(provider, address).get("keys")
    usable = (isinstance(key, dict) and key.get("kty") in KINDS and key.get("use") != "enc" for key in told or ())
    return [key for key, is_usable in zip(told or (), usable, strict=True) if is_usable]


def _read(provider: Provider, keys: list[dict[str, Any]], token: dict[str, Any], nonce: str) -> CodeIDToken:
    expected = {"iss": {"essential": True, "value": provider.issuer}, "aud": {"essential": True, "value": provider.client_id}}
    try:
        read = jwt.decode(
            token["id_token"],
            KeySet.import_key_set({"keys": keys}),
            registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False),
        )
        about = {"nonce": nonce, "client_id": provider.client_id, "access_token": token.get("access_token")}
        claims = CodeIDToken(read.claims, read.header, expected, about)
        claims.validate(now=int(timezone.now().timestamp()), leeway=LEEWAY)
    except (JoseError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as mishap:
        raise SignOnRefused(f"ID token: {mishap!r:.200}") from mishap
    return claims


def _identity(claims: CodeIDToken) -> Identity:
    """E-mail and phone count only where the provider says it has verified them."""
    subject, at = claims["sub"], claims.get("auth_time", 0)
    if not isinstance(subject, str) or not 0 < len(subject) <= 255:
        raise SignOnRefused("no subject")
    said = claims.get("amr") or []
    return Identity(
        issuer=claims["iss"],
        subject=subject,
        email=_verified(claims, "email"),
        phone=_verified(claims, "phone_number"),
        acr=str(claims.get("acr", "")),
        amr=frozenset(one for one in said if isinstance(one, str)),
        at=int(at) if isinstance(at, int | float) and math.isfinite(at) else 0,
    )


def _verified(claims: CodeIDToken, name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) and claims.get(f"{name}_verified") is True else ""
