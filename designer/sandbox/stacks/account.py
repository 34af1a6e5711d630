"""The account's stacks with what is needed to work on them: clients, and a thread for each operation."""

import sys
import threading
import traceback
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.stacks.events import tell_stack
from designer.sandbox.stacks.model import Stack, StackStore
from designer.sandbox.stacks.steps import Site
from designer.sandbox.wire.api_error import ApiError

_LONGEST_BODY = 51_200
_S3_HOST = "s3"


class StackAccount:
    """Hold the stacks of the account and start work on them."""

    def __init__(self, client_of: ClientOf) -> None:
        self.store = StackStore()
        self._client_of = client_of

    def stack(self, name_or_id: str) -> Stack:
        """Return a stack; refuse where there is none."""
        found = self.store.find(name_or_id)
        if found is None:
            raise ApiError("ValidationError", f"Stack with id {name_or_id} does not exist")
        return found

    def site(self, stack: Stack) -> Site:
        """Return what the steps of work on a stack need."""
        return Site(stack=stack, client_of=self._client_of)

    def start(self, stack: Stack, first_status: str, work: Callable[[Site], None]) -> None:
        """Work on a stack in a thread of its own, so that its events can be watched."""
        stack.status = first_status
        site = self.site(stack)
        thread = threading.Thread(target=_run, args=(site, work), name=f"stack {stack.name}", daemon=True)
        thread.start()

    def template_text(self, parameters: Record) -> str | None:
        """Return the template that a request brings, in its body or from the sandbox's S3, or None."""
        body = parameters.get("TemplateBody")
        if body is not None:
            if len(body.encode()) > _LONGEST_BODY:
                raise ApiError(
                    "ValidationError",
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
                    f"Member must have length less than or equal to {_LONGEST_BODY}",
                )
            return str(body)
        url = parameters.get("TemplateURL")
        return self._fetched(str(url)) if url else None

    def _fetched(self, url: str) -> str:
        bucket, key = place_of(url)
        client = self._client_of("s3")
        try:
            text: str = client.get_object(Bucket=bucket, Key=key)["Body"].read().decode()
        except client.exceptions.ClientError as error:
            raise ApiError("ValidationError", f"S3 error: {error} (TemplateURL {url})") from error
        return text


def place_of(url: str) -> tuple[str, str]:
    """Return bucket and key of an S3 URL in any of its forms."""
    parts = urlsplit(url)
    host, path = parts.netloc.partition(":")[0], unquote(parts.path).lstrip("/")
    if parts.scheme == _S3_HOST:
        return host, path
    bucket, _, rest = host.partition(f".{_S3_HOST}")
    if rest and not host.startswith((f"{_S3_HOST}.", f"{_S3_HOST}-")):
        return bucket, path
    first, _, key = path.partition("/")
    return first, key


def _run(site: Site, work: Callable[[Site], None]) -> None:
    try:
        work(site)
    except Exception as error:  # noqa: BLE001 - the end of a thread: a bug becomes the stack's status and a trace
        traceback.print_exc(file=sys.stderr)
        stopped = site.stack.status.partition("_")[0] + "_FAILED"
        tell_stack(site.stack, stopped, f"The sandbox's stack engine failed: {error!r}")
