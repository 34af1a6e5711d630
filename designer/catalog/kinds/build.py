"""Build: CodeBuild runs the commands of a buildspec."""

from collections.abc import Mapping
from typing import Annotated, Literal

import yaml
from pydantic import Field, field_validator

from designer.catalog.archives import file_beside, folder_beside, zipped
from designer.catalog.builds import build_call
from designer.catalog.delivery import ARTIFACT, given_artifact
from designer.catalog.form import Form
from designer.catalog.functions import bucket_statements
from designer.catalog.jobs import output_value
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import Carried, ports
from designer.catalog.naming import artifact_name, asset_key, logical_id
from designer.catalog.needs import Asset, BuildProject, Repository, Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.requests import address, arn, as_text, resolved, settings_of
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Deployed, ExecutionValue, Value, joined

_BUILDSPEC = """version: 0.2
phases:
  build:
    commands:
      - echo "Write here what is to be done."
"""
_PUSH_ACTIONS = (
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:CompleteLayerUpload",
    "ecr:GetDownloadUrlForLayer",
    "ecr:InitiateLayerUpload",
    "ecr:PutImage",
    "ecr:UploadLayerPart",
)


class BuildSettings(TaskSettings):
    """The commands, the machine, and what comes of it."""

    buildspec: Annotated[str, Form(editor="code", language="yaml", group="Commands")] = Field(
        default=_BUILDSPEC, description="What is done, as a CodeBuild buildspec."
    )
    buildspec_file: Annotated[str, Form(editor="file", group="Commands", placeholder="buildspec.yml")] = Field(
        default="", description="A file beside the document that holds the buildspec instead."
    )
    folder: Annotated[str, Form(editor="folder", group="Commands")] = Field(
        default="", description="A folder beside the document with the code. Empty: the code comes from a source."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Commands")] = Field(
        default_factory=dict,
        description="Environment variables; references may stand in them. Never put a password here.",
    )
    inputs: Annotated[dict[str, Carried], Form(editor="table", group="Data")] = Field(
        default_factory=dict,
        description="Names of the inputs and what they carry. The commands find each in a variable: INPUT_NAME.",
    )
    outputs: Annotated[dict[str, Carried], Form(editor="table", group="Data")] = Field(
        default_factory=dict,
        description="Names of the outputs and what they carry. The commands copy each to the S3 address in the "
        "variable OUTPUT_NAME: a folder, or for a model_artifact the file model.tar.gz.",
    )
    gives_artifact: Annotated[bool, Form(editor="flag", group="Data", advanced=True)] = Field(
        default=False,
        description="Give what the buildspec lists under 'artifacts' to actions of CodePipeline.",
    )
    image_repository: Annotated[str, Form(group="Container image", placeholder="my-model")] = Field(
        default="",
        pattern=r"^([a-z0-9]+([._/-][a-z0-9]+)*)?$",
        description="A container repository to make. The commands push to $IMAGE_URI; the output 'image' is that.",
    )
    build_image: Annotated[str, Form(group="Machine", advanced=True)] = Field(
        default="aws/codebuild/standard:7.0", min_length=1, description="The image that the commands run in."
    )
    compute: Annotated[
        Literal["BUILD_GENERAL1_SMALL", "BUILD_GENERAL1_MEDIUM", "BUILD_GENERAL1_LARGE", "BUILD_GENERAL1_2XLARGE"],
        Form(editor="choice", group="Machine", advanced=True),
    ] = Field(default="BUILD_GENERAL1_SMALL", description="The size of the machine.")
    timeout_minutes: Annotated[int, Form(editor="number", unit="min", group="Machine", advanced=True)] = Field(
        default=60, ge=5, le=480, description="The build is stopped after this time."
    )

    @field_validator("buildspec")
    @classmethod
    def _is_yaml(cls, text: str) -> str:
        try:
            spec = yaml.safe_load(text)
        except yaml.YAMLError as err:
            raise ValueError(f"The buildspec is not YAML: {err}") from err
        if not isinstance(spec, Mapping) or "version" not in spec:
            raise ValueError("A buildspec begins with 'version: 0.2' and has 'phases'.")
        return text


def lower(placed: Placed) -> Lowered:
    """Make a CodeBuild project and one StartBuild request."""
    settings = settings_of(placed, BuildSettings)
    buildspec = _buildspec(placed, settings)
    if settings.gives_artifact and "artifacts" not in (yaml.safe_load(buildspec) or {}):
        raise ValueError("The buildspec lists no 'artifacts' that could be given. Add that section.")
    repository = _repository(placed, settings)
    code = _code(placed, settings)
    project = BuildProject(
        logical_id=logical_id(placed.id, "Build"),
        node=placed.id,
        buildspec=buildspec,
        image=settings.build_image,
        compute_type=settings.compute,
        privileged=bool(settings.image_repository),
        source_key=code[0].key if code else "",
        timeout_minutes=settings.timeout_minutes,
        statements=(
            *bucket_statements(f"{placed.id} reads and writes the pipeline's data"),
            *_push_statements(placed, settings),
        ),
    )
    image = _image(repository)
    outputs = _outputs_of(placed, settings)
    if image != "":
        outputs["image"] = image
    if settings.gives_artifact:
        outputs[ARTIFACT] = artifact_name(placed.id)
    call = build_call(placed, project, _variables(placed, settings, image))
    return Lowered(steps=(call,), outputs=outputs, needs=(*code, *repository, project))


def _buildspec(placed: Placed, settings: BuildSettings) -> str:
    if not settings.buildspec_file:
        return settings.buildspec
    return file_beside(placed.files, settings.buildspec_file).decode("utf-8")


def _code(placed: Placed, settings: BuildSettings) -> tuple[Asset, ...]:
    if not settings.folder:
        return ()
    content = zipped(folder_beside(placed.files, settings.folder))
    return (Asset(key=asset_key(content, f"{placed.id}.zip"), content=content),)


def _repository(placed: Placed, settings: BuildSettings) -> tuple[Repository, ...]:
    if not settings.image_repository:
        return ()
    name = settings.image_repository
    return (Repository(logical_id=logical_id(name, "Repository"), node=placed.id, name=name),)


def _image(repository: tuple[Repository, ...]) -> Value:
    if not repository:
        return ""
    return joined(Deployed(f"{repository[0].logical_id}Uri"), ":", ExecutionValue("id"))


def _push_statements(placed: Placed, settings: BuildSettings) -> tuple[Statement, ...]:
    if not settings.image_repository:
        return ()
    reason = f"{placed.id} pushes a container image"
    return (
        Statement(
            actions=_PUSH_ACTIONS, resources=(arn("ecr", f"repository/{settings.image_repository}"),), reason=reason
        ),
        Statement(
            actions=("ecr:GetAuthorizationToken",),
            resources=("*",),
            reason=f"{reason}; the service gives this permission for all repositories only",
        ),
    )


def _variables(placed: Placed, settings: BuildSettings, image: Value) -> dict[str, Value]:
    variables = {name: as_text(resolved(placed, value)) for name, value in settings.environment.items()}
    for port, given in placed.inputs.items():
        if given and port != "source":
            variables[f"INPUT_{_variable(port)}"] = as_text(address(given[0].value))
    for name, uri in _outputs_of(placed, settings).items():
        variables[f"OUTPUT_{_variable(name)}"] = uri
    if image != "":
        variables["IMAGE_URI"] = image
    return variables


def _outputs_of(placed: Placed, settings: BuildSettings) -> dict[str, Value]:
    return {name: output_value(placed, name, carried) for name, carried in settings.outputs.items()}


def _variable(name: str) -> str:
    return name.upper().replace("-", "_")


def _inputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    source = Port(
        name="source",
        type=PortType.SOURCE,
        title="Source",
        help="The code of a git source. The commands run in it.",
    )
    return (source, *(port for port in ports(raw, "inputs", {}, required=True) if port.name != "source"))


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    named = tuple(port for port in ports(raw, "outputs", {}, required=False) if port.name not in {"image", ARTIFACT})
    named += given_artifact(raw, "What the buildspec lists under 'artifacts', for actions of CodePipeline.")
    if not raw.get("image_repository"):
        return named
    return (*named, Port(name="image", type=PortType.IMAGE, title="Image", help="The address of the pushed image."))


KIND = Kind(
    id="build",
    title="Build",
    summary="Runs the commands of a buildspec in AWS CodeBuild: tests, packaging, container images.",
    category=Category.PREPARE,
    settings=BuildSettings,
    lower=lower,
    inputs=_inputs,
    outputs=_outputs,
)
