"""botocore's exceptions to ours: AWS's own words are shown, with its code and request id."""

from collections.abc import Iterator
from contextlib import contextmanager

from designer.errors import AwsRefused

_HINTS = {
    "NoCredentialsError": "Log in (`aws sso login` or `aws configure`), name a profile with --profile, or try --sandbox.",
    "PartialCredentialsError": "The profile lacks a part of its credentials; see `aws configure list`.",
    "ProfileNotFound": "`aws configure list-profiles` lists the ones there are.",
    "EndpointConnectionError": "Check the network and the region.",
    "ExpiredToken": "Log in again (`aws sso login`).",
    "ExpiredTokenException": "Log in again (`aws sso login`).",
    "UnauthorizedSSOTokenError": "Log in again (`aws sso login`).",
    "AccessDenied": "Ask for this permission, or use a profile that has it.",
    "AccessDeniedException": "Ask for this permission, or use a profile that has it.",
}


@contextmanager
def refusing(doing: str) -> Iterator[None]:
    """Turn what botocore raises into an `AwsRefused`; `doing` completes the sentence "AWS did not ..."."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as err:
        error = err.response.get("Error", {})
        code = error.get("Code", "Unknown")
        request_id = err.response.get("ResponseMetadata", {}).get("RequestId", "")
        message = f"AWS did not {doing}: {error.get('Message', err)} ({code})"
        raise AwsRefused(
            message, code=code, operation=err.operation_name, request_id=request_id, hint=_HINTS.get(code, "")
        ) from err
    except BotoCoreError as err:
        code = type(err).__name__
        message = f"Could not {doing}: {err}"
        raise AwsRefused(message, code=code, operation="", hint=_HINTS.get(code, "")) from err
