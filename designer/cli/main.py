"""The entry point: arguments to an exit code, and every error to a sentence."""

import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from designer.cli.parser import COMMANDS, build_parser
from designer.errors import Refusal, TargetRefused, UsageError

_OUR_BUG = 4
_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer a command line; without a command the window opens."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _answer(words)
    except Refusal as err:
        print(f"pipeline-designer: {err}", file=sys.stderr)
        for reason in err.reasons if isinstance(err, TargetRefused) else ():
            print(f"  {reason}", file=sys.stderr)
        return err.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - the very top: a bug of ours is told as one
        traceback.print_exc()
        print(
            "pipeline-designer: this is a fault of the program, not yours; please report the lines above.",
            file=sys.stderr,
        )
        return _OUR_BUG


def _answer(words: list[str]) -> int:
    names = [command.name for command in COMMANDS]
    if not words:
        words = ["open"]
    elif words[0] not in names and not words[0].startswith("-"):
        _refuse_unless_file(words[0], names)
        words = ["open", *words]
    namespace = build_parser().parse_args(words)
    return int(namespace.answer(namespace))


def _refuse_unless_file(word: str, names: list[str]) -> None:
    if Path(word).exists():
        return
    near = get_close_matches(word, names, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "`pipeline-designer --help` lists the commands."
    raise UsageError(f"'{word}' is neither a command nor a file.", hint=hint)


if __name__ == "__main__":
    sys.exit(main())
