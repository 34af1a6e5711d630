#!/bin/sh
# Measures the canvas beside NodeGraphQt on the same graphs, and prints the table of docs/performance.md.
#   sh packaging/benchmark.sh [--quick]    --quick: the smaller graphs, once
set -eu
. "$(dirname -- "$0")/bootstrap.sh"

PEER='NodeGraphQt==0.6.44'
install_project '[test]'
need_libraries "$QT_LIBRARIES"
peer=$ROOT/.judges/nodegraphqt
if ! is_stamped "$peer/installed" "$PEER"; then
  python=$(find_python) || refuse "Python 3.11 or newer is needed."
  say "Installing $PEER into .judges/nodegraphqt..."
  "$python" -m venv --clear --without-pip "$peer" || refuse "The peer's environment could not be made."
  # It imports distutils, which Python has no longer; setuptools brings it along.
  pip_install "$python" "$peer/bin/python" "$PEER" 'PySide6-Essentials>=6.8,<6.12' 'setuptools<81' typing-extensions ||
    refuse "NodeGraphQt could not be installed."
  printf '%s\n' "$PEER" >"$peer/installed"
fi
QT_QPA_PLATFORM=offscreen
export QT_QPA_PLATFORM
cd "$ROOT"
exec "$VENV_PYTHON" -m tests.benchmarks.canvas "$@"
