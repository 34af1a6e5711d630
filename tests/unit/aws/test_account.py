import pytest

from designer.aws.account import Account, session
from designer.aws.clients import Clients
from designer.errors import AwsRefused


def test_a_profile_that_does_not_exist_is_refused_with_what_to_do() -> None:
    with pytest.raises(AwsRefused, match="nobody") as refused:
        session(Account(profile="nobody"))

    assert "list-profiles" in refused.value.hint


def test_the_sandbox_never_gets_credentials_that_could_reach_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "real")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "real")

    found = session(Account(is_sandbox=True)).get_credentials()

    assert found is not None
    assert found.access_key == "sandbox"


def test_the_clients_of_an_emulator_ask_its_address() -> None:
    clients = Clients(Account(endpoint_url="http://localhost:4566", is_sandbox=True, region="eu-west-1"))

    assert clients.cloudformation().meta.endpoint_url == "http://localhost:4566"
    assert clients.s3().meta.region_name == "eu-west-1"
