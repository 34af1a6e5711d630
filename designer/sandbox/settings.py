"""What can be told to a running sandbox: figures that jobs report, who approves, what fails, how fast things go."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

from designer.sandbox.documents import Record

DEFAULT_METRICS: Mapping[str, float] = MappingProxyType({
    "accuracy": 0.91, "auc": 0.94, "f1": 0.9, "precision": 0.9, "recall": 0.89, "r2": 0.88,
    "rmse": 1.4, "mse": 1.96, "mae": 1.1, "loss": 0.21,
})  # fmt: skip
# A build that decides between branches exports the one that it takes: `then` or `else`.
DEFAULT_VARIABLES: Mapping[str, str] = MappingProxyType({"BRANCH": "then"})
# Figures of which less is better get a small sample, all others a large one.
_LESS_IS_BETTER = ("error", "loss", "mse", "mae", "mape", "drift", "latency", "bias", "violation")
_SAMPLE_SMALL = 1.4
_SAMPLE_LARGE = 0.91


@dataclass(slots=True, kw_only=True)
class SandboxSettings:
    """Hold what steers runs in the sandbox; every member can be set by `POST /sandbox/settings`.

    `metrics` are the figures that processing jobs write. `variables` are what builds and commands export. `failing` are
    names of steps, actions and functions that shall fail. `auto_approve` answers approvals and callbacks at once.
    `run_builds` runs the commands of builds on this machine, with bash, instead of making believe that they ran.
    `step_seconds` is how long a step seems to take, `longest_wait_seconds` what a Wait state is cut to.
    """

    metrics: dict[str, float] = field(default_factory=lambda: dict(DEFAULT_METRICS))
    variables: dict[str, str] = field(default_factory=lambda: dict(DEFAULT_VARIABLES))
    failing: list[str] = field(default_factory=list)
    auto_approve: bool = False
    run_builds: bool = False
    step_seconds: float = 0.2
    longest_wait_seconds: float = 0.1
    lock: threading.Lock = field(default_factory=threading.Lock)

    def change(self, changes: Record) -> None:
        """Set members by name; dictionaries are added to. Refuse unknown names with a ValueError."""
        known = {item.name for item in fields(self)} - {"lock"}
        unknown = sorted(set(changes) - known)
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(unknown)}; known are {', '.join(sorted(known))}")
        with self.lock:
            for name, value in changes.items():
                present = getattr(self, name)
                setattr(self, name, {**present, **value} if isinstance(present, dict) else value)

    def shown(self) -> Record:
        """Return the settings as they are."""
        return {item.name: getattr(self, item.name) for item in fields(self) if item.name != "lock"}

    def figure(self, name: str) -> float:
        """Return the figure for a metric by name: a set one, else a plausible one."""
        wanted = name.lower()
        for known, value in self.metrics.items():
            if known.lower() == wanted:
                return value
        return _SAMPLE_SMALL if any(part in wanted for part in _LESS_IS_BETTER) else _SAMPLE_LARGE

    def variable(self, name: str) -> str:
        """Return the value of a variable that a build exports: a set one, a figure, a made-up name, else `true`."""
        if name in self.variables:
            return self.variables[name]
        if name.lower() in {known.lower() for known in self.metrics}:
            return str(self.figure(name))
        naming = (
            "arn",
            "uri",
            "url",
            "name",
            "id",
            "key",
            "digest",
            "path",
            "bucket",
            "tag",
            "version",
            "job",
            "model",
        )
        return f"sandbox-{name.lower()}" if name.lower().endswith(naming) else "true"
