"""Strategies for random documents over the real kinds: some as a careful person draws them, some as nobody should."""

from collections.abc import Mapping
from typing import Literal, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from designer.catalog.kind import Kind
from designer.catalog.palette import KINDS
from designer.catalog.ports import Port, PortType
from designer.document.model import Document, Edge, Frame, Node, Note, Parameter, ParameterType, Point, Scalar
from designer.usecases.project import KINDS_BY_ID

FILES: Mapping[str, bytes] = {
    "train.py": b"print('training')\n",
    "evaluate.py": b"print('evaluating')\n",
    "answer.py": b"def handler(event, context):\n    return {}\n",
    "explore.ipynb": b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n',
    "parts/train.py": b"import parts\n",
    "parts/answer.py": b"def handler(event, context):\n    return {}\n",
    "k8s/app.yaml": b"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n  image: ${IMAGE}\n",
}
_ARN = "arn:aws:codeconnections:us-east-1:123456789012:connection/11111111-2222-3333-4444-555555555555"
_PARAMETERS: tuple[tuple[str, ParameterType, Scalar], ...] = (
    ("Machine", "String", "ml.m5.xlarge"),
    ("Count", "Integer", 2),
    ("Limit", "Float", 0.75),
    ("Approve", "Boolean", True),
    ("Bucket", "String", "lake"),
)
_TEXTS = (
    "plain words",
    "it's “quoted” and {braced}",
    "${params.Bucket}",
    "s3://lake/${params.Bucket}/in",
    "run ${execution.id} of ${execution.name} at ${execution.start}",
    "a literal $${HOME} and ${params.Machine}",
    "${params.Count}",
    "${params.Limit} and ${params.Approve}",
    "two\nlines",
    '#{namespace.variable} {% jsonata %} $states.input {{x}} \\ "',
)
_LITERALS = (
    "${HOME}",
    "$${Partition} $${Region}",
    "${nobody.output}",
    "${params.Missing}",
    "${}",
    "${",
    "$",
    "\u0000",
    "",
)
_NAMES = ("alpha", "beta_2", "Gamma")
_WRONG: tuple[object, ...] = (None, "", -1, 0, 10**12, 1.5, True, [], {}, ["x", None], {"a": {"b": []}}, "x" * 3000)
_TYPED: Mapping[str, tuple[object, ...]] = {
    "cache_for": ("", "P30D", "PT1H"),
    "instance_type": ("ml.m5.xlarge", "ml.c5.xlarge", "${params.Machine}"),
    "image": ("", "123456789012.dkr.ecr.us-east-1.amazonaws.com/own:1"),
    "max_runtime_seconds": (600, 86400),
    "encrypt_traffic": (True, False, "${params.Approve}"),
    "spot": (True, False, "${params.Approve}"),
    "isolate_network": (True, False, "${params.Approve}"),
    "instance_count": (1, 2, "${params.Count}"),
    "volume_gb": (10, 100, "${params.Count}"),
    "seconds": (1, 90, "${params.Count}"),
    "description": ("A model.", "it's “good” ${params.Machine}"),
    "message": ("Please look.", "Run ${execution.id}: ${params.Bucket}, $${HOME}"),
    "cause": ("It was too weak.", "Weak in ${execution.id}"),
    "emails": ([], ["one@example.com", "two@example.com"]),
    "topic_arn": ("",),
    "group": ("", "churn"),
    "expression": ("rate(1 day)", "cron(0 6 * * ? *)"),
    "timezone": ("UTC", "Europe/Paris"),
    "when": (
        "${params.Limit} > 0.5",
        "${params.Approve} == true and not ${params.Count} < 2",
        "(${params.Machine} == 'ml.m5.xlarge') or ${params.Limit} <= 1e-3",
        '${params.Bucket} != "it\'s"',
    ),
    "buildspec_file": ("",),
    "folder": ("",),
    "source_folder": ("",),
    "answers": ({}, {"score": "value", "place": "dataset"}),
    "uses_bucket": (True, False),
    "image_repository": ("", "team/app"),
    "outputs": ({"output": "dataset"}, {"output": "dataset", "figures": "metrics", "archive": "model_artifact"}),
    "channels": ({"train": "text/csv"}, {"train": "", "validation": "text/csv"}),
    "subject": ("", "News"),
    "capture_uri": ("", "s3://lake/captured"),
    "serverless_memory_mb": (1024, 2048),
}
_SOUND: Mapping[str, Mapping[str, object]] = {
    "s3_data": {"uri": "s3://lake/data/${params.Bucket}"},
    "s3_trigger": {"bucket": "lake", "prefix": "in/"},
    "git_source": {"repository": "team/app", "connection_arn": _ARN},
    "processing": {"script": "train.py"},
    "evaluation": {"script": "evaluate.py"},
    "notebook_job": {"notebook": "explore.ipynb", "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/notebook:1"},
    "lambda": {"code": "answer.py"},
    "deploy_lambda": {"code": "answer.py"},
    "deploy_ecs": {
        "cluster": "main",
        "ecs_service": "app",
        "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1",
    },
    "deploy_eks": {"cluster": "main", "manifests": "k8s"},
    "condition": {"when": "${params.Limit} > 0.5"},
    "state": {"definition": {"Type": "Pass"}},
}
_FEEDERS: Mapping[PortType, str] = {
    PortType.DATASET: "s3_data",
    PortType.MODEL_ARTIFACT: "training",
    PortType.MODEL: "create_model",
    PortType.MODEL_PACKAGE: "register_model",
    PortType.METRICS: "evaluation",
}
_LIKELY = tuple(kind for kind in KINDS if kind.id not in {"state", "git_source", "deploy_eks", "fail"})
_ODD_IDS = (
    "über",
    "a b",
    "a.b",
    "x" * 300,
    "params",
    "-",
    "a/b",
    "${x}",
    "1",
    "A",
    "a",
    "a_",
    "a-",
    "Fin: «é»",
    "\U0001f600",
)


def _by_annotation(annotation: object) -> st.SearchStrategy[object]:
    """Values for a field whose name says nothing, by its type."""
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if annotation is float:
        return st.sampled_from([0.5, 2.0])
    if annotation is int:
        return st.sampled_from([1, 5, 60, 300])
    if annotation is bool:
        return st.booleans()
    if get_origin(annotation) is dict:
        values = _by_annotation(get_args(annotation)[1])
        return st.dictionaries(st.sampled_from(_NAMES), values, max_size=3)
    if get_origin(annotation) is tuple:
        return st.lists(_by_annotation(get_args(annotation)[0]), max_size=2)
    members = [one for one in get_args(annotation) if one is not type(None)]
    if members:
        return st.one_of([_by_annotation(get_args(one)[0] if get_args(one) else one) for one in members])
    return st.sampled_from(_TEXTS) if annotation is str else st.just({})


def _field(name: str, field: FieldInfo) -> st.SearchStrategy[object]:
    return st.sampled_from(_TYPED[name]) if name in _TYPED else _by_annotation(field.annotation)


_FREE_TEXT = frozenset({"environment", "payload", "arguments", "hyperparameters", "parameters"})
_SMALL = frozenset(
    {"retries", "timeout_seconds", "memory_mb", "timeout_minutes", "timeout_hours", "approval", "compute"}
)
_LIMITS: Mapping[str, tuple[int, ...]] = {
    "retries": (0, 3),
    "timeout_seconds": (30, 900),
    "memory_mb": (512, 1024),
    "timeout_minutes": (5, 480),
    "timeout_hours": (1, 100),
}


@st.composite
def sound_settings(draw: st.DrawFn, kind: Kind) -> dict[str, object]:
    """Draw settings that a careful person may well give."""
    found = dict(_SOUND.get(kind.id, {}))
    fields = kind.settings.model_fields
    open_names = [
        name
        for name in fields
        if (name in _TYPED or name in _FREE_TEXT or name in _SMALL) and name not in found and name != "image"
    ]
    for name in draw(st.lists(st.sampled_from(open_names), max_size=3, unique=True)) if open_names else ():
        values = st.sampled_from(_LIMITS[name]) if name in _LIMITS else _field(name, fields[name])
        found[name] = draw(values)
    return found


@st.composite
def any_settings(draw: st.DrawFn, kind: Kind) -> dict[str, object]:
    """Draw settings of which some are wrong: in type, in value, in name, or in what they refer to."""
    found = draw(sound_settings(kind))
    for name, field in kind.settings.model_fields.items():
        if draw(st.integers(0, 4)) == 0:
            sorts = st.sampled_from(_WRONG) | st.sampled_from(_LITERALS) | _field(name, field)
            found[name] = draw(sorts)
    if draw(st.integers(0, 4)) == 0:
        found[draw(st.sampled_from(["unknown", "", "kind", "ünknown"]))] = draw(st.sampled_from(_WRONG))
    return found


class _Drawing:
    """A document in the making: nodes, edges, and where each type of value can be had."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.outputs: dict[str, tuple[Port, ...]] = {}

    def place(self, node_id: str, kind: Kind, settings: Mapping[str, object]) -> None:
        """Place a node."""
        self.nodes[node_id] = Node(id=node_id, kind=kind.id, settings=settings)
        self.outputs[node_id] = kind.outputs(settings)

    def givers(self, port_type: PortType) -> list[tuple[str, str]]:
        """Return the outputs that fit an input of this type."""
        return [
            (node_id, port.name)
            for node_id, ports in self.outputs.items()
            for port in ports
            if port_type in (port.type, PortType.VALUE)
        ]

    def feed(self, port: Port, target: str) -> None:
        """Join something to an input, placing a node for it where nothing fits."""
        givers = [(giver, output) for giver, output in self.givers(port.type) if giver != target]
        if not givers and port.type in _FEEDERS:
            kind = KINDS_BY_ID[_FEEDERS[port.type]]
            giver = f"{kind.id}-for-{target}"[:60]
            self.place(giver, kind, _SOUND.get(kind.id, {}))
            for needed in kind.inputs(_SOUND.get(kind.id, {})):
                if needed.required:
                    self.feed(needed, giver)
            givers = [(giver, self.outputs[giver][0].name)]
        if givers:
            source, output = givers[-1]
            self.edges.append(Edge(source=source, source_port=output, target=target, target_port=port.name))


@st.composite
def sound_documents(draw: st.DrawFn, most: int = 6) -> Document:
    """Draw a document in which everything is joined as it should be; not every target can take it."""
    drawing = _Drawing()
    for number in range(draw(st.integers(1, most))):
        kind = draw(st.sampled_from(_LIKELY if draw(st.integers(0, 9)) else KINDS))
        node_id = f"{kind.id}-{number}"
        before = [one for one in drawing.nodes.values() if not KINDS_BY_ID[one.kind].ends]
        settings = draw(sound_settings(kind))
        drawing.place(node_id, kind, settings)
        for port in kind.inputs(settings):
            model_to_deploy = kind.id == "deploy_endpoint" and port.name == "model"
            if port.required or model_to_deploy or (kind.id != "deploy_endpoint" and draw(st.integers(0, 2)) == 0):
                drawing.feed(port, node_id)
        if before and kind.accepts_flow and draw(st.booleans()):
            drawing.edges.append(_flow(draw, draw(st.sampled_from(before)), node_id))
    return Document(
        name=draw(st.sampled_from(["churn", "Churn-2", "a"])),
        description=draw(st.sampled_from(["", "It's a “pipeline” of ${x}\nwith lines"])),
        settings=draw(document_settings()),
        parameters={name: Parameter(name=name, type=of, default=value) for name, of, value in _PARAMETERS},
        nodes=drawing.nodes,
        edges=tuple(dict.fromkeys(drawing.edges)),
        frames=draw(_frames(tuple(drawing.nodes))) if draw(st.integers(0, 3)) == 0 else (),
    )


def _flow(draw: st.DrawFn, source: Node, target: str) -> Edge:
    branches = KINDS_BY_ID[source.kind].branches(source.settings)
    return Edge(source=source.id, source_port=draw(st.sampled_from(branches)) if branches else "", target=target)


def document_settings() -> st.SearchStrategy[dict[str, object]]:
    """Draw settings of whole documents, all of them sound."""
    return st.fixed_dictionaries(
        {},
        optional={
            "region": st.sampled_from(["eu-west-1", "us-east-1"]),
            "kms_key": st.just("alias/churn"),
            "bucket": st.just("lake"),
            "tags": st.just({"team": "data", "the stage": "x ${params.Bucket}"}),
            "log_retention_days": st.just(30),
        },
    )


@st.composite
def _frames(draw: st.DrawFn, ids: tuple[str, ...]) -> tuple[Frame, ...]:
    members = st.lists(st.sampled_from(ids), min_size=1, max_size=4, unique=True)
    drawn = draw(st.lists(members, max_size=3))
    titles = ("Prepare", "Train it", "«Out»")
    return tuple(Frame(id=f"f{at}", title=titles[at], nodes=tuple(nodes)) for at, nodes in enumerate(drawn))


@st.composite
def any_documents(draw: st.DrawFn) -> Document:
    """Draw a document that may be wrong in every way that a file can express."""
    base = draw(sound_documents(most=5))
    nodes: dict[str, Node] = {}
    names: dict[str, str] = {}
    for node in base.nodes.values():
        odd = draw(st.sampled_from(_ODD_IDS)) if draw(st.integers(0, 5)) == 0 else node.id
        names[node.id] = node.id if odd in nodes else odd
        wild = draw(st.integers(0, 2)) == 0
        nodes[names[node.id]] = Node(
            id=names[node.id],
            kind="nobody_knows" if draw(st.integers(0, 15)) == 0 else node.kind,
            settings=draw(any_settings(KINDS_BY_ID[node.kind])) if wild else node.settings,
            position=draw(st.none() | st.builds(Point, st.integers(-99, 99).map(float), st.just(0.0))),
            note=draw(st.sampled_from(["", "", "mind\nthis"])),
            bypassed=draw(st.integers(0, 9)) == 0,
            extras=draw(st.sampled_from([{}, {}, {"colour": "red", "deep": {"list": [1, "a", None]}}])),
        )
    edges = [_renamed(edge, names) for edge in base.edges]
    edges += draw(st.lists(_any_edge(tuple(nodes)), max_size=3))
    return Document(
        name=draw(st.sampled_from([base.name, "", "ü b", "x" * 300])),
        description=base.description,
        settings={**base.settings, **draw(_any_document_settings())},
        parameters={**base.parameters, **draw(_any_parameters())},
        nodes=nodes,
        edges=tuple(edges),
        frames=draw(_frames((*nodes, "missing"))),
        notes=draw(st.lists(st.builds(_note, st.integers(0, 3)), max_size=2, unique_by=lambda one: one.id).map(tuple)),
        extras=draw(st.sampled_from([{}, {"owner": "me"}])),
    )


def _note(number: int) -> Note:
    return Note(
        id=f"n{number}", text="see\n\n# here: - [x]", position=Point(float(number), 2.5), color="red" if number else ""
    )


def _renamed(edge: Edge, names: Mapping[str, str]) -> Edge:
    return Edge(
        source=names[edge.source],
        source_port=edge.source_port,
        target=names[edge.target],
        target_port=edge.target_port,
    )


def _any_edge(ids: tuple[str, ...]) -> st.SearchStrategy[Edge]:
    ends = st.sampled_from((*ids, "missing"))
    outputs = st.sampled_from(("", "", "then", "else", "output", "model", "metrics", "no such"))
    inputs = st.sampled_from(("", "", "data", "train", "model", "metrics", "values"))
    via = st.just(()) | st.lists(st.builds(Point, st.integers(-99, 99).map(float), st.just(4.5)), max_size=3).map(tuple)
    return st.builds(Edge, source=ends, source_port=outputs, target=ends, target_port=inputs, via=via)


def _any_document_settings() -> st.SearchStrategy[dict[str, object]]:
    known = ("region", "execution_role", "bucket", "tags", "kms_key", "log_retention_days", "timeout_hours", "other")
    return st.dictionaries(
        st.sampled_from(known),
        st.sampled_from((*_WRONG, *_LITERALS, "nowhere-1", "alias/${params.Bucket}")),
        max_size=2,
    )


def _any_parameters() -> st.SearchStrategy[dict[str, Parameter]]:
    values: st.SearchStrategy[Scalar] = st.sampled_from([None, "", "x", 1, 1.5, True, "${params.A}"])
    types: st.SearchStrategy[ParameterType] = st.sampled_from(["String", "Integer", "Float", "Boolean"])
    names = st.sampled_from(("A", "b c", "", "execution", "Ünder"))
    one = st.builds(lambda of, value, choices: (of, value, tuple(choices)), types, values, st.lists(values, max_size=2))
    return st.dictionaries(names, one, max_size=2).map(
        lambda drawn: {
            name: Parameter(name=name, type=of, default=value, choices=choices)
            for name, (of, value, choices) in drawn.items()
        }
    )
