"""cfn-lint as a judge: templates, and state machines or pipelines inside them, against AWS's published schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def cfn_lint_problems(template_text: str, ignored: Sequence[str] = ()) -> list[str]:
    """Return everything that cfn-lint says about a template for us-east-1, its advice included."""
    from cfnlint.api import ManualArgs, lint

    settings = ManualArgs(regions=["us-east-1"], include_checks=["W", "I"], ignore_checks=list(ignored))
    found = lint(template_text, config=settings)
    return [f"{problem.rule.id} line {problem.linenumber}: {problem.message}" for problem in found]
