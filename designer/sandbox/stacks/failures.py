"""What a client's error says, in the words in which a stack's events tell it."""

from botocore.exceptions import BotoCoreError, ClientError

from designer.sandbox.types.resource_type import NotChangeable
from designer.sandbox.wire.api_error import ApiError

_GONE_CODES = ("NotFound", "NoSuch", "DoesNotExist", "NonExistent", "404")
_GONE_WORDS = ("does not exist", "could not find", "not found", "no such")
# Failures of one resource: the step fails and the stack rolls back. Anything else is a fault of the engine.
RESOURCE_FAILURES = (ClientError, BotoCoreError, NotChangeable, LookupError, ValueError, TypeError, ApiError)


def reason_of(error: Exception) -> str:
    """Return the reason that an event gives for a failed resource."""
    if isinstance(error, ClientError):
        details = error.response.get("Error", {})
        meta = error.response.get("ResponseMetadata", {})
        return (
            f'Resource handler returned message: "{details.get("Message", "")}" '
            f"(Error Code: {details.get('Code', '')}, Status Code: {meta.get('HTTPStatusCode', '')})"
        )
    return str(error) or type(error).__name__


def is_gone(error: Exception) -> bool:
    """Tell whether an error says that there is no such resource any more."""
    if isinstance(error, LookupError):
        return True
    if not isinstance(error, ClientError):
        return False
    details = error.response.get("Error", {})
    code, message = str(details.get("Code", "")), str(details.get("Message", "")).lower()
    return any(part in code for part in _GONE_CODES) or any(words in message for words in _GONE_WORDS)
