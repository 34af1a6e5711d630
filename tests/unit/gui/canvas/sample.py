"""Kinds and a pipeline for the canvas tests, made from the contract alone."""

from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.settings import Settings
from designer.document.model import Document, Edge, Frame, Node, Note, Point


def _lower(_: Placed) -> Lowered:
    return Lowered()


def port(name: str, kind: PortType, *, required: bool = False, many: bool = False) -> Port:
    return Port(name=name, type=kind, title=name.replace("_", " ").capitalize(), required=required, many=many)


def kind(
    kind_id: str,
    title: str,
    category: Category,
    inputs: tuple[Port, ...] = (),
    outputs: tuple[Port, ...] = (),
    *,
    branches: tuple[str, ...] = (),
    is_trigger: bool = False,
    ends: bool = False,
) -> Kind:
    return Kind(
        id=kind_id,
        title=title,
        summary=title,
        category=category,
        settings=Settings,
        lower=_lower,
        inputs=fixed(*inputs),
        outputs=fixed(*outputs),
        branches=lambda _: branches,
        is_trigger=is_trigger,
        ends=ends,
        accepts_flow=not is_trigger,
    )


_DATASET = PortType.DATASET
KINDS = {
    one.id: one
    for one in (
        kind("s3_data", "S3 data", Category.DATA, outputs=(port("data", _DATASET),)),
        kind("schedule_trigger", "Schedule", Category.TRIGGER, is_trigger=True),
        kind(
            "processing",
            "Processing job",
            Category.PREPARE,
            (port("input", _DATASET, required=True, many=True),),
            (port("train", _DATASET), port("validation", _DATASET), port("test", _DATASET)),
        ),
        kind(
            "training",
            "Train model",
            Category.TRAIN,
            (port("train", _DATASET, required=True), port("validation", _DATASET)),
            (port("model", PortType.MODEL_ARTIFACT),),
        ),
        kind(
            "evaluation",
            "Evaluate model",
            Category.TRAIN,
            (port("model", PortType.MODEL_ARTIFACT, required=True), port("test", _DATASET)),
            (port("metrics", PortType.METRICS),),
        ),
        kind(
            "condition",
            "Condition",
            Category.CONTROL,
            (port("value", PortType.VALUE, required=True),),
            branches=("then", "else"),
        ),
        kind(
            "register_model",
            "Register model",
            Category.REGISTER,
            (port("model", PortType.MODEL_ARTIFACT, required=True), port("metrics", PortType.METRICS)),
            (port("package", PortType.MODEL_PACKAGE),),
        ),
        kind("approval", "Approval", Category.CONTROL),
        kind(
            "deploy_endpoint",
            "Deploy endpoint",
            Category.DEPLOY,
            (port("model", PortType.MODEL_PACKAGE, required=True),),
            (port("endpoint", PortType.ENDPOINT),),
        ),
        kind("notify", "Notify", Category.CONTROL),
        kind("fail", "Fail", Category.CONTROL, ends=True),
    )
}


def node(node_id: str, kind_id: str, x: float, y: float, **settings: object) -> Node:
    return Node(id=node_id, kind=kind_id, position=Point(x, y), settings=settings)


def data(source: str, source_port: str, target: str, target_port: str) -> Edge:
    return Edge(source=source, source_port=source_port, target=target, target_port=target_port)


def flow(source: str, target: str, branch: str = "") -> Edge:
    return Edge(source=source, source_port=branch, target=target)


def small() -> Document:
    """Return two nodes that are not joined yet, and one more far away."""
    nodes = (
        node("raw", "s3_data", 0, 0, uri="s3://churn/raw"),
        node("prepare", "processing", 320, 0),
        node("train", "training", 640, 240),
    )
    return Document(name="small", nodes={one.id: one for one in nodes})


GOOD = {"left": "auc", "operator": ">=", "right": 0.8}


def churn() -> Document:
    """Return a realistic pipeline of ten nodes without positions."""
    nodes = (
        Node(id="every-night", kind="schedule_trigger", settings={"schedule": "cron(0 2 * * ? *)"}),
        Node(id="raw-customers", kind="s3_data", settings={"uri": "s3://acme-churn/raw/customers"}),
        Node(id="prepare-data", kind="processing", settings={"instance_type": "ml.m5.xlarge"}),
        Node(id="train-xgboost", kind="training", settings={"instance_type": "ml.m5.2xlarge"}),
        Node(id="evaluate", kind="evaluation", settings={"script": "evaluate.py"}),
        Node(
            id="good-enough", kind="condition", settings={"condition": {"left": "auc", "operator": ">=", "right": 0.8}}
        ),
        Node(id="register", kind="register_model", settings={"model_package_group": "churn-models"}),
        Node(id="sign-off", kind="approval"),
        Node(id="deploy-churn", kind="deploy_endpoint", settings={"endpoint_name": "churn-prod"}),
        Node(id="tell-the-team", kind="notify", settings={"topic": "${params.Topic} from ${evaluate.metrics}"}),
    )
    edges = (
        flow("every-night", "prepare-data"),
        data("raw-customers", "data", "prepare-data", "input"),
        data("prepare-data", "train", "train-xgboost", "train"),
        data("prepare-data", "validation", "train-xgboost", "validation"),
        data("prepare-data", "test", "evaluate", "test"),
        data("train-xgboost", "model", "evaluate", "model"),
        data("evaluate", "metrics", "good-enough", "value"),
        flow("good-enough", "register", "then"),
        flow("good-enough", "tell-the-team", "else"),
        data("train-xgboost", "model", "register", "model"),
        flow("register", "sign-off"),
        data("register", "package", "deploy-churn", "model"),
        flow("sign-off", "deploy-churn"),
    )
    return Document(
        name="churn",
        nodes={one.id: one for one in nodes},
        edges=edges,
        frames=(Frame(id="release", title="Release", nodes=("register", "sign-off", "deploy-churn"), color="red"),),
        notes=(Note(id="why", text="Trains every night.\nOnly a better model goes live.", position=Point(0, -170)),),
    )
