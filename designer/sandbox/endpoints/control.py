"""The sandbox's own HTTP interface, under /sandbox: health, limits and settings."""

import json

from designer.sandbox.documents import Record, Value
from designer.sandbox.limits import LIMITS
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.front import Answer, Route

_PREFIX = "/sandbox/"
_PARTS = frozenset({"metrics", "variables"})


def control_route(settings: SandboxSettings) -> Route:
    """Return the route that answers /sandbox requests.

    GET health, limits or settings; POST settings with any of their members; POST metrics or variables with the names
    and values to set.
    """

    def route(environ: Record, body: bytes) -> Answer | None:
        path = str(environ.get("PATH_INFO", ""))
        if not path.startswith(_PREFIX):
            return None
        # A bucket may be called "sandbox": its requests are signed, these are not.
        if environ.get("HTTP_AUTHORIZATION"):
            return None
        name = path.removeprefix(_PREFIX).strip("/")
        return _post(settings, name, body) if environ.get("REQUEST_METHOD") == "POST" else _get(settings, name)

    return route


def _get(settings: SandboxSettings, name: str) -> Answer:
    readings: Record = {"health": {"status": "ready"}, "limits": list(LIMITS), "settings": settings.shown()}
    if name not in readings:
        return _json(404, {"message": f"there is no /sandbox/{name}; there are {', '.join(sorted(readings))}"})
    return _json(200, readings[name])


def _post(settings: SandboxSettings, name: str, body: bytes) -> Answer:
    if name not in _PARTS and name != "settings":
        return _json(404, {"message": f"there is no /sandbox/{name} to set"})
    try:
        given = json.loads(body or b"{}")
        settings.change({name: given} if name in _PARTS else given)
    except (ValueError, AttributeError, TypeError) as error:
        return _json(400, {"message": str(error)})
    return _json(200, settings.shown())


def _json(status: int, value: Value) -> Answer:
    return Answer(status=status, content_type="application/json", body=json.dumps(value).encode())
