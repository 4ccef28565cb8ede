"""Other readings of a message: base64, base32, hexadecimal, binary, escapes, rot13, backwards, acrostics.

Bounded: at most ``DEPTH`` layers, ``PIECES`` pieces of a kind a layer, and only what reads as text is kept; whoever
asks should stop after ``MOST``.
"""

import base64
import binascii
import codecs
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

DEPTH = 6
PIECES = 40
MOST = 60
"""More readings than an honest message has: decoys, or layers upon layers."""
_BASE64 = re.compile(r"(?<![\w+/=-])[\w+/-]{12,8000}={0,2}", re.ASCII)
_BASE32 = re.compile(r"(?<![\w=])[A-Z2-7]{16,8000}={0,6}")
_HEX = re.compile(r"(?<![\w\\])(?:0x|\\x)?[0-9a-fA-F]{2}(?:[ ,:]?(?:0x|\\x)?[0-9a-fA-F]{2}){7,4000}(?!\w)")
_BINARY = re.compile(r"(?<!\w)[01]{8}(?: ?[01]{8}){5,1000}(?!\w)")
_DECIMAL = re.compile(r"(?<!\w)\d{2,3}(?:[ ,]{1,2}\d{2,3}){7,1000}(?!\w)")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_ESCAPED = re.compile(r"%[0-9a-fA-F]{2}|&#?\w{2,8};|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}")
_ASCII_WORD = re.compile(r"[a-zA-Z]{4}")
# Stems without which no attack is worded; a message is read turned or backwards only where one stands in it so.
_STEMS = (
    "ignor",
    "instr",
    "prompt",
    "system",
    "rules",
    "zasad",
    "regu",
    "zapom",
    "disreg",
    "forget",
    "reveal",
    "polece",
)
_TURNED = tuple(codecs.encode(stem, "rot13") for stem in _STEMS)
_BACKWARDS = tuple(stem[::-1] for stem in _STEMS)
_HEX_MARKS = re.compile(r"0x|\\x|[ ,:]")


def readings(text: str, depth: int = DEPTH) -> Iterator[str]:
    """Yield what ``text`` says when decoded, layer by layer; nothing where nothing decodes."""
    small = text.casefold()
    if any(stem in small for stem in _TURNED):
        yield codecs.decode(text, "rot13")
    if any(stem in small for stem in _BACKWARDS):
        yield text[::-1]
    if initials := _initials(text):
        yield initials
    yield from _decoded(text, depth)


def _decoded(text: str, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    for piece in _pieces(text):
        yield piece
        if _ASCII_WORD.search(piece):
            yield codecs.decode(piece, "rot13")
        yield piece[::-1]
        yield from _decoded(piece, depth - 1)


def _pieces(text: str) -> Iterator[str]:
    if _ESCAPED.search(text) and (plain := _unescaped(text)) != text:
        yield plain
    for count, match in enumerate(_BASE64.finditer(text)):
        if count == PIECES:
            break
        yield from _readable(_from_base64(match[0]))
    for pattern, decode in (
        (_BASE32, _from_base32),
        (_HEX, _from_hex),
        (_BINARY, _from_binary),
        (_DECIMAL, _from_decimal),
    ):
        for count, match in enumerate(pattern.finditer(text)):
            if count == PIECES:
                break
            yield from _readable(decode(match[0]))


def _readable(data: bytes) -> Iterator[str]:
    for encoding in ("utf-8", "cp1250"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = sum(mark.isalpha() or mark in " .,!?\n" for mark in text)
        if len(text) >= 6 and letters >= 0.8 * len(text):
            yield text
        return


def _from_base64(text: str) -> bytes:
    bare = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _from_base32(text: str) -> bytes:
    bare = text.rstrip("=")
    try:
        return base64.b32decode(bare + "=" * (-len(bare) % 8))
    except (binascii.Error, ValueError):
        return b""


def _from_hex(text: str) -> bytes:
    digits = _HEX_MARKS.sub("", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _from_binary(text: str) -> bytes:
    digits = text.replace(" ", "")
    return bytes(int(digits[at : at + 8], 2) for at in range(0, len(digits) - 7, 8))


def _from_decimal(text: str) -> bytes:
    values = [int(value) for value in re.findall(r"\d+", text)]
    return bytes(values) if all(32 <= value < 127 for value in values) else b""


def _unescaped(text: str) -> str:
    text = _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), text)
    return html.unescape(unquote(text, errors="ignore"))


def _initials(text: str) -> str:
    """Return the first letters of four or more lines, joined."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(line[0] for line in lines) if len(lines) >= 10 else ""
