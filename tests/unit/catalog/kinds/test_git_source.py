import pytest

from designer.catalog.kinds.git_source import KIND
from designer.catalog.needs import GitTrigger
from tests.unit.catalog.kinds.placing import place


@pytest.mark.parametrize(
    ("provider", "repository", "need_provider", "source"),
    [
        ("github", "me/model", "connection", "https://github.com/me/model.git"),
        ("gitlab", "group/sub/model", "connection", "https://gitlab.com/group/sub/model.git"),
        ("bitbucket", "me/model", "connection", "https://bitbucket.org/me/model.git"),
        ("codecommit", "model", "codecommit", "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/model"),
        ("s3", "my-code/model.zip", "s3", "s3://my-code/model.zip"),
    ],
)
def test_each_provider_gives_a_trigger_and_an_address(
    provider: str, repository: str, need_provider: str, source: str
) -> None:
    lowered = place(KIND, {"provider": provider, "repository": repository})

    (trigger,) = lowered.needs
    assert isinstance(trigger, GitTrigger)
    assert (trigger.provider, trigger.repository, trigger.branch) == (need_provider, repository, "main")
    assert lowered.outputs == {"source": source}


@pytest.mark.parametrize(
    ("provider", "repository"), [("github", "model"), ("codecommit", "me/model"), ("s3", "bucket"), ("gitlab", "me/")]
)
def test_a_repository_is_named_as_its_provider_does(provider: str, repository: str) -> None:
    with pytest.raises(ValueError, match="'repository' is"):
        place(KIND, {"provider": provider, "repository": repository})
