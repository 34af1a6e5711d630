"""Training: a built-in algorithm, a script in a framework's container, or any image, that makes a model."""

from designer.catalog.jobs import job_wait, timeout_seconds
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import settings_of, tags, without_empty
from designer.catalog.steps import Call
from designer.catalog.training_jobs import TrainingSettings, channel_ports, training_request
from designer.catalog.values import StepOutput

WAIT = job_wait("TrainingJob")


def lower(placed: Placed) -> Lowered:
    """Make one CreateTrainingJob request."""
    settings = settings_of(placed, TrainingSettings)
    request, assets = training_request(placed, settings)
    call = Call(
        id=placed.id,
        node=placed.id,
        service="sagemaker",
        operation="CreateTrainingJob",
        request=without_empty({**request, "Tags": tags(placed)}),
        name_member="TrainingJobName",
        wait=WAIT,
        cache_for=settings.cache_for,
        timeout_seconds=timeout_seconds(settings),
        passes_role=True,
    )
    model = StepOutput(placed.id, ("ModelArtifacts", "S3ModelArtifacts"))
    return Lowered(steps=(call,), outputs={"model": model}, needs=assets)


KIND = Kind(
    id="training",
    title="Training",
    summary="A SageMaker training job: a built-in algorithm, your script in a framework's container, or your image.",
    category=Category.TRAIN,
    settings=TrainingSettings,
    lower=lower,
    inputs=channel_ports,
    outputs=fixed(Port(name="model", type=PortType.MODEL_ARTIFACT, title="Model", help="The address of model.tar.gz.")),
)
