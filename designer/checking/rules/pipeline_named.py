"""A pipeline needs a name that every engine and CloudFormation accept."""

from collections.abc import Iterator

from designer.checking.finding import Fix, Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.edits import rename_document
from designer.document.names import is_legal_name, legal_name


def _spots(subject: Subject) -> Iterator[Spot]:
    name = subject.graph.document.name
    if is_legal_name(name):
        return
    better = legal_name(name)
    fix = Fix(title=f"Name it '{better}'", edit=lambda document: rename_document(document, better))
    if name:
        message = f"'{name}' cannot name a pipeline: use letters, digits and hyphens, 63 at most, such as '{better}'."
    else:
        message = "The pipeline has no name; give it one of letters, digits and hyphens."
    yield Spot(message=message, setting="name", fix=fix)


RULE = Rule(
    id="S101",
    severity=Severity.ERROR,
    title="The pipeline has a legal name",
    why="The name becomes the name of the SageMaker pipeline, and the stem of roles, functions and jobs.",
    spots=_spots,
)
