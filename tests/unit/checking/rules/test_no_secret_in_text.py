import pytest

from designer.checking.rules.no_secret_in_text import RULE
from designer.document.model import Parameter
from tests.unit.checking.subjects import document, spots


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("note", "AKIA" + "ABCDEFGHIJKLMNOP"),
        ("note", "-----BEGIN RSA " + "PRIVATE KEY-----"),
        ("note", "ghp_" + "a" * 36),
        ("note", "glpat-" + "a" * 20),
        ("note", "postgres://user:hunter2@db.example.com/x"),
        ("DB_PASSWORD", "hunter2"),
        ("DbPassword", "hunter2"),
        ("api_key", "0123456789"),
        ("auth-token", "abc"),
    ],
)
def test_a_secret_is_found_at_its_setting_and_not_repeated(name: str, value: str) -> None:
    found = spots(RULE, document({"a": "free"}, settings={"a": {"table": {name: value}}}))

    assert [(spot.node, spot.setting) for spot in found] == [("a", f"table.{name}")]
    assert value not in found[0].message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DB_PASSWORD", ""),
        ("DB_PASSWORD", "${params.Password}"),
        ("db_secret", "arn:aws:secretsmanager:us-east-1:123456789012:secret:db"),
        ("password", "{{resolve:secretsmanager:db}}"),
        ("pad_token", "<pad>"),
        ("ClientRequestToken", "abc"),
        ("tokenizer", "bert-base"),
        ("max_tokens", "5"),
        ("url", "https://example.com:8443/path"),
        ("secret_name", "db"),
    ],
)
def test_what_only_looks_like_a_secret_stays_silent(name: str, value: str) -> None:
    assert spots(RULE, document({"a": "free"}, settings={"a": {"table": {name: value}}})) == []


def test_a_secret_as_the_default_of_a_parameter_is_found() -> None:
    found = spots(RULE, document(parameters=(Parameter(name="ApiKey", default="0123456789"),)))

    assert [spot.setting for spot in found] == ["parameters.ApiKey"]


def test_a_node_of_an_unknown_kind_is_searched_too() -> None:
    found = spots(RULE, document({"a": "teleport"}, settings={"a": {"password": "hunter2"}}))

    assert [spot.node for spot in found] == ["a"]
