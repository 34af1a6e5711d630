"""Commands that draw: the only ones that may need Qt, and that only when they are called."""

import argparse
import gc
import os
import sys
from pathlib import Path

from designer.errors import Refusal, UsageError


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window, with a pipeline where one is named."""
    if not _has_display():
        message = "There is no display to open the window on."
        hint = "Log in with `ssh -X`, or run it under `xvfb-run`; every other command works without one (`--help`)."
        raise Refusal(message, hint=hint)
    # What is made from here on is the program itself, in which nothing is to be collected; the window does it afterwards.
    gc.disable()
    from designer.gui.application import run

    return run(Path(arguments.file) if arguments.file else None)


def _has_display() -> bool:
    if sys.platform in ("darwin", "win32") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def picture(arguments: argparse.Namespace) -> int:
    """Draw a picture: SVG and Mermaid by ourselves, PNG by Qt."""
    from designer.document.files import write_atomically
    from designer.graph.mermaid import mermaid
    from designer.graph.picture import svg
    from designer.usecases.project import KINDS_BY_ID, open_project

    out = Path(arguments.out)
    project = open_project(Path(arguments.file))
    if out.suffix == ".svg":
        content = svg(project.document, KINDS_BY_ID, dark=arguments.dark).encode()
    elif out.suffix == ".mmd":
        content = mermaid(project.graph).encode()
    elif out.suffix == ".png":
        from designer.gui.picture_command import png

        content = png(project.document, KINDS_BY_ID, dark=arguments.dark)
    else:
        raise UsageError(f"'{out.name}' ends in no format that can be drawn.", hint="Use .svg, .png or .mmd.")
    write_atomically(out, content)
    return 0
