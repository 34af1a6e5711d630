"""An `aws` command for tests: it notes every call and answers from a table. Run by path, so it stands alone.

In the folder that FAKE_AWS names stand `answers.json` (by "service operation": one answer, or a list given one after the
other, its last one for ever), `s3/BUCKET/KEY` and, once called, `calls.jsonl`. A text instead of an answer is an error.
"""

import json
import os
import shutil
import sys
from itertools import pairwise
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Play one command."""
    folder = Path(os.environ["FAKE_AWS"])
    service, operation, *rest = arguments
    if (service, operation) == ("s3", "cp"):
        source, target = (one for one in rest if not one.startswith("--"))
        shutil.copy(folder / "s3" / source.removeprefix("s3://"), target)
        return 0
    answer = _answer(folder, f"{service} {operation}")
    note = {"service": service, "operation": operation, "request": _request(rest)}
    with (folder / "calls.jsonl").open("a", encoding="utf-8") as calls:
        calls.write(json.dumps(note) + "\n")
    if isinstance(answer, str):
        sys.stderr.write(answer + "\n")
        return 254
    if (service, operation) == ("lambda", "invoke") and isinstance(answer, dict):
        Path(rest[-1]).write_text(json.dumps(answer.pop("Payload", None)), encoding="utf-8")
    sys.stdout.write(json.dumps(answer) + "\n")
    return 0


def _answer(folder: Path, name: str) -> object:
    path = folder / "answers.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    found = table.get(name, {})
    if not isinstance(found, list):
        return found
    if len(found) > 1:
        path.write_text(json.dumps({**table, name: found[1:]}), encoding="utf-8")
    return found[0]


def _request(rest: list[str]) -> dict[str, object]:
    request: dict[str, object] = {}
    for name, value in pairwise(rest):
        if not name.startswith("--") or value.startswith("--"):
            continue
        if value.startswith("file://"):
            content = json.loads(Path(value.removeprefix("file://")).read_text(encoding="utf-8"))
            request |= content if name == "--cli-input-json" else {name: content}
        elif name not in ("--output", "--cli-binary-format", "--cli-read-timeout"):
            request[name] = value
    return request


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
