"""Kinds of faults in state machines."""

from collections.abc import Callable, Iterator

from tests.judges.faults.fault import Fault, Json, first, objects, setting, without

_LONG = "x" * 81


def _machines(definition: Json) -> Iterator[Json]:
    return (one for one in objects(definition) if isinstance(one.get("States"), dict) and "StartAt" in one)


def _states(definition: Json, *types: str) -> Iterator[Json]:
    for machine in _machines(definition):
        yield from (one for one in machine["States"].values() if not types or one["Type"] in types)


def _state(name: str, change: Callable[[Json], object], *types: str, has: str = "") -> Fault:
    def plant(definition: Json) -> bool:
        return first((one for one in _states(definition, *types) if not has or has in one), change)

    return Fault(name, plant)


def _task(name: str, change: Callable[[Json], object], service: str = "") -> Fault:
    def plant(definition: Json) -> bool:
        tasks = (one for one in _states(definition, "Task") if service in one["Resource"])
        return first(tasks, change)

    return Fault(name, plant)


def _machine(name: str, change: Callable[[Json], object]) -> Fault:
    return Fault(name, lambda definition: first(_machines(definition), change))


def _rules(name: str, key: str, change: Callable[[Json], object]) -> Fault:
    def plant(definition: Json) -> bool:
        return first((one for one in _states(definition, "Task")), change)

    return Fault(f"{key}: {name}", plant)


def _resource(name: str, resource: str) -> Fault:
    return _task(name, setting(Resource=f"arn:aws:states:::{resource}"))


def _rename_first(machine: Json) -> None:
    states = machine["States"]
    old = machine["StartAt"]
    machine["States"] = {_LONG if name == old else name: state for name, state in states.items()}
    machine["StartAt"] = _LONG


def _inner(*states: tuple[str, Json]) -> Json:
    branch = {"StartAt": states[0][0], "States": dict(states)}
    return {"Type": "Parallel", "Branches": [branch], "End": True}


def _with_inner(name: str, *states: tuple[str, Json]) -> Fault:
    """Put a parallel state in place of the one that the machine begins with."""

    def change(machine: Json) -> None:
        follower = machine["States"][machine["StartAt"]].get("Next")
        ways = {"Next": follower} if follower else {"End": True}
        whole = {key: value for key, value in _inner(*states).items() if key != "End"}
        machine["States"][machine["StartAt"]] = whole | ways

    return _machine(name, change)


END: Json = {"Type": "Pass", "End": True}
ALL: Json = {"ErrorEquals": ["States.ALL"]}
TIMEOUT: Json = {"ErrorEquals": ["States.Timeout"]}
PLACE: Json = {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "one", "States": {"one": END}}
READER: Json = {"Resource": "arn:aws:states:::s3:getObject", "Arguments": {}}

FAULTS: tuple[Fault, ...] = (
    _machine("start that is not there", setting(StartAt="nowhere")),
    _machine("no start", without("StartAt")),
    _machine("unreachable state", lambda machine: machine["States"].update({"lonely": END})),
    _machine("name of a state too long", _rename_first),
    _state("Next to nowhere", setting(Next="nowhere"), has="Next"),
    _state("neither Next nor End", without("Next"), "Task", "Pass", has="Next"),
    _state("Next and End", setting(End=True), "Task", "Pass", has="Next"),
    _state("Default to nowhere", setting(Default="nowhere"), "Choice"),
    _state("Choice with End", setting(End=True), "Choice"),
    _state("Choice without choices", setting(Choices=[]), "Choice"),
    _state("choice to nowhere", lambda one: one["Choices"][0].update(Next="nowhere"), "Choice"),
    _state("choice without Next", lambda one: one["Choices"][0].pop("Next"), "Choice"),
    _state("unknown type", setting(Type="Tsk"), "Task"),
    _state("no type", without("Type"), "Task"),
    _state("unknown field", setting(Resorce="x"), "Task"),
    _state("field of another type", setting(Seconds=5), "Task"),
    _state("field of JSONPath in JSONata", setting(ResultPath="$.x"), "Task"),
    _state("field of JSONata in JSONPath", setting(QueryLanguage="JSONPath"), "Task"),
    _state("unknown query language", setting(QueryLanguage="XPath"), "Task"),
    _state("JSONata with a slip", setting(Output="{% $states.result. %}"), "Task"),
    _state("variable that nobody assigns", setting(Output="{% $nobody %}"), "Task"),
    _state("illegal name of a variable", setting(Assign={"two words": 1}), "Task"),
    _state("reserved name of a variable", setting(Assign={"states": 1}), "Task"),
    _task("no Resource", without("Resource")),
    _resource("unknown action of an integration", "sagemaker:createTrainingJobb.sync"),
    _resource("unknown integration", "sagemakr:createTrainingJob.sync"),
    _resource("unknown action of the SDK", "aws-sdk:s3:flyToMoon"),
    _resource("unknown service of the SDK", "aws-sdk:s33:putObject"),
    _resource(".sync where there is none", "aws-sdk:sagemaker:createTrainingJob.sync"),
    _resource("token where there is none", "sagemaker:createTrainingJob.waitForTaskToken"),
    _task("unknown member of a request", lambda one: one["Arguments"].update(RoleARN="x"), ":sagemaker:"),
    _task("wrong type in a request", lambda one: one["Arguments"].update(Tags="x"), ":sagemaker:"),
    _task("missing member of a request", lambda one: one["Arguments"].pop("RoleArn"), "createTrainingJob"),
    _task(
        "choice that the API does not have",
        lambda one: one["Arguments"]["ResourceConfig"].update(InstanceType="ml.m5.tiny"),
        "createTrainingJob",
    ),
    _task("heartbeat not shorter than the timeout", setting(HeartbeatSeconds=60, TimeoutSeconds=60)),
    _rules("States.ALL not last", "Retry", setting(Retry=[ALL, TIMEOUT])),
    _rules("States.ALL not alone", "Retry", setting(Retry=[{"ErrorEquals": ["States.ALL", "States.Timeout"]}])),
    _rules("no errors", "Retry", setting(Retry=[{"ErrorEquals": []}])),
    _rules("errors missing", "Retry", setting(Retry=[{"MaxAttempts": 1}])),
    _rules("backoff below 1", "Retry", setting(Retry=[ALL | {"BackoffRate": 0.5}])),
    _rules("negative attempts", "Retry", setting(Retry=[ALL | {"MaxAttempts": -1}])),
    _rules("interval of 0", "Retry", setting(Retry=[ALL | {"IntervalSeconds": 0}])),
    _rules("way to nowhere", "Catch", setting(Catch=[ALL | {"Next": "nowhere"}])),
    _with_inner("inner Next to nowhere", ("one", {"Type": "Pass", "Next": "two"})),
    _with_inner("inner state that nothing leads to", ("one", END), ("two", END)),
    _with_inner("inner state that does not end", ("one", {"Type": "Pass"})),
    _with_inner("inner task of an unknown action", ("one", END | {"Type": "Task", "Resource": "arn:aws:states:::a:b"})),
    _machine(
        "two states of one name",
        lambda machine: machine["States"].update({machine["StartAt"]: _inner((machine["StartAt"], END))}),
    ),
    _machine("reader of an inline map", lambda machine: _put(machine, {"Type": "Map", "ItemProcessor": PLACE})),
    _machine("map without a processor", lambda machine: _put(machine, {"Type": "Map"})),
    _machine("parallel without branches", lambda machine: _put(machine, {"Type": "Parallel", "Branches": []})),
    _machine("wait for nothing", lambda machine: _put(machine, {"Type": "Wait"})),
    _machine("wait for two things", lambda machine: _put(machine, {"Type": "Wait", "Seconds": 1, "Timestamp": "x"})),
)


def _put(machine: Json, state: Json) -> None:
    """Put a state in place of the one that the machine begins with; a map gets a reader."""
    follower = machine["States"][machine["StartAt"]].get("Next")
    ways = {"Next": follower} if follower else {"End": True}
    reader = {"ItemReader": READER} if state["Type"] == "Map" else {}
    machine["States"][machine["StartAt"]] = state | reader | ways
