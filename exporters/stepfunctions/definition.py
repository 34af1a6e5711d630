"""The definition of a state machine."""

from designer.workflow.model import Workflow
from exporters.stepfunctions.native import is_native, native_definition
from exporters.stepfunctions.nesting import machine_scope
from exporters.stepfunctions.parameters import parameter_values
from exporters.stepfunctions.planning import plan_machine
from exporters.stepfunctions.values import PARAMETERS

_SECONDS_PER_HOUR = 3600


def definition(workflow: Workflow) -> dict[str, object]:
    """Return the definition as JSON; refuse (`TargetRefused`) what Step Functions cannot do."""
    if is_native(workflow):
        return native_definition(workflow)
    plan = plan_machine(workflow)
    values = parameter_values(workflow.parameters)
    machine: dict[str, object] = {"Comment": workflow.description} if workflow.description else {}
    machine["QueryLanguage"] = "JSONata"
    hours = workflow.settings.get("timeout_hours")
    if isinstance(hours, int | float) and hours > 0:
        machine["TimeoutSeconds"] = int(hours * _SECONDS_PER_HOUR)
    return machine | machine_scope(plan, {PARAMETERS: values} if values else {})
