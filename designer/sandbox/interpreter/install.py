"""Fitting moto's Step Functions interpreter with what it lacks."""

import sys

from moto.moto_api import state_manager
from moto.stepfunctions.parser.asl.parse.preprocessor import Preprocessor

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Value
from designer.sandbox.interpreter.execution_facts import install_execution_facts
from designer.sandbox.interpreter.jobs import install_jobs
from designer.sandbox.interpreter.jsonata_queries import install_jsonata
from designer.sandbox.interpreter.replacing import replace_in
from designer.sandbox.interpreter.shapes import install_shapes
from designer.sandbox.interpreter.waits import install_waits
from designer.sandbox.settings import SandboxSettings


def fit_interpreter(client_of: ClientOf, settings: SandboxSettings) -> None:
    """Change moto's interpreter in place. Raise MotoMisfit where a piece is missing."""
    install_jsonata()
    install_shapes(client_of)
    install_waits(settings)
    install_execution_facts()
    install_jobs(client_of, settings)
    _forget_failed_definitions()
    _share_clients(client_of)
    # A task of ECS goes on by one state each time it is looked at, so that waiting for its end has an end.
    state_manager.set_transition("ecs::task", {"progression": "manual", "times": 1})


def _forget_failed_definitions() -> None:
    """Keep the query languages of one definition out of the next: moto holds them on the class."""

    def begin(parser: Value) -> None:
        parser._query_language_per_scope = []  # noqa: SLF001 - moto's own attribute, per definition as it should be

    replace_in(Preprocessor, "__init__", begin)


def _share_clients(client_of: ClientOf) -> None:
    """Let tasks use our clients; moto makes one per task, from a session that threads may not share."""

    def client_for(region: str, service: str, state_credentials: Value = None) -> Value:  # noqa: ARG001 - moto's form
        return client_of(service)

    for name, module in list(sys.modules.items()):
        if name.startswith("moto.stepfunctions.parser") and hasattr(module, "boto_client_for"):
            replace_in(module, "boto_client_for", client_for)
