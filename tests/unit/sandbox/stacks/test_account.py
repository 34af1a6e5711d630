import pytest

from designer.sandbox.stacks.account import place_of


@pytest.mark.parametrize(
    "url",
    [
        "https://my-bucket.s3.us-east-1.amazonaws.com/a/b.json",
        "https://my-bucket.s3.amazonaws.com/a/b.json",
        "https://s3.us-east-1.amazonaws.com/my-bucket/a/b.json",
        "https://s3-eu-west-1.amazonaws.com/my-bucket/a/b.json",
        "http://127.0.0.1:4000/my-bucket/a/b.json",
        "s3://my-bucket/a/b.json",
    ],
)
def test_an_s3_url_is_understood_in_each_of_its_forms(url: str) -> None:
    assert place_of(url) == ("my-bucket", "a/b.json")
