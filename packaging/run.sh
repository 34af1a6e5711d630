#!/bin/sh
# Starts Pipeline Designer from a checkout, after preparing its environment where that is needed.
#   sh packaging/run.sh                 the window
#   sh packaging/run.sh demo --out DIR  any command of the command line: sh packaging/run.sh --help
set -eu
. "$(dirname -- "$0")/bootstrap.sh"

# Says whether the arguments ask for the window: none, `open`, or a file to open.
wants_window() {
  [ $# -gt 0 ] || return 0
  for argument in "$@"; do
    case $argument in -h | --help) return 1 ;; esac
  done
  [ "$1" != open ] || return 0
  case $1 in -*) return 1 ;; esac
  [ -f "$1" ]
}

install_project ''
need_libraries "$QT_LIBRARIES"
if has_display; then
  if wants_window "$@" && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    need_libraries "$X11_LIBRARIES"
  fi
elif [ -z "${QT_QPA_PLATFORM:-}" ]; then
  if wants_window "$@"; then
    refuse "There is no display to open the window on: neither DISPLAY nor WAYLAND_DISPLAY is set." \
      "Log in with 'ssh -X', or try it on a virtual display: xvfb-run -a sh packaging/run.sh" \
      "The command line needs no display: sh packaging/run.sh --help"
  fi
  QT_QPA_PLATFORM=offscreen
  export QT_QPA_PLATFORM
fi
# What the program tells people to type: this script, as they have just typed it.
PIPELINE_DESIGNER_COMMAND="sh $0"
export PIPELINE_DESIGNER_COMMAND
exec "$VENV/bin/pipeline-designer" "$@"
