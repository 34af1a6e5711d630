"""Git source: a push starts the pipeline and gives the source code."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id
from designer.catalog.needs import GitTrigger
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings import Settings

_SITES = {"github": "github.com", "gitlab": "gitlab.com", "bitbucket": "bitbucket.org"}
_CONNECTION_NAMES = {"github": "GitHub", "gitlab": "GitLab", "bitbucket": "Bitbucket"}


class GitSourceSettings(Settings):
    """Which repository and branch."""

    provider: Annotated[Literal["github", "gitlab", "bitbucket", "codecommit", "s3"], Form(editor="choice")] = Field(
        default="github",
        description="Where the code is. S3 means an archive in a bucket with versions, for instance from another CI.",
    )
    repository: Annotated[str, Form(placeholder="owner/name")] = Field(
        description="owner/name; for CodeCommit the name alone; for S3 bucket/archive.zip."
    )
    branch: Annotated[str, Form()] = Field(default="main", min_length=1, description="The branch to follow.")
    connection_arn: Annotated[str, Form(placeholder="arn:aws:codeconnections:...", advanced=True)] = Field(
        default="",
        description="A connection to the provider that exists. Empty: one is made, and has to be confirmed once in "
        "the AWS console.",
    )
    paths: Annotated[tuple[str, ...], Form(editor="list", advanced=True)] = Field(
        default=(), description="Only pushes that touch these paths start the pipeline, such as src/**. Empty: all."
    )

    excluded_paths: Annotated[tuple[str, ...], Form(editor="list", advanced=True)] = Field(
        default=(), max_length=8, description="Pushes that touch these paths alone do not start it, such as docs/**."
    )
    tags: Annotated[tuple[str, ...], Form(editor="list", advanced=True)] = Field(
        default=(),
        max_length=8,
        description="A pushed tag such as v* starts the pipeline, instead of a push to the branch.",
    )
    pull_requests: Annotated[tuple[Literal["OPEN", "UPDATED", "CLOSED"], ...], Form(editor="list", advanced=True)] = (
        Field(
            default=(), description="Pull requests to the branch start it too, when they are OPEN, UPDATED or CLOSED."
        )
    )


def lower(placed: Placed) -> Lowered:
    """Give the trigger and the place of the code; nothing runs."""
    settings = settings_of(placed, GitSourceSettings)
    _check(settings)
    trigger = GitTrigger(
        logical_id=logical_id(placed.id, "Source"),
        node=placed.id,
        provider="connection" if settings.provider in _SITES else settings.provider,
        repository=settings.repository,
        branch=settings.branch,
        connection_arn=resolved(placed, settings.connection_arn),
        connection_provider=_CONNECTION_NAMES.get(settings.provider, ""),
        paths=settings.paths,
        excluded_paths=settings.excluded_paths,
        tags=settings.tags,
        pull_requests=settings.pull_requests,
    )
    return Lowered(outputs={"source": _address(placed, settings)}, needs=(trigger,))


def _check(settings: GitSourceSettings) -> None:
    owner, slash, name = settings.repository.partition("/")
    is_pair = bool(owner and slash and name)
    if settings.provider == "codecommit" and (slash or not owner):
        raise ValueError("For CodeCommit, 'repository' is the repository's name alone.")
    if settings.provider == "s3" and not is_pair:
        raise ValueError("For S3, 'repository' is bucket/archive.zip.")
    if settings.provider in _SITES and not is_pair:
        raise ValueError("'repository' is owner/name, as in the address of the repository.")
    filters = settings.paths or settings.excluded_paths or settings.tags or settings.pull_requests
    if filters and settings.provider not in _SITES:
        raise ValueError("Only GitHub, GitLab and Bitbucket look at paths, tags and pull requests. Leave these empty.")
    if settings.tags and (settings.paths or settings.excluded_paths):
        raise ValueError("A tag touches no paths: name tags or paths, not both.")


def _address(placed: Placed, settings: GitSourceSettings) -> str:
    if settings.provider == "s3":
        return f"s3://{settings.repository}"
    if settings.provider == "codecommit":
        return f"https://git-codecommit.{placed.region}.amazonaws.com/v1/repos/{settings.repository}"
    return f"https://{_SITES[settings.provider]}/{settings.repository}.git"


KIND = Kind(
    id="git_source",
    title="Git source",
    summary="A push to GitHub, GitLab, Bitbucket, CodeCommit or an archive in S3 starts the pipeline with its code.",
    category=Category.TRIGGER,
    settings=GitSourceSettings,
    lower=lower,
    outputs=fixed(Port(name="source", type=PortType.SOURCE, title="Source", help="The code as it was pushed.")),
    is_trigger=True,
    accepts_flow=False,
)
