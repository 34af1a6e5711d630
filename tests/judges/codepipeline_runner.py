"""A CodePipeline of our own for tests: it runs an export's buildspecs with bash and jq, and an `aws` that only notes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from designer.workflow.model import Workflow
from exporters.codepipeline.buildspecs import Build
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.render import DEFINITION, render
from exporters.codepipeline.resource import builds
from tests.judges.absence import report_absence

EXECUTION_ID = "0123abcd-89ef-4567-89ab-cdef01234567"
_AWS = Path(__file__).with_name("codepipeline_aws.py")
_REFERENCE = re.compile(r"#\{([A-Za-z0-9@_-]+)\.([A-Za-z0-9@_-]+)\}")
_DEPLOYED = re.compile(r"\$\{(\w+)\}")


class BuildFailed(Exception):
    """A build ended with an error; the text is what it wrote."""


@dataclass(slots=True, kw_only=True)
class Played:
    """What a run did: the steps that ran, what actions gave, and the calls to AWS."""

    ran: list[str] = field(default_factory=list)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    natives: dict[str, dict[str, str]] = field(default_factory=dict)
    calls: list[dict[str, object]] = field(default_factory=list)

    def requests(self, operation: str) -> list[object]:
        """Return the requests of an operation, in order."""
        return [call["request"] for call in self.calls if call["operation"] == operation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Runs exports in a folder, with answers for calls and objects in S3 by address."""

    folder: Path
    answers: Mapping[str, object] = field(default_factory=dict)
    objects: Mapping[str, str] = field(default_factory=dict)

    def play(self, workflow: Workflow, parameters: Mapping[str, str]) -> Played:
        """Export a workflow and run what was exported; raise BuildFailed where a build fails."""
        require_shell()
        self._lay_out()
        files = {one.path: one.content for one in render(workflow)}
        pipeline = json.loads(files[DEFINITION])["pipeline"]
        defaults = {one["name"]: one.get("defaultValue", "") for one in pipeline.get("variables", [])}
        played = Played()
        played.given["variables"] = {**defaults, **parameters}
        played.given["codepipeline"] = {"PipelineExecutionId": EXECUTION_ID}
        projects = {f"{one.project.logical_id}Name": one for one in builds(plan_of(workflow))}
        for stage in pipeline["stages"][1:]:
            if _is_entered(stage, played):
                for action in sorted(stage["actions"], key=lambda one: one["runOrder"]):
                    self._act(action, projects, played)
        notes = self.folder / "calls.jsonl"
        played.calls = [json.loads(line) for line in notes.read_text().splitlines()] if notes.exists() else []
        return played

    def _lay_out(self) -> None:
        tools = self.folder / "bin"
        tools.mkdir(parents=True)
        for name, line in (("aws", f'exec {sys.executable} -S {_AWS} "$@"'), ("sleep", "exit 0")):
            (tools / name).write_text(f"#!/bin/sh\n{line}\n")
            (tools / name).chmod(0o755)
        (self.folder / "answers.json").write_text(json.dumps(self.answers))
        for address, text in self.objects.items():
            path = self.folder / "s3" / address.removeprefix("s3://")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def _act(self, action: Mapping[str, object], projects: Mapping[str, Build], played: Played) -> None:
        name, configured = str(action["name"]), action["configuration"]
        assert isinstance(configured, dict)
        configuration = {key: _DEPLOYED.sub(r"deployed-\1", text) for key, text in configured.items()}
        named = configured.get("ProjectName", "${}")[2:-1]
        variables = {
            one["name"]: resolved(one["value"], played.given)
            for one in json.loads(configuration.get("EnvironmentVariables", "[]"))
        }
        build = projects.get(named)
        if build is None:
            played.natives[name] = {
                key: resolved(text, played.given) for key, text in configuration.items()
            } | variables
            played.ran.append(name)
            return
        environment = {key: f"deployed-{key}" for key in build.project.environment}
        given = self._build(name, build.buildspec, environment | variables)
        played.given[str(action["namespace"])] = given
        if given.get("RAN", "true") == "true":
            played.ran.append(name)

    def _build(self, name: str, buildspec: str, variables: Mapping[str, str]) -> dict[str, str]:
        spec = yaml.safe_load(buildspec)
        work, left = self.folder / "work" / name, self.folder / f"{name}.env"
        work.mkdir(parents=True)
        script = "\n".join([*spec["phases"]["build"]["commands"], f"env -0 > {left}"])
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "FAKE_AWS": str(self.folder),
            "CODEBUILD_BUILD_ID": f"{name}:0a1b2c3d-0000",
            **variables,
        }
        ended = subprocess.run(
            ["bash", "-c", script], cwd=work, env=environment, capture_output=True, text=True, check=False
        )
        if ended.returncode:
            raise BuildFailed(f"{name}: {ended.stdout}{ended.stderr}")
        found = dict(pair.split("=", 1) for pair in left.read_bytes().decode().split("\0") if pair)
        return {exported: found[exported] for exported in spec["env"].get("exported-variables", [])}


def require_shell() -> None:
    """Skip or fail the test where what builds need is absent."""
    for program in ("bash", "jq"):
        if shutil.which(program) is None:
            report_absence(program)


def resolved(text: str, given: Mapping[str, Mapping[str, str]]) -> str:
    """Fill in variables; `KeyError` for one that nothing has set."""
    return _REFERENCE.sub(lambda match: given[match[1]][match[2]], text)


def _is_entered(stage: Mapping[str, object], played: Played) -> bool:
    return all(
        resolved(rule["configuration"]["Variable"], played.given) == rule["configuration"]["Value"]
        for rule in _rules(stage)
    )


def _rules(stage: Mapping[str, object]) -> Iterator[dict[str, dict[str, str]]]:
    hook = stage.get("beforeEntry")
    conditions: Sequence[dict[str, list[dict[str, dict[str, str]]]]] = (
        hook["conditions"] if isinstance(hook, dict) else ()
    )
    for condition in conditions:
        yield from condition["rules"]
