"""The demo: one starter, checked, exported three ways, deployed to the sandbox and run on each engine."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from designer.cli.watching import watch
from designer.errors import Refusal
from designer.sandbox.process import running_sandbox
from designer.usecases import deploy, run, starters
from designer.usecases.account import AccountChoice, Gateways, opened
from designer.usecases.check import findings
from designer.usecases.export import export
from designer.usecases.project import Project, open_project
from designer.usecases.targets import targets
from designer.workflow.targets import Target

_STARTER = "sagemaker-training"


def demonstrate(out: Path | None) -> int:
    """Play the demo and leave its files in a folder; return 0 when every run succeeded."""
    folder = out or Path(tempfile.mkdtemp(prefix="pipeline-designer-demo-"))
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} is not empty, and nothing in it is overwritten.", hint="Name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    chosen = starters.starter(_STARTER)
    print(f"Pipeline Designer - {chosen.title}\n{chosen.summary}\n")
    starters.new(chosen, folder / "pipeline.yaml")
    project = open_project(folder / "pipeline.yaml")
    found = findings(project)
    print(f"check      {len(project.document.nodes)} nodes, {len(project.document.edges)} edges, {len(found)} findings")
    results = _everything(project, folder)
    print(f"\nEverything is in {folder}  ({time.monotonic() - began:.0f} s)")
    print("The sandbox is no proof about AWS: it enforces no permissions and runs no containers.")
    print(f"Open it:   {_command()} open {folder / 'pipeline.yaml'}")
    return max(results)


def _command() -> str:
    """Return how this program is started; whoever starts it by a script need not have it on the path."""
    return os.environ.get("PIPELINE_DESIGNER_COMMAND", "pipeline-designer")


def _everything(project: Project, folder: Path) -> list[int]:
    for target in targets():
        done = export(project, target, folder / "exports" / target.id)
        print(f"export     {target.title}: {len(done.delivery.written)} files in exports/{target.id}")
    with running_sandbox() as sandbox:
        print(f"sandbox    an AWS account on this machine, at {sandbox.endpoint_url}")
        choice = AccountChoice(sandbox=True, endpoint_url=sandbox.endpoint_url)
        with opened(choice, project.document.region) as gateways:
            return [_deploy_and_run(project, target, choice, gateways) for target in targets()]


def _deploy_and_run(project: Project, target: Target, choice: AccountChoice, gateways: Gateways) -> int:
    print(f"\n{target.title}")
    deployable = deploy.deployable(project, target, choice, gateways)
    proposed = deploy.plan(deployable, gateways)
    print(f"plan       {len(proposed.changes)} resources to add to stack '{proposed.stack}'")
    with _timed("deployed"):
        for news in deploy.deploy(proposed, deployable, gateways):
            if news.is_failure:
                print(f"  {news.logical_id}: {news.reason}")
    again = deploy.plan(deployable, gateways)
    print(f"plan       again: {len(again.changes)} changes")
    run_id = run.start(deployable.stack, target, run.typed_parameters(project, {}), gateways)
    result = watch(project, run.watch(deployable.stack, target, run_id, gateways, poll_seconds=0.3))
    with _timed("destroyed"):
        for _ in deploy.destroy(deployable.stack, gateways):
            pass
    return result


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{what:<10} in {time.monotonic() - began:.1f} s")
