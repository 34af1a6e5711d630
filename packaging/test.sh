#!/bin/sh
# Runs the tests, after preparing their environment where that is needed.
#   sh packaging/test.sh [PYTEST OPTIONS]            without the judges that have to be installed first
#   sh packaging/test.sh --judges [PYTEST OPTIONS]   installs them too; a judge that is absent then fails the run
set -eu
. "$(dirname -- "$0")/bootstrap.sh"

# Installs the SageMaker SDK into an environment of its own: it must not decide about our versions.
install_sdk() {
  [ ! -f "$ROOT/.judges/sdk/installed-$SDK" ] || return 0
  python=$(find_python) || refuse "Python 3.11 or newer is needed."
  say "Installing the judge sagemaker $SDK into .judges/sdk (about 1 GB, some minutes)..."
  "$python" -m venv --clear --without-pip "$ROOT/.judges/sdk" || refuse "The judge's environment could not be made."
  pip_install "$python" "$ROOT/.judges/sdk/bin/python" "sagemaker==$SDK" || refuse "The judge could not be installed."
  : >"$ROOT/.judges/sdk/installed-$SDK"
}

# Installs the npm validators of state machines, of exactly the versions in the lock file.
install_node() {
  command -v npm >/dev/null 2>&1 ||
    refuse "npm is missing, so two judges of state machines cannot be installed. On Debian: apt-get install nodejs npm"
  lock=$(cksum <"$ROOT/packaging/judges/package-lock.json")
  stamp_file=$ROOT/.judges/node/installed
  ! is_stamped "$stamp_file" "$lock" || return 0
  say "Installing the judges of state machines into .judges/node..."
  mkdir -p "$ROOT/.judges/node"
  cp "$ROOT/packaging/judges/package.json" "$ROOT/packaging/judges/package-lock.json" "$ROOT/.judges/node/"
  (cd "$ROOT/.judges/node" && npm ci --ignore-scripts --no-audit --no-fund --silent) ||
    refuse "npm could not install the judges; its own message stands above."
  printf '%s\n' "$lock" >"$stamp_file"
}

# Installs jq, with which the builds of exported pipelines are run.
install_jq() {
  ! command -v jq >/dev/null 2>&1 || return 0
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    refuse "jq is missing, so exported builds cannot be run. On Debian: apt-get install jq"
  fi
  say "Installing jq, with which exported builds are run..."
  apt-get update --quiet --quiet >/dev/null || say "(apt-get update failed; trying with the lists that are there)"
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends jq >/dev/null ||
    refuse "apt-get failed. This line repeats it:" "  apt-get install jq"
}

SDK=3.27.0
install_project '[test]'
need_libraries "$QT_LIBRARIES"
if [ "${1:-}" = --judges ]; then
  shift
  install_sdk
  install_node
  install_jq
  PIPELINE_DESIGNER_JUDGES=1
  export PIPELINE_DESIGNER_JUDGES
else
  for judge in sdk node; do
    [ -d "$ROOT/.judges/$judge" ] || say "The judge in .judges/$judge is absent: its tests are skipped (sh packaging/test.sh --judges installs it)."
  done
fi
QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
export QT_QPA_PLATFORM
cd "$ROOT"
exec "$VENV_PYTHON" -m pytest "$@"
