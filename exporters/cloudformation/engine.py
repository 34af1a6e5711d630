"""What an engine's exporter gives to the template: its own resource, what it needs, and how it is started.

Properties, here and in extra resources, may hold, at any depth:

- plain JSON;
- text with `${Name}` of a deployed name (`${ArtifactBucket}`), which becomes `!Sub`; any other `${x}` stays as it is;
- expressions `Deployed`, `Joined` and `AsText`;
- intrinsic functions as mappings with one key: `{"Ref": "X"}`, `{"Fn::GetAtt": ["X", "Arn"]}`;
- a state machine's `DefinitionString`, JSON text: it becomes `Definition` with `DefinitionSubstitutions`;
- `Verbatim(value)`: a part that CloudFormation shall take as it is, where it does its own substitution.

Beside the names of `designer.catalog.values.Deployed` there are `EngineRoleArn`, `StackName` and, where `log_group` is
set, `PipelineLogsArn`. Each need gives its own: a function and a build project `<LogicalId>Arn` and `<LogicalId>Name`,
a repository `<LogicalId>Uri`, `<LogicalId>Arn` and `<LogicalId>Name`, a topic and a git connection `<LogicalId>Arn`.

Statements come from `designer.workflow.permissions`: `engine_statements(workflow, engine_id, needs)` for the role of
the engine, and `call_statements(workflow, call)` for that of a build project or function that makes a call itself. They
expect the names that an engine or a build project makes for jobs, models and endpoint configurations to begin with
`generated_prefix(workflow.name)`, of `designer.workflow.arn_patterns`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.catalog.needs import Need, Statement


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A part of the template in which `${...}` means nothing to `Fn::Sub`."""

    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How a trigger starts the pipeline.

    `target` are members of the target of an EventBridge rule or schedule beside `Arn` and `RoleArn`
    (`{"SageMakerPipelineParameters": {...}}`, `{"Input": "{}"}`).
    """

    action: str
    arn: object
    target: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineResource:
    """The engine's part of a template.

    `type` and `properties` describe the resource `Pipeline`. `role_service` is trusted by the role `EngineRole`
    (`Deployed("EngineRoleArn")`), which may do what `statements` say. `needs` come beside the workflow's own (build
    projects for actions, functions for callbacks). `extra` maps logical ids to whole resources, and `names` maps the
    `Deployed` names that these bring to intrinsic functions. `log_group` is the name of a log group of the pipeline,
    `outputs` map output names to (description, value). `depends_on` are logical ids that must stand before `Pipeline`.
    """

    id: str
    type: str
    properties: Mapping[str, object]
    role_service: str
    statements: tuple[Statement, ...]
    start: Start
    needs: tuple[Need, ...] = ()
    extra: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    names: Mapping[str, object] = field(default_factory=dict)
    log_group: str = ""
    outputs: Mapping[str, tuple[str, object]] = field(default_factory=dict)
    depends_on: tuple[str, ...] = ()
