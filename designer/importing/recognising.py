"""Which format a file is in, and the importer for it."""

import os

from designer.document.model import Document
from designer.errors import FileRefused
from designer.importing.asl import import_state_machine
from designer.importing.code_pipeline import import_code_pipeline
from designer.importing.code_pipeline_files import CODE_PIPELINE_TYPES, is_code_pipeline
from designer.importing.sagemaker import import_sagemaker_pipeline
from designer.importing.sagemaker_files import PIPELINE_TYPES, is_pipeline
from designer.importing.state_machines import STATE_MACHINE_TYPES
from designer.importing.templates import types_in
from designer.importing.text import as_json, read_plain

_HINT = "Give a state machine, a SageMaker pipeline, a CodePipeline, or a template that holds one of them."


def import_any(text: str, *, path: str | os.PathLike[str]) -> Document:
    """Return the document of a definition in any format that there is; refuse (`FileRefused`) what is none of them."""
    name = os.fspath(path)
    try:
        plain = as_json(read_plain(text, name))
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=name) from err
    types = types_in(plain)
    if isinstance(plain, dict) and "States" in plain:
        return import_state_machine(text, path=path)
    if is_pipeline(plain):
        return import_sagemaker_pipeline(text, path=path)
    if is_code_pipeline(plain):
        return import_code_pipeline(text, path=path)
    if types & STATE_MACHINE_TYPES:
        return import_state_machine(text, path=path)
    if types & PIPELINE_TYPES:
        return import_sagemaker_pipeline(text, path=path)
    if types & CODE_PIPELINE_TYPES:
        return import_code_pipeline(text, path=path)
    raise FileRefused("This holds no pipeline of any engine.", path=name, hint=_HINT)
