"""CBOR as Smithy's RPC protocol uses it (RFC 8949), which botocore speaks to CodePipeline, CodeBuild and others."""

import struct
from datetime import UTC, datetime

from designer.sandbox.documents import Value

_EPOCH_TAG = 1
_INDEFINITE = 31
_LENGTH_FORMATS = {24: ">B", 25: ">H", 26: ">I", 27: ">Q"}
_FLOAT_FORMATS = {25: ">e", 26: ">f", 27: ">d"}
_SIMPLE: dict[int, Value] = {20: False, 21: True, 22: None, 23: None}


def encode(value: Value) -> bytes:
    """Return a value as CBOR; a datetime becomes an epoch timestamp."""
    if value is None:
        return b"\xf6"
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return _head(2, len(value)) + value
    return _encode_composite(value)


def _encode_composite(value: Value) -> bytes:
    if isinstance(value, str):
        data = value.encode()
        return _head(3, len(data)) + data
    if isinstance(value, datetime):
        return _head(6, _EPOCH_TAG) + encode(value.timestamp())
    if isinstance(value, dict):
        return _head(5, len(value)) + b"".join(encode(str(key)) + encode(item) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return _head(4, len(value)) + b"".join(encode(item) for item in value)
    message = f"CBOR has no form for {type(value).__name__}"
    raise TypeError(message)


def decode(data: bytes) -> Value:
    """Return the value that a CBOR text holds."""
    return _Reader(data).value()


def _head(major: int, argument: int) -> bytes:
    if argument < 24:  # noqa: PLR2004 - RFC 8949: smaller arguments stand in the head itself
        return bytes([major << 5 | argument])
    for info, form in _LENGTH_FORMATS.items():
        if argument < 1 << 8 * struct.calcsize(form):
            return bytes([major << 5 | info]) + struct.pack(form, argument)
    message = "number too large for CBOR"
    raise ValueError(message)


class _Reader:
    """Walk over a CBOR text once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def value(self) -> Value:
        head = self._take(1)[0]
        major, info = head >> 5, head & 31
        if major == 7:  # noqa: PLR2004 - RFC 8949: simple values and floats
            return self._simple(info)
        readers = (self._unsigned, self._negative, self._bytes, self._text, self._list, self._map, self._tagged)
        return readers[major](info)

    def _take(self, count: int) -> bytes:
        piece = self._data[self._at : self._at + count]
        if len(piece) < count:
            message = "CBOR text ends too early"
            raise ValueError(message)
        self._at += count
        return piece

    def _unsigned(self, info: int) -> int:
        form = _LENGTH_FORMATS.get(info)
        if form is None:
            return info
        number: int = struct.unpack(form, self._take(struct.calcsize(form)))[0]
        return number

    def _negative(self, info: int) -> int:
        return -1 - self._unsigned(info)

    def _bytes(self, info: int) -> bytes:
        if info == _INDEFINITE:
            return b"".join(self._until_break())
        return self._take(self._unsigned(info))

    def _text(self, info: int) -> str:
        if info == _INDEFINITE:
            return "".join(self._until_break())
        return self._take(self._unsigned(info)).decode()

    def _list(self, info: int) -> list[Value]:
        if info == _INDEFINITE:
            return self._until_break()
        return [self.value() for _ in range(self._unsigned(info))]

    def _map(self, info: int) -> dict[str, Value]:
        if info == _INDEFINITE:
            flat = self._until_break()
            return dict(zip(flat[::2], flat[1::2], strict=True))
        return {self.value(): self.value() for _ in range(self._unsigned(info))}

    def _tagged(self, info: int) -> Value:
        tag = self._unsigned(info)
        inner = self.value()
        return datetime.fromtimestamp(inner, UTC) if tag == _EPOCH_TAG else inner

    def _simple(self, info: int) -> Value:
        form = _FLOAT_FORMATS.get(info)
        if form is not None:
            return struct.unpack(form, self._take(struct.calcsize(form)))[0]
        return _SIMPLE[info]

    def _until_break(self) -> list[Value]:
        items = []
        while self._data[self._at] != 0xFF:  # noqa: PLR2004 - RFC 8949: the break code
            items.append(self.value())
        self._at += 1
        return items
