"""Archives whose bytes depend on nothing but the files in them.

Nothing is compressed: zlib's bytes differ from version to version, and an archive's key is the hash of its bytes.
"""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644
_GZIP_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
_LARGEST_BLOCK = 0xFFFF


def file_beside(files: Mapping[str, bytes], path: str) -> bytes:
    """Return a file that lies beside the document; `ValueError` when there is none."""
    wanted = _plain(path)
    if wanted not in files:
        raise ValueError(f"There is no file '{path}' beside the document.")
    return files[wanted]


def folder_beside(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    """Return the files in a folder beside the document, by path inside it; `ValueError` when there are none."""
    wanted = _plain(folder)
    prefix = f"{wanted}/" if wanted else ""
    found = {
        path.removeprefix(prefix): content
        for path, content in files.items()
        if path.startswith(prefix) and "__pycache__" not in path
    }
    if not found:
        raise ValueError(f"There is no folder '{folder}' with files in it beside the document.")
    return found


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive: sorted, without times of its own."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(members):
            info = zipfile.ZipInfo(path, _EPOCH)
            info.external_attr = _READABLE << 16
            info.create_system = 3
            archive.writestr(info, members[path])
    return buffer.getvalue()


def tarred(members: Mapping[str, bytes]) -> bytes:
    """Return a gzipped tar archive: sorted, owned by nobody in particular, without times."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(members):
            info = tarfile.TarInfo(path)
            info.size = len(members[path])
            info.mode = _READABLE
            archive.addfile(info, io.BytesIO(members[path]))
    return b"".join(_gzipped(buffer.getvalue()))


def _gzipped(content: bytes) -> Iterator[bytes]:
    """Yield a gzip file (RFC 1952) of stored blocks."""
    yield _GZIP_HEADER
    starts = range(0, len(content), _LARGEST_BLOCK)
    for start in starts:
        block = content[start : start + _LARGEST_BLOCK]
        yield struct.pack("<BHH", start == starts[-1], len(block), len(block) ^ _LARGEST_BLOCK) + block
    yield struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def file_name(path: str) -> str:
    """Return the last part of a path with forward slashes."""
    return path.rsplit("/", 1)[-1]


def _plain(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./").strip("/")
