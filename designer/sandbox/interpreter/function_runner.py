"""Runs the handler of one Lambda function in a process of its own; started with the request's file names as arguments.

Stands alone: it is given to Python by path, so that the function's imports find the function's code, nothing of ours.
"""

import importlib
import json
import sys
import traceback
from pathlib import Path
from types import SimpleNamespace

_ARGUMENTS = 4


def run(code_folder: str, handler: str, request_file: str) -> dict[str, object]:
    """Return the payload of a handler's answer, or the error that Lambda would report."""
    request = json.loads(Path(request_file).read_text(encoding="utf-8"))
    sys.path.insert(0, code_folder)
    try:
        module_name, _, function_name = handler.rpartition(".")
        function = getattr(importlib.import_module(module_name.replace("/", ".")), function_name)
        seconds = request["context"]["timeout_seconds"]
        context = SimpleNamespace(get_remaining_time_in_millis=lambda: int(seconds * 1000), **request["context"])
        return {"payload": json.loads(json.dumps(function(request["event"], context)))}
    except Exception as error:  # noqa: BLE001 - whatever the function raises is its answer
        return {
            "error": {
                "errorMessage": str(error),
                "errorType": type(error).__name__,
                "stackTrace": traceback.format_tb(error.__traceback__),
            }
        }


if __name__ == "__main__":
    Path(sys.argv[_ARGUMENTS]).write_text(json.dumps(run(*sys.argv[1:_ARGUMENTS])), encoding="utf-8")
