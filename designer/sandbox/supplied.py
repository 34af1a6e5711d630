"""The table of everything that the sandbox answers itself."""

from designer.sandbox.address import SandboxAddress
from designer.sandbox.clients import clients_of
from designer.sandbox.endpoints.cloudformation import cloudformation_operations
from designer.sandbox.endpoints.codebuild import Builds
from designer.sandbox.endpoints.codepipeline import CodePipelines
from designer.sandbox.endpoints.connections import Connections
from designer.sandbox.endpoints.control import control_route
from designer.sandbox.endpoints.functions import invocation_route
from designer.sandbox.endpoints.sagemaker import PipelineExecutions
from designer.sandbox.endpoints.sagemaker_gaps import gap_operations
from designer.sandbox.endpoints.sagemaker_jobs import finished_jobs, refused_jobs
from designer.sandbox.endpoints.studio import NamedInDomain
from designer.sandbox.executions.code_pipeline import CodePipelineRunner
from designer.sandbox.interpreter.function_code import FunctionRunner
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.front import Supplied


def supply(address: SandboxAddress, settings: SandboxSettings) -> Supplied:
    """Put the sandbox's own operations together."""
    client_of = clients_of(address)
    return Supplied(
        operations={
            **cloudformation_operations(client_of),
            **Builds(client_of, settings, address).operations(),
            **CodePipelines(CodePipelineRunner(client_of, settings)).operations(),
            **Connections().operations(),
            **PipelineExecutions(client_of, settings).operations(),
            **NamedInDomain("UserProfile").operations(),
            **NamedInDomain("Space").operations(),
            **gap_operations(),
        },
        owned=frozenset({"cloudformation", "codebuild", "codepipeline", "codeconnections"}),
        beforehand=refused_jobs(),
        afterwards=finished_jobs(client_of, settings),
        routes=(control_route(settings), invocation_route(client_of, FunctionRunner(address), settings)),
    )
