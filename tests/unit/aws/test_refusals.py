import pytest
from botocore.exceptions import ClientError, NoCredentialsError

from designer.aws.refusals import refusing
from designer.errors import AwsRefused


def test_the_words_of_aws_are_shown_with_its_code_and_request() -> None:
    answer = {
        "Error": {"Code": "AccessDenied", "Message": "Not authorized to perform: s3:PutObject"},
        "ResponseMetadata": {"RequestId": "r-1"},
    }

    with pytest.raises(AwsRefused) as refused, refusing("write the file"):
        raise ClientError(answer, "PutObject")  # type: ignore[arg-type]

    err = refused.value
    assert err.message == "AWS did not write the file: Not authorized to perform: s3:PutObject (AccessDenied)"
    assert (err.code, err.operation, err.request_id) == ("AccessDenied", "PutObject", "r-1")
    assert "permission" in err.hint


def test_missing_credentials_are_told_with_three_ways_out() -> None:
    with pytest.raises(AwsRefused) as refused, refusing("write the file"):
        raise NoCredentialsError

    assert all(way in refused.value.hint for way in ("aws sso login", "--profile", "--sandbox"))


def test_what_is_no_refusal_of_aws_passes_unchanged() -> None:
    with pytest.raises(LookupError), refusing("write the file"):
        raise LookupError("a bug")
