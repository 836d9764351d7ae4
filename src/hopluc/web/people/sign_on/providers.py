"""The providers of sign-on (đăng nhập một lần) that a site knows, from the YAML file that HOPLUC_SIGN_ON names; without one, none."""

import re
from dataclasses import dataclass, fields
from functools import cache
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from hopluc.errors import WrongDefinition
from hopluc.web.gate.outward import Network, Way

KEY = re.compile(r"[a-z0-9-]{1,30}")
CLAIMS = ("email", "phone_number")
METHODS = ("client_secret_basic", "client_secret_post")


@dataclass(frozen=True)
class Provider:
    """One provider of OpenID Connect, and how far it is believed.

    `match` are the verified claims that say whose account it is at the first binding; `unmatched` lets one who is signed in bind an
    account that none of them names. A sign-on whose `acr` or `amr` is one of these is a second step too.
    """

    key: str
    name: str
    issuer: str
    client_id: str
    client_secret: str
    method: str = METHODS[0]
    scope: str = "openid email phone"
    match: tuple[str, ...] = CLAIMS
    unmatched: bool = False
    acr: frozenset[str] = frozenset()
    amr: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = ()
    ca_file: str = ""

    @property
    def way(self) -> Way:
        """How its addresses are asked."""
        return Way(inside=self.networks, ca_file=self.ca_file)


def known_providers() -> dict[str, Provider]:
    """The providers by their key in addresses. Raises WrongDefinition for a file that does not say what it must."""
    return _read(settings.SIGN_ON) if settings.SIGN_ON else {}


@cache
def _read(path: str) -> dict[str, Provider]:
    try:
        told = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as mishap:
        raise WrongDefinition(file=path, key="-", reason=f"tệp chưa đọc được ({type(mishap).__name__})") from mishap
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise WrongDefinition(file=path, key="-", reason="cần một danh sách các nơi đăng nhập một lần")
    found = [_provider(path, one) for one in told]
    providers = {one.key: one for one in found}
    if len(providers) < len(found) or len({one.issuer for one in found}) < len(found):
        raise WrongDefinition(file=path, key="key", reason="hai nơi đăng nhập trùng key hoặc issuer")
    return providers


def _provider(path: str, told: dict[str, Any]) -> Provider:
    key = str(told.get("key", "-"))
    known = {field.name for field in fields(Provider)} | {"client_secret_file"}
    if strange := told.keys() - known:
        raise WrongDefinition(file=path, key=f"{key}: {min(map(str, strange))}", reason="mục này không có")
    said = {name: value for name, value in told.items() if name != "client_secret_file"}
    try:
        if "client_secret_file" in told:
            said["client_secret"] = Path(told["client_secret_file"]).read_text(encoding="utf-8").strip()
        for name in ("match", "acr", "amr", "networks"):
            if name in said:
                said[name] = _listed(said[name])
        said["networks"] = tuple(ip_network(one) for one in said.get("networks", ()))
        made = Provider(**{**said, "acr": frozenset(said.get("acr", ())), "amr": frozenset(said.get("amr", ()))})
    except (OSError, ValueError, TypeError) as mishap:
        raise WrongDefinition(file=path, key=key, reason=f"thiếu mục, hoặc giá trị chưa đúng ({mishap})") from mishap
    for name, is_right in _checks(made).items():
        if not is_right:
            raise WrongDefinition(file=path, key=f"{key}: {name}", reason="giá trị chưa đúng")
    return made


def _listed(said: Any) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        raise ValueError(f"{said!r}: cần một danh sách")
    return tuple(said)


def _checks(made: Provider) -> dict[str, bool]:
    """What must be true of each part."""
    texts = (made.key, made.name, made.issuer, made.client_id, made.client_secret, made.method, made.scope, made.ca_file)
    return {
        "text": all(isinstance(text, str) for text in texts) and all(texts[:5]),
        "client_secret": str(made.client_secret).isascii(),
        "key": bool(KEY.fullmatch(str(made.key))),
        "issuer": str(made.issuer).startswith("https://") and not set("?#@ ") & set(str(made.issuer)),
        "method": made.method in METHODS,
        "scope": "openid" in str(made.scope).split(),
        "match": set(made.match) <= set(CLAIMS),
        "unmatched": isinstance(made.unmatched, bool),
    }
