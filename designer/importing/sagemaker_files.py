"""Finding the SageMaker pipeline in a file: the definition itself, an answer of the API, or a template."""

from collections.abc import Mapping
from dataclasses import dataclass

from designer.errors import FileRefused
from designer.importing.templates import flat_text, only_resource, resources_of
from designer.importing.text import as_json, read_plain

PIPELINE_TYPES = frozenset({"AWS::SageMaker::Pipeline"})
_HINT = "A pipeline definition has Version and Steps; a template has one resource of type AWS::SageMaker::Pipeline."


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPipeline:
    """A definition whose `Steps` is there, and what stands around it of the pipeline's name and description."""

    definition: dict[str, object]
    name: str = ""
    description: str = ""


def is_pipeline(plain: object) -> bool:
    """Say whether plain values look like a SageMaker pipeline or an answer that holds one."""
    return isinstance(plain, dict) and ("Steps" in plain or "PipelineDefinition" in plain)


def find_pipeline(text: str, path: str) -> FoundPipeline:
    """Return the definition in a file as JSON; refuse a file that holds none."""
    try:
        plain = as_json(read_plain(text, path))
        found = _found(plain, path)
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=path) from err
    if not isinstance(found.definition.get("Steps"), list) or not found.definition["Steps"]:
        raise FileRefused("This pipeline has no Steps.", path=path, hint=_HINT)
    return found


def _found(plain: object, path: str) -> FoundPipeline:
    if isinstance(plain, dict):
        if "Steps" in plain:
            return FoundPipeline(definition=plain)
        if "PipelineDefinition" in plain:
            return _around(plain, path)
        if resources_of(plain):
            _, properties = only_resource(plain, PIPELINE_TYPES, "SageMaker pipelines", path, _HINT)
            return _around(properties, path)
    raise FileRefused("This holds no SageMaker pipeline.", path=path, hint=_HINT)


def _around(properties: Mapping[str, object], path: str) -> FoundPipeline:
    """Return the pipeline of an answer of `describe-pipeline` or of a template's properties."""
    given = properties.get("PipelineDefinition")
    if isinstance(given, Mapping) and "PipelineDefinitionBody" in given:
        given = given["PipelineDefinitionBody"]
    text = flat_text(given)
    if text is not None:
        given = as_json(read_plain(text, f"{path} (PipelineDefinition)"))
    if not isinstance(given, dict) or "Steps" not in given:
        hint = "Import the file that holds the definition itself."
        raise FileRefused(
            "The definition stands elsewhere, or is put together in a way that cannot be read.", path=path, hint=hint
        )
    name, description = flat_text(properties.get("PipelineName")), flat_text(properties.get("PipelineDescription"))
    return FoundPipeline(
        definition=given, name=name if name and "${" not in name else "", description=description or ""
    )
