"""Run a notebook from top to bottom, with the job's parameters set after its cell tagged `parameters`.

The notebook as it ran is kept among the job's outputs, whether it ended well or not.
"""

import json
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PARAMETERS = Path("/opt/ml/input/config/hyperparameters.json")
RESULTS = Path("/opt/ml/output/data")
WORKING_FOLDER = Path("/opt/ml/model")


def parameters(path: Path) -> dict[str, object]:
    """Return the job's parameters; numbers and flags arrive as text and are turned back."""
    if not path.exists():
        return {}
    found = {}
    for name, text in json.loads(path.read_text(encoding="utf-8")).items():
        try:
            found[name] = json.loads(text)
        except ValueError:
            found[name] = text
    return found


def with_parameters(notebook: nbformat.NotebookNode, values: dict[str, object]) -> nbformat.NotebookNode:
    """Insert a cell that sets the values, after the tagged cell or else at the top."""
    tagged = [
        index for index, cell in enumerate(notebook.cells) if "parameters" in cell.get("metadata", {}).get("tags", [])
    ]
    source = "\n".join(f"{name} = {value!r}" for name, value in values.items())
    if source:
        notebook.cells.insert(tagged[0] + 1 if tagged else 0, nbformat.v4.new_code_cell(source))
    return notebook


def main(path: str) -> None:
    """Run the notebook at a path."""
    notebook = with_parameters(nbformat.read(path, as_version=4), parameters(PARAMETERS))
    for folder in (RESULTS, WORKING_FOLDER):
        folder.mkdir(parents=True, exist_ok=True)
    client = NotebookClient(
        notebook, timeout=None, kernel_name="python3", resources={"metadata": {"path": str(WORKING_FOLDER)}}
    )
    try:
        client.execute()
    finally:
        nbformat.write(notebook, RESULTS / Path(path).name)


if __name__ == "__main__":
    main(sys.argv[1])
