# Prepares the environment that run.sh and test.sh use. Sourced, never run: it sets ROOT and VENV_PYTHON.
#
# A fresh Debian has no ensurepip, forbids pip outside environments and lacks the libraries that Qt opens at start.
# So the environment is made without pip, the system's pip fills it, and the libraries are looked for by opening them.

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
VENV=$ROOT/.venv
VENV_PYTHON=$VENV/bin/python

# What Qt opens without a display, and what it needs besides to open an X11 window: library, then its Debian package.
QT_LIBRARIES='libGL.so.1=libgl1 libEGL.so.1=libegl1 libglib-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libxkbcommon.so.0=libxkbcommon0 libbrotlidec.so.1=libbrotli1'
X11_LIBRARIES='libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-shape.so.0=libxcb-shape0 libxcb-xkb.so.1=libxcb-xkb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0'

# Prints each argument as a line of its own.
say() {
  printf '%s\n' "$@" >&2
}

refuse() {
  say "$@"
  exit 3
}

# Names the Python to build with: $PYTHON if given, else the first of the usual names that is new enough.
find_python() {
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

# Says whether the file $1 holds the text $2.
is_stamped() {
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# Fills the environment with the project and the extras named in $1 (such as "[test]"), unless that was done already.
install_project() {
  # An environment cannot be moved, so its place is part of the stamp.
  stamp="$(cksum <"$ROOT/pyproject.toml") $ROOT"
  stamp_file=$VENV/installed$1
  if [ -x "$VENV_PYTHON" ] && { is_stamped "$stamp_file" "$stamp" || is_stamped "$VENV/installed[test]" "$stamp"; }; then
    return 0
  fi
  python=$(find_python) || refuse "Pipeline Designer needs Python 3.11 or newer, and found $(python3 --version 2>&1)." \
    "Install one, or name one: PYTHON=/path/to/python3.12 sh packaging/run.sh"
  if [ ! -x "$VENV_PYTHON" ] || ! "$VENV_PYTHON" -c '' 2>/dev/null; then
    say "Making the environment in .venv (once)..."
    "$python" -m venv --clear --without-pip "$VENV" ||
      refuse "The environment could not be made. On Debian: apt-get install python3 python3-venv"
  fi
  say "Installing pipeline-designer$1 into .venv..."
  pip_install "$python" "$VENV_PYTHON" -e "$ROOT$1" ||
    refuse "The installation failed; pip's own message stands above. Once it is mended, the same command goes on."
  printf '%s\n' "$stamp" >"$stamp_file"
}

# Runs `pip install` of Python $1 for the environment of Python $2.
pip_install() {
  pip_of=$1
  pip_for=$2
  shift 2
  if "$pip_of" -m pip --version >/dev/null 2>&1; then
    "$pip_of" -m pip --python "$pip_for" install --quiet --disable-pip-version-check "$@"
  elif "$pip_for" -m pip --version >/dev/null 2>&1 || "$pip_for" -m ensurepip >/dev/null 2>&1; then
    "$pip_for" -m pip install --quiet --disable-pip-version-check "$@"
  else
    refuse "pip is missing. On Debian and Ubuntu: apt-get install python3-pip"
  fi
}

# Prints the Debian packages of those libraries of the list $1 that cannot be opened.
missing_packages() {
  "$VENV_PYTHON" - "$1" <<'PYTHON_END'
import ctypes
import sys

for pair in sys.argv[1].split():
    library, package = pair.split("=")
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
PYTHON_END
}

# Sees to it that the libraries of the list $1 can be opened: installs them where that is ours to do, else says how.
need_libraries() {
  [ "$(uname -s)" = Linux ] || return 0
  libraries_stamp=$VENV/libraries-$(printf '%s' "$1" | cksum | cut -d ' ' -f 1)
  [ ! -f "$libraries_stamp" ] || return 0
  packages=$(missing_packages "$1" | tr '\n' ' ')
  if [ -n "$packages" ]; then
    install_packages "$packages"
    packages=$(missing_packages "$1" | tr '\n' ' ')
    [ -z "$packages" ] || refuse "Qt still lacks the libraries of: $packages"
  fi
  : >"$libraries_stamp"
}

# Installs Debian packages as root; anybody else is told the one line that does it.
install_packages() {
  line="apt-get install --yes --no-install-recommends $1"
  command -v apt-get >/dev/null 2>&1 ||
    refuse "Qt lacks libraries that Debian calls: $1" "Install your system's packages of them, then start again."
  [ "$(id -u)" = 0 ] || refuse "Qt lacks system libraries. This line installs them:" "  sudo $line"
  say "Installing the system libraries that Qt needs: $1"
  apt-get update --quiet --quiet >/dev/null || say "(apt-get update failed; trying with the lists that are there)"
  # shellcheck disable=SC2086  # one word for each package
  DEBIAN_FRONTEND=noninteractive $line >/dev/null || refuse "apt-get failed. This line repeats it:" "  $line"
}

has_display() {
  [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}
