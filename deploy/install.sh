# Installs what Geborgen needs and the machine lacks. Sourced by run.sh and test.sh:
#   need COMMAND-OR-FILE DEBIAN-PACKAGE ...; install_missing
# Services that a package brings are not started, and one that already runs is left alone.

missing_packages=()

need() {
  local found
  for found in $1; do [ -e "$found" ] && return; done
  command -v "$1" >/dev/null 2>&1 || missing_packages+=("${@:2}")
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_missing() {
  [ ${#missing_packages[@]} = 0 ] && return
  if ! command -v apt-get >/dev/null; then
    echo "Please install: ${missing_packages[*]} (this machine has no apt-get)." >&2
    exit 1
  fi
  if [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    echo "Please have an administrator run: apt-get install --no-install-recommends ${missing_packages[*]}" >&2
    exit 1
  fi
  echo "Installing ${missing_packages[*]}"
  # Debian asks policy-rc.d before a package starts or restarts a service; 101 means no.
  local policy=/usr/sbin/policy-rc.d ours=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod 755 "$policy"
    ours=yes
  fi
  local failed=
  { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${missing_packages[@]}"; } >&2 || failed=yes
  [ -n "$ours" ] && as_root rm -f "$policy"
  if [ -n "$failed" ]; then
    echo "Installing ${missing_packages[*]} failed." >&2
    exit 1
  fi
  missing_packages=()
}

need_dotnet() {
  if ! command -v dotnet >/dev/null; then
    echo "Please install the .NET 10 SDK first." >&2
    exit 1
  fi
}
