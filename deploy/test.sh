#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all tests. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/install.sh

results=artifacts/test-results.log
mkdir -p artifacts

fail() {
  echo "$1"
  echo "0 passed, 1 failed"
  exit 1
}

need_dotnet
need "/usr/lib/postgresql/*/bin/postgres" postgresql
need /usr/lib/rabbitmq/bin/rabbitmq-server rabbitmq-server
need curl curl
need jq jq
need npm npm
install_missing || fail "The machine lacks what the tests need."
dotnet restore Platform.sln --locked-mode || fail "The packages could not be restored as locked."
dotnet build Platform.sln --no-restore || fail "The build failed."
# The build enforces the code style; what is left is white space.
dotnet format whitespace . --folder --verify-no-changes --exclude artifacts || fail "The white space differs; run dotnet format whitespace . --folder."

status=0
dotnet test --solution Platform.sln --no-build --no-ansi --no-progress 2>&1 | tee "$results" || status=$?

count() {
  sed -n "s/^ *$1: *\([0-9]*\)$/\1/p" "$results" | tail -n 1
}
passed=$(count succeeded)
failed=$(count failed)
# A run that ends without counting, or that fails without a failed test, is a failure too.
if [[ -z $passed || -z $failed || ( $status -ne 0 && $failed -eq 0 ) ]]; then
  failed=$(( ${failed:-0} + 1 ))
fi
echo "${passed:-0} passed, $failed failed"
[[ $failed -eq 0 && ${passed:-0} -gt 0 ]]
