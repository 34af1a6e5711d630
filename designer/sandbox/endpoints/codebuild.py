"""CodeBuild: projects, and builds that end as if their commands had run; `run_builds` runs them for real."""

import json
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

import yaml

from designer.sandbox.address import ACCOUNT_ID, REGION, SandboxAddress
from designer.sandbox.builds.commands import can_run_builds, run_commands
from designer.sandbox.builds.pretended import Purpose, purpose
from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.endpoints.functions import write_log
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "codebuild"
_PHASES = ("SUBMITTED", "QUEUED", "PROVISIONING", "DOWNLOAD_SOURCE", "INSTALL", "PRE_BUILD", "BUILD", "POST_BUILD",
           "UPLOAD_ARTIFACTS", "FINALIZING", "COMPLETED")  # fmt: skip


@dataclass(slots=True)
class Builds:
    """Hold the account's projects and builds."""

    client_of: ClientOf
    settings: SandboxSettings
    address: SandboxAddress
    projects: dict[str, Record] = field(default_factory=dict)
    builds: dict[str, Record] = field(default_factory=dict)

    def operations(self) -> dict[tuple[str, str], Operation]:
        """Return CodeBuild's operations on these projects."""
        calls: Mapping[str, Operation] = {
            "CreateProject": self.create_project,
            "UpdateProject": self.update_project,
            "DeleteProject": self.delete_project,
            "BatchGetProjects": self.batch_get_projects,
            "ListProjects": lambda _given: {"projects": sorted(self.projects)},
            "StartBuild": self.start_build,
            "StopBuild": self.stop_build,
            "BatchGetBuilds": self.batch_get_builds,
            "ListBuilds": lambda _given: {"ids": list(reversed(self.builds))},
            "ListBuildsForProject": self.list_builds_for_project,
        }
        return {(SERVICE, name): call for name, call in calls.items()}

    def create_project(self, given: Record) -> Record:
        """Add a project."""
        name = given["name"]
        if name in self.projects:
            raise ApiError("ResourceAlreadyExistsException", f"Project already exists: {_arn('project', name)}")
        created = datetime.now(UTC)
        self.projects[name] = {**given, "arn": _arn("project", name), "created": created, "lastModified": created}
        return {"project": self.projects[name]}

    def update_project(self, given: Record) -> Record:
        """Change what is given of a project."""
        project = self._project(given["name"])
        project.update({**given, "lastModified": datetime.now(UTC)})
        return {"project": project}

    def delete_project(self, given: Record) -> Record:
        """Remove a project; one that is not there is as good as removed."""
        self.projects.pop(given["name"], None)
        return {}

    def batch_get_projects(self, given: Record) -> Record:
        """Return projects by name or ARN."""
        names = [name.rsplit("/", 1)[-1] for name in given["names"]]
        return {
            "projects": [self.projects[name] for name in names if name in self.projects],
            "projectsNotFound": [name for name in names if name not in self.projects],
        }

    def start_build(self, given: Record) -> Record:
        """Begin a build, which ends by itself after a moment."""
        name = given["projectName"].rsplit("/", 1)[-1]
        project = self._project(name)
        build_id = f"{name}:{uuid4()}"
        stream = build_id.partition(":")[2]
        variables = _variables(project, given)
        text = given.get("buildspecOverride") or project.get("source", {}).get("buildspec", "")
        spec, aim = read_buildspec(text), purpose(text, {item["name"]: item["value"] for item in variables})
        number = 1 + sum(build["projectName"] == name for build in self.builds.values())
        self.builds[build_id] = {
            "id": build_id,
            "arn": _arn("build", build_id),
            "buildNumber": number,
            "projectName": name,
            "startTime": datetime.now(UTC),
            "initiator": "sandbox",
            "serviceRole": project.get("serviceRole", ""),
            "environment": {**project.get("environment", {}), "environmentVariables": variables},
            "source": project.get("source", {}),
            "logs": {"groupName": _log_group(project), "streamName": stream},
            "exportedEnvironmentVariables": self._exported(spec, variables, aim),
            "timeoutInMinutes": project.get("timeoutInMinutes", 60),
        }
        if self.settings.run_builds and can_run_builds():
            self.builds[build_id]["outcome"] = ""
            threading.Thread(target=self._run, args=(build_id, spec, given), name="build", daemon=True).start()
        else:
            write_log(self.client_of, _log_group(project), stream, _log(spec))
            if aim.fails:
                self.builds[build_id]["outcome"] = "FAILED"
        return {"build": self._shown(build_id)}

    def _run(self, build_id: str, spec: Record, given: Record) -> None:
        """Run a build's commands and note how they ended."""
        build = self.builds[build_id]
        variables = {item["name"]: item["value"] for item in build["environment"]["environmentVariables"]}
        variables = {"CODEBUILD_BUILD_ID": build_id, "CODEBUILD_INITIATOR": build["initiator"], **variables}
        source = _source(self.client_of, given.get("sourceLocationOverride", ""))
        pause = self.settings.longest_wait_seconds
        ran = run_commands(spec, variables, source, self.address, pause)
        logs = build["logs"]
        write_log(self.client_of, logs["groupName"], logs["streamName"], list(ran.log))
        names = spec.get("env", {}).get("exported-variables", [])
        build["exportedEnvironmentVariables"] = [
            {"name": name, "value": ran.variables[name]} for name in names if name in ran.variables
        ]
        build["ended"] = datetime.now(UTC)
        build["outcome"] = "SUCCEEDED" if ran.succeeded else "FAILED"

    def stop_build(self, given: Record) -> Record:
        """End a build that has not ended."""
        shown = self._shown(given["id"])
        if shown["buildStatus"] == "IN_PROGRESS":
            self.builds[given["id"]].update(outcome="STOPPED", ended=datetime.now(UTC))
        return {"build": self._shown(given["id"])}

    def batch_get_builds(self, given: Record) -> Record:
        """Return builds by id."""
        ids = [item.rsplit("/", 1)[-1] for item in given["ids"]]
        return {
            "builds": [self._shown(item) for item in ids if item in self.builds],
            "buildsNotFound": [item for item in ids if item not in self.builds],
        }

    def list_builds_for_project(self, given: Record) -> Record:
        """List the builds of a project, the newest first."""
        self._project(given["projectName"])
        ids = [key for key, build in self.builds.items() if build["projectName"] == given["projectName"]]
        return {"ids": list(reversed(ids))}

    def _project(self, name: str) -> Record:
        if name not in self.projects:
            raise ApiError("ResourceNotFoundException", f"Project cannot be found: {_arn('project', name)}")
        return self.projects[name]

    def _exported(self, spec: Record, variables: list[Record], aim: Purpose) -> list[Record]:
        names = spec.get("env", {}).get("exported-variables", [])
        known = {**spec.get("env", {}).get("variables", {}), **{item["name"]: item["value"] for item in variables}}
        values = {name: str(known.get(name) or self.settings.variable(name)) for name in names}
        return [{"name": name, "value": value} for name, value in aim.exported(names, values).items()]

    def _shown(self, build_id: str) -> Record:
        build = self.builds.get(build_id)
        if build is None:
            raise ApiError("ResourceNotFoundException", f"Build cannot be found: {build_id}")
        status = _status(build, self.settings)
        ended = status != "IN_PROGRESS"
        phases = _phases(build["startTime"], status)
        inner = {"outcome", "ended"}
        return {
            **{name: value for name, value in build.items() if name not in inner},
            "buildComplete": ended,
            "buildStatus": status,
            **({"endTime": build.get("ended", datetime.now(UTC))} if ended else {}),
            "phases": phases if ended else phases[:5],
            "currentPhase": "COMPLETED" if ended else "BUILD",
        }


def _status(build: Record, settings: SandboxSettings) -> str:
    if build["projectName"] in settings.failing:
        return "FAILED"
    if "outcome" in build:
        return build["outcome"] or "IN_PROGRESS"
    over = time.time() - build["startTime"].timestamp() > settings.step_seconds
    return "SUCCEEDED" if over else "IN_PROGRESS"


def _source(client_of: ClientOf, location: str) -> bytes:
    """Return the zip that a build gets as its source from S3, or nothing."""
    bucket, _, key = location.removeprefix("arn:aws:s3:::").partition("/")
    if not key:
        return b""
    content: bytes = client_of("s3").get_object(Bucket=bucket, Key=key)["Body"].read()
    return content


def read_buildspec(text: str) -> Record:
    """Return a buildspec that is given as YAML or JSON text; a path to one says nothing here."""
    try:
        spec: Value = yaml.safe_load(text) if text else {}
    except yaml.YAMLError as error:
        raise ApiError("InvalidInputException", f"YAML_FILE_ERROR: {error}") from error
    return spec if isinstance(spec, dict) else {}


def _log_group(project: Record) -> str:
    """Return the log group that a project names, else the one that CodeBuild makes for it."""
    named = project.get("logsConfig", {}).get("cloudWatchLogs", {}).get("groupName", "")
    return named or f"/aws/codebuild/{project['name']}"


def _log(spec: Record) -> list[str]:
    lines = ["[Container] The sandbox does not run build commands. On AWS this build would run:"]
    for phase, content in spec.get("phases", {}).items():
        lines += [f"[Container] {phase}: {command}" for command in (content or {}).get("commands", [])]
    return lines


def _phases(started: datetime, status: str) -> list[Record]:
    return [
        {"phaseType": phase, "startTime": started,
         "phaseStatus": status if status == "FAILED" and phase == "BUILD" else "SUCCEEDED", "durationInSeconds": 0}
        for phase in _PHASES
    ]  # fmt: skip


def _variables(project: Record, given: Record) -> list[Record]:
    merged = {item["name"]: item for item in project.get("environment", {}).get("environmentVariables", [])}
    merged.update({item["name"]: item for item in given.get("environmentVariablesOverride", [])})
    return [json.loads(json.dumps(item)) for item in merged.values()]


def _arn(kind: str, name: str) -> str:
    return f"arn:aws:codebuild:{REGION}:{ACCOUNT_ID}:{kind}/{name}"
