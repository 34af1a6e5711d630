"""A nested block of steps as states."""

from dataclasses import replace

from designer.catalog.branches import ELSE, ERROR, THEN
from designer.catalog.steps import Approval, Call, Choice, Each, Failure, NativeTask, Pause, Step
from designer.errors import TargetRefused
from designer.graph.guards import GuardTest
from designer.graph.regions import Block, Fork, Guarded, Item, Run, Split
from exporters.stepfunctions.calls import add_call, assigned_members, entry_name
from exporters.stepfunctions.catching import caught
from exporters.stepfunctions.jsonata import expression, literal
from exporters.stepfunctions.maps import add_result, map_state, taken_in
from exporters.stepfunctions.native_tasks import add_native_task
from exporters.stepfunctions.pauses import add_approval, add_failure, add_pause
from exporters.stepfunctions.states import Plan, Scope, State, commented, going_on
from exporters.stepfunctions.values import BranchVariable, Variable


def machine_scope(plan: Plan, start: State) -> State:
    """Return `StartAt` and `States` of the whole machine. `start` is the assignment that it begins with."""
    return _filled(Scope(plan=plan, path=()), plan.scopes.blocks[""], start, None)


def _filled(scope: Scope, block: Block, start: State, ending: str | None) -> State:
    """Fill a scope and return its `StartAt` and `States`; `ending` is the state that it ends with."""
    entry = add_block(block, scope, ending)
    assigned = {**start, **{scope.name(one): None for one in scope.plan.scopes.unset(scope.path)}}
    if assigned:
        name = scope.plan.names.free("Begin")
        entry = scope.add(name, {"Type": "Pass", "Assign": assigned} | going_on(entry))
    if entry is None:
        entry = scope.add(scope.plan.names.free("Nothing to do"), {"Type": "Succeed"})
    return {"StartAt": entry, "States": _in_reading_order(scope.states, entry)}


def _giving_out(scope: Scope) -> str | None:
    given = scope.plan.scopes.exported(scope.path)
    if not given:
        return None
    output = {_outer(scope, one): expression(f"${scope.name(one)}") for one in given}
    name = scope.plan.names.free("Give results")
    return scope.add(name, {"Type": "Pass", "Output": output, "End": True})


def _outer(scope: Scope, variable: Variable) -> str:
    return scope.plan.scopes.name(variable, scope.path[:-1])


def add_block(block: Block, scope: Scope, following: str | None) -> str | None:
    """Add the states of a block; return the first one's name, or what follows when there is none."""
    for item in reversed(block):
        following = _add_item(item, scope, following)
    return following


def _add_item(item: Item, scope: Scope, following: str | None) -> str:
    if isinstance(item, Run):
        return _add_step(scope.plan.steps[item.node], scope, _way_back(item.node, "", scope) or following, None)
    if isinstance(item, Fork):
        return _add_fork(item, scope, following)
    if isinstance(item, Guarded):
        return _add_guarded(item, scope, following)
    return _add_split(item, scope, following)


def _add_step(step: Step, scope: Scope, following: str | None, failing: str | None) -> str:
    """Add a step; `failing` is the state to go on to when it fails, or None where that ends the execution."""
    if isinstance(step, Call):
        return add_call(step, scope, following, failing)
    if isinstance(step, Each):
        return _add_map(step, scope, following, failing)
    if isinstance(step, NativeTask):
        return add_native_task(step, scope, following, failing)
    if isinstance(step, Pause):
        return add_pause(step, scope, following)
    if isinstance(step, Approval):
        return add_approval(step, scope, following, failing)
    if isinstance(step, Failure):
        return add_failure(step, scope)
    raise TypeError(f"{type(step).__name__} stands in a place of its own")


def _add_fork(fork: Fork, scope: Scope, following: str | None) -> str:
    number = scope.plan.scopes.number(fork)
    paths = [(*scope.path, (number, index)) for index in range(len(fork.blocks))]
    branches = [replace(scope, path=path, states={}) for path in paths]
    state: State = {
        "Type": "Parallel",
        "Branches": [
            _filled(branch, block, {}, _giving_out(branch)) for block, branch in zip(fork.blocks, branches, strict=True)
        ],
    }
    assigned = {
        name: expression(f"$states.result[{index}].{name}")
        for index, path in enumerate(paths)
        for name in (scope.name(variable) for variable in scope.plan.scopes.exported(path))
    }
    if assigned:
        state["Assign"] = assigned
    name = scope.plan.names.free(" and ".join(_first_node(block) for block in fork.blocks))
    return scope.add(name, state | going_on(following))


def _add_map(each: Each, scope: Scope, following: str | None, failing: str | None) -> str:
    place = scope.plan.scopes.inner[each.id]
    inner = replace(scope, path=place.path, states={}, distributed=scope.distributed or each.distribution is not None)
    ending = add_result(each, inner)
    processor = _filled(inner, scope.plan.scopes.blocks[each.id], taken_in(each, inner), ending)
    state = map_state(each, scope, inner, processor) | assigned_members(scope, each.id)
    return scope.add(each.id, state | caught(each.catches, failing) | going_on(following))


def _first_node(block: Block) -> str:
    item = block[0]
    if isinstance(item, Run | Split):
        return item.node
    return _first_node(item.blocks[0] if isinstance(item, Fork) else item.block)


def _add_guarded(item: Guarded, scope: Scope, following: str | None) -> str:
    following = following or scope.end()
    entry = add_block(item.block, scope, following)
    name = scope.plan.names.beside(_first_node(item.block), "or not")
    rule = {"Condition": expression(_tested(item.test, scope)), "Next": entry}
    return scope.add(name, {"Type": "Choice", "Choices": [rule], "Default": following})


def _tested(test: GuardTest | bool, scope: Scope) -> str:  # noqa: FBT001 - a test that is settled is its result
    if isinstance(test, bool):
        return literal(test)
    name = scope.name(BranchVariable(test.decision))
    yes, no = f"${name} = {literal(THEN)}", f"${name} = {literal(ELSE)}"
    if isinstance(test.yes, bool):
        if isinstance(test.no, bool):
            return yes if test.yes else no
        return f"{yes} or ({_tested(test.no, scope)})" if test.yes else f"{no} and ({_tested(test.no, scope)})"
    if isinstance(test.no, bool):
        return f"{no} or ({_tested(test.yes, scope)})" if test.no else f"{yes} and ({_tested(test.yes, scope)})"
    return f"{yes} ? ({_tested(test.yes, scope)}) : ({_tested(test.no, scope)})"


def _add_split(split: Split, scope: Scope, following: str | None) -> str:
    choice = scope.plan.steps[split.node]
    if not isinstance(choice, Choice):
        return _add_catching(choice, split, scope, following)
    then = _branch(split, THEN, scope, following)
    otherwise = _branch(split, ELSE, scope, following)
    condition = scope.writer.condition(choice.condition)
    rule: State = {"Condition": expression(condition), "Next": then}
    state: State = {"Type": "Choice", **commented(choice.description), "Choices": [rule], "Default": otherwise}
    if scope.plan.scopes.is_read(BranchVariable(choice.id)):
        name = scope.name(BranchVariable(choice.id))
        taken = expression(f"({condition}) ? {literal(THEN)} : {literal(ELSE)}")
        # Interpreters that tell the branches by where they lead mix them up when both lead to the same state.
        rule["Assign"] = {name: taken if then == otherwise else THEN}
        state["Assign"] = {name: taken if then == otherwise else ELSE}
    return scope.add(choice.id, state)


def _add_catching(step: Step, split: Split, scope: Scope, following: str | None) -> str:
    """Add a task whose failure is caught; where others ask how it ended, that is noted on both ways."""
    well = _way_back(split.node, "", scope) or add_block(split.then, scope, following)
    failing = _way_back(split.node, ERROR, scope) or add_block(split.otherwise, scope, following) or scope.end()
    if scope.plan.scopes.is_read(BranchVariable(step.id)):
        name = scope.name(BranchVariable(step.id))
        well = scope.add(
            scope.plan.names.beside(step.id, "succeeded"), {"Type": "Pass", "Assign": {name: THEN}} | going_on(well)
        )
        failing = scope.add(
            scope.plan.names.beside(step.id, "was caught"), {"Type": "Pass", "Assign": {name: ELSE}, "Next": failing}
        )
    return _add_step(step, scope, well, failing)


def _branch(split: Split, branch: str, scope: Scope, following: str | None) -> str:
    block = split.then if branch == THEN else split.otherwise
    return _way_back(split.node, branch, scope) or add_block(block, scope, following) or scope.end()


def _way_back(node: str, branch: str, scope: Scope) -> str | None:
    """Return the state that a step or a branch goes back to, or None where it goes on."""
    back = scope.plan.loops.get((node, branch))
    if back is None:
        return None
    place = scope.plan.scopes.places.get(back)
    if place is None or place.path != scope.path:
        raise TargetRefused(
            f"'{node}' goes back to '{back}', which stands in another parallel branch.",
            reasons=(f"{node}: a way back must stay within one chain of steps.",),
            hint="Let it go back to a step of the same chain.",
        )
    step = scope.plan.steps[back]
    return entry_name(step) if isinstance(step, Call) else back


def _in_reading_order(states: dict[str, State], start: str) -> dict[str, State]:
    ordered: dict[str, State] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in states and name not in ordered:
            ordered[name] = states[name]
            waiting.extend(reversed(_targets(states[name])))
    return ordered | {name: state for name, state in states.items() if name not in ordered}


def _targets(state: State) -> list[str]:
    rules = [*_rules(state, "Choices"), *_rules(state, "Catch")]
    found = [state.get("Next"), *(rule.get("Next") for rule in rules), state.get("Default")]
    return [name for name in found if isinstance(name, str)]


def _rules(state: State, key: str) -> list[State]:
    rules = state.get(key)
    return [rule for rule in rules if isinstance(rule, dict)] if isinstance(rules, list) else []
