"""The child process of the sandbox: serves until its standard input closes or it is interrupted."""

import argparse
import sys


def main(arguments: list[str] | None = None) -> int:
    """Serve the sandbox; print its address as a line of JSON once it answers."""
    parser = argparse.ArgumentParser(prog="python -m designer.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    options = parser.parse_args(arguments)

    from designer.sandbox.server import serve

    return serve(options.port)


if __name__ == "__main__":
    sys.exit(main())
