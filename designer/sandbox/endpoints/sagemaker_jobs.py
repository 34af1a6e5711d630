"""SageMaker's jobs: what moto does not mind and AWS does, and what a job leaves behind that no container wrote."""

from collections.abc import Mapping

from moto.backends import get_backend

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record
from designer.sandbox.endpoints.functions import write_log
from designer.sandbox.metrics import write_evaluations
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Watcher

SERVICE = "sagemaker"
# Where moto keeps the jobs of a kind.
_MEMORIES: Mapping[str, str] = {
    "Training": "training_jobs",
    "Processing": "processing_jobs",
    "Transform": "transform_jobs",
}


def refused_jobs() -> dict[tuple[str, str], Watcher]:
    """Return the checks that refuse a job whose name is taken; moto would forget the first one."""
    return {(SERVICE, f"Create{kind}Job"): _unique(kind) for kind in _MEMORIES}


def finished_jobs(client_of: ClientOf, settings: SandboxSettings) -> dict[tuple[str, str], Watcher]:
    """Return what is done once a job has been made, which in moto means that it has ended."""
    return {(SERVICE, f"Create{kind}Job"): _finish(kind, client_of, settings) for kind in _MEMORIES}


def _unique(kind: str) -> Watcher:
    def check(request: Record) -> None:
        name = request.get(f"{kind}JobName", "")
        if name in getattr(get_backend("sagemaker")[ACCOUNT_ID][REGION], _MEMORIES[kind]):
            arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT_ID}:{kind.lower()}-job/{name}"
            raise ApiError(
                "ResourceInUse",
                "Job name must be unique within an AWS account and region, and a job with this name already exists "
                f"({arn})",
            )

    return check


def _finish(kind: str, client_of: ClientOf, settings: SandboxSettings) -> Watcher:
    def finish(request: Record) -> None:
        name = request[f"{kind}JobName"]
        line = "The sandbox runs no container: this job has ended at once and computed nothing."
        write_log(client_of, f"/aws/sagemaker/{kind}Jobs", f"{name}/algo-1", [line])
        if kind == "Processing":
            write_evaluations(client_of, settings, request)

    return finish
