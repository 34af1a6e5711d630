"""What stands around the steps in SDK source: the head, the class that sends a request as it is, the command line."""

from designer.workflow.model import Workflow
from exporters.sagemaker.naming import pipeline_name
from exporters.sagemaker.python_code import WIDTH, Entries, Written, invoked, items, quoted, statement
from exporters.sagemaker.source_steps import enum_name
from exporters.sagemaker.source_values import Scope
from exporters.sagemaker.step_types import StepType

REQUIREMENT = "sagemaker>=3.27,<4"
RESERVED = frozenset(
    {
        *("AWS_REGION", "DESCRIPTION", "JOB_RETRIES", "PIPELINE_NAME", "PLACEHOLDERS", "RESPONSES", "RETRIES"),
        *("argparse", "boto3", "build_pipeline", "json", "main", "os", "pipeline", "pipeline_session", "session"),
    }
)
"""Names that the source uses for itself."""

_CONTEXT = "sagemaker.core.workflow.pipeline_context"
_STEPS = "sagemaker.mlops.workflow.steps"

_REQUEST_STEP = '''


class RequestStep(ConfigurableRetryStep):
    """A step that sends the request exactly as it is written here.

    The job classes of the SDK would add members and upload files of their own.
    """

    def __init__(
        self,
        name,
        step_type,
        request,
        property_files=(),
        members=None,
        cache_config=None,
        **options,
    ):
        super().__init__(name, step_type, **options)
        self._request = request
        self._properties = Properties(name, shape_names=RESPONSES[step_type], step=self)
        self.property_files = list(property_files)
        self.members = members or {}
        self.cache_config = cache_config

    @property
    def arguments(self):
        """The request."""
        return self._request

    @property
    def properties(self):
        """What the step answers, as its describe operation spells it."""
        return self._properties

    def to_request(self):
        """The step as it stands in the definition."""
        step = {**super().to_request(), **self.members}
        if self.cache_config:
            step.update(self.cache_config.config)
        if self.property_files:
            step["PropertyFiles"] = [file.expr for file in self.property_files]
        return step
'''

_OUTPUT_URI = '''

    def output_uri(self, name):
        """Where a processing step wrote an output."""
        return self.properties.ProcessingOutputConfig.Outputs[name].S3Output.S3Uri
'''

_SESSION = '''def pipeline_session() -> PipelineSession:
    """Return a session that composes steps instead of starting them."""
    return PipelineSession(boto_session=boto3.Session(region_name=AWS_REGION))


'''

_MAIN = '''def main() -> None:
    """Print the definition, or create the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--upsert", action="store_true", help="create or update it")
    parser.add_argument("--role", metavar="ARN", help="the pipeline's role")
    options = parser.parse_args()
    pipeline = build_pipeline()
    if not options.upsert:
        print(json.dumps(json.loads(pipeline.definition()), indent=2))
        return
    if not options.role:
        parser.error("--upsert needs --role with the ARN of the pipeline's role.")
{check}    answer = pipeline.upsert(role_arn=options.role, description=DESCRIPTION)
    print(answer["PipelineArn"])


if __name__ == "__main__":
    main()
'''

_CHECK = """    empty = [name for name, value in PLACEHOLDERS.items() if value.startswith("${")]
    if empty:
        parser.error(f"Set in the environment first: {', '.join(empty)}.")
"""


def head(workflow: Workflow, scope: Scope) -> str:
    """Return everything before the steps: what the file is, its imports and its constants."""
    scope.use(_CONTEXT, "PipelineSession")
    return "\n".join([_docstring(workflow), "", _imports(scope), "", *_constants(workflow, scope)])


def request_step_class(types: tuple[StepType, ...], scope: Scope) -> str:
    """Return the class of the steps that send requests, and the shapes of their answers."""
    if not types:
        return ""
    for name in ("ConfigurableRetryStep", "StepTypeEnum"):
        scope.use(_STEPS, name)
    scope.use("sagemaker.core.workflow.properties", "Properties")
    shapes = {enum_name(one.name): one.describes for one in types}
    answers = Entries(
        tuple(
            (f"StepTypeEnum.{name}", items(Written(quoted(shape)) for shape in shapes[name])) for name in sorted(shapes)
        ),
    )
    what = "# What the properties of a step of each type lead into."
    extra = _OUTPUT_URI if "PROCESSING" in shapes else ""
    return "\n".join([what, statement("RESPONSES", answers) + _REQUEST_STEP.rstrip() + extra.rstrip()])


def main_code(scope: Scope) -> str:
    """Return the command line of the file."""
    return _SESSION + _MAIN.replace("{check}", _CHECK if scope.constants else "")


def _docstring(workflow: Workflow) -> str:
    name = workflow.name.replace("\\", " ").replace('"', " ")
    return (
        f'"""The SageMaker pipeline {name}.\n\n'
        f"Install the SDK, and name the region for it, which it asks for when it is imported:\n\n"
        f"    pip install '{REQUIREMENT}'\n    export AWS_DEFAULT_REGION={workflow.region}\n\nThen\n\n"
        "    python pipeline.py                            print the definition\n"
        '    python pipeline.py --upsert --role ROLE_ARN   create or update the pipeline\n"""'
    )


def _imports(scope: Scope) -> str:
    modules: dict[str, list[str]] = {}
    for module, name in sorted(scope.imports):
        modules.setdefault(module, []).append(name)
    system = ["import os"] if scope.constants else []
    lines = [_import(module, names) for module, names in modules.items()]
    return "\n".join(["import argparse", "import json", *system, "", "import boto3", *lines])


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def _constants(workflow: Workflow, scope: Scope) -> list[str]:
    lines = [
        statement("PIPELINE_NAME", Written(quoted(pipeline_name(workflow)))),
        statement("DESCRIPTION", Written(quoted(workflow.description or workflow.name))),
        statement("AWS_REGION", Written(quoted(workflow.region))),
    ]
    if scope.constants:
        names = Entries(tuple((quoted(constant), Written(constant)) for constant in scope.constants.values()))
        lines += [
            "",
            "# The template fills these in when it deploys the pipeline; by hand, set them in the",
            "# environment.",
            *(_placeholder(name, constant) for name, constant in scope.constants.items()),
            statement("PLACEHOLDERS", names),
        ]
    return lines


def _placeholder(name: str, constant: str) -> str:
    code = invoked("os.environ.get", Written(quoted(constant)), Written(quoted(f"${{{name}}}")))
    return statement(constant, code)
