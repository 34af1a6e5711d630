"""The settings of the pipeline itself are ones that can be followed."""

from collections.abc import Iterator

from pydantic import ValidationError

from designer.catalog.pipeline_settings import PipelineSettings
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject


def _spots(subject: Subject) -> Iterator[Spot]:
    given = subject.graph.document.settings
    known = {name: value for name, value in given.items() if value not in (None, "") and "${" not in str(value)}
    try:
        settings = PipelineSettings.model_validate(known)
    except ValidationError as err:
        for problem in err.errors():
            name = str(problem["loc"][0])
            yield Spot(
                message=f"'{known[name]}' cannot be {name}: {_told(problem['msg'])}.", setting=f"settings.{name}"
            )
        return
    if settings.execution_mode == "PARALLEL" and settings.on_stage_failure == "rollback":
        message = (
            "A pipeline whose executions run in parallel cannot roll back: CodePipeline has no stage to go back to."
        )
        yield Spot(message=message, setting="settings.on_stage_failure")


def _told(message: str) -> str:
    return message[:1].lower() + message[1:].removesuffix(".")


RULE = Rule(
    id="V204",
    severity=Severity.ERROR,
    title="The settings of the pipeline can be followed",
    why="A limit or a mode that is misspelt would be left out without a word.",
    spots=_spots,
)
