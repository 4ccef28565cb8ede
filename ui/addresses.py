"""Hosts and addresses: which one a URL names, and whether it is this machine alone."""

import ipaddress
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "::1")


def host_of(url: str) -> str:
    """Return the host a URL names, lower case; empty where it names none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def host_of_header(header: str) -> str:
    """Return the host of a ``Host`` header, lower case, without port and brackets; empty where malformed."""
    return host_of(f"//{header}") if header and not set(header) & set("/?#@\\") else ""


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach ``host``."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
