#!/usr/bin/env bash
# Takes over what the services say of their APIs now as what is checked in (tests/Wire/Snapshots). Look at the difference
# before you commit it: it is what callers will see.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/install.sh

need_dotnet
need "/usr/lib/postgresql/*/bin/postgres" postgresql
need npm npm
install_missing
dotnet build tests/Wire --nologo -v quiet
GEBORGEN_TAKE_WIRE=1 dotnet test --project tests/Wire --no-build --no-ansi --no-progress -- --filter-class '*SnapshotTests'
git --no-pager diff --stat -- tests/Wire/Snapshots
