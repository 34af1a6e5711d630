"""What the machines of one job say to each other is encrypted."""

from collections.abc import Iterator, Mapping

from designer.catalog.steps import Call
from designer.checking.finding import Fix, Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.edits import set_setting

_SETTING = "encrypt_traffic"
_FLAG = "EnableInterContainerTrafficEncryption"


def _spots(subject: Subject) -> Iterator[Spot]:
    calls = (step for step in subject.attempt.workflow.steps if isinstance(step, Call))
    for step, talks_openly in subject.memory.each(_talks_openly, calls):
        if talks_openly:
            message = "Several machines share this job, and what they say to each other is not encrypted."
            takes_setting = _SETTING in subject.graph.nodes[step.node].kind.settings.model_fields
            yield Spot(
                message=message, node=step.node, setting=_SETTING, fix=_encrypt(step.node) if takes_setting else None
            )


def _talks_openly(call: Call) -> bool:
    return _machines(call.request) > 1 and not _is_encrypted(call.request)


def _machines(request: Mapping[str, object]) -> int:
    resources = request.get("ResourceConfig") or request.get("ProcessingResources")
    if isinstance(resources, Mapping) and isinstance(resources.get("ClusterConfig"), Mapping):
        resources = resources["ClusterConfig"]
    count = resources.get("InstanceCount") if isinstance(resources, Mapping) else 1
    return count if isinstance(count, int) else 1


def _is_encrypted(request: Mapping[str, object]) -> bool:
    network = request.get("NetworkConfig")
    inner = network.get(_FLAG) if isinstance(network, Mapping) else None
    return (request.get(_FLAG) or inner) not in (None, False)


def _encrypt(node: str) -> Fix:
    return Fix(title="Encrypt it", edit=lambda document: set_setting(document, node, (_SETTING,), value=True))


RULE = Rule(
    id="X502",
    severity=Severity.HINT,
    title="Traffic between machines is encrypted",
    why="A job on several machines sends gradients and data over the network; encryption costs a little time.",
    spots=_spots,
)
