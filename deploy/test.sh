#!/usr/bin/env bash
# Installs what the tests need, builds, and runs all tests. The last line is "N passed, N failed".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/install.sh

# The longest first: whoever starts last is the one that all wait for.
projects=(EndToEnd Messaging Intake Architecture Investigation)
export results=artifacts/test-results

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
# One compiler for all projects, which goes when it is done: the tests have use for its memory.
dotnet build Platform.sln --no-restore -p:UseSharedCompilation=true || fail "The build failed."
dotnet build-server shutdown --vbcscompiler
# The build enforces the code style; what is left is white space.
dotnet format whitespace . --folder --verify-no-changes --exclude artifacts || fail "The white space differs; run dotnet format whitespace . --folder."

for project in tests/*/*.Tests.csproj; do
  project=$(basename "$project" .Tests.csproj)
  [[ " ${projects[*]} " == *" $project "* ]] || projects+=("$project")
done
rm -rf "$results"
mkdir -p "$results"

run() {
  "artifacts/bin/$1.Tests/debug/Geborgen.$1.Tests" -noColor >"$results/$1.log" 2>&1 && touch "$results/$1.passed"
  tail -n 1 "$results/$1.log"
}
export -f run
# .NET compiles anew what is called 30 times. A process of a test is over before that pays; here it takes 4096 calls.
export DOTNET_TC_CallCountThreshold=1000
printf '%s\n' "${projects[@]}" | xargs -P "$(nproc)" -I {} bash -c 'run {}'

count() {
  sed -n "s/^ *Geborgen.*\b$1: \([0-9]*\),.*/\1/p" "$results"/*.log | awk '{ sum += $1 } END { print sum + 0 }'
}
failed=$(($(count Errors) + $(count Failed)))
passed=$(($(count Total) - failed - $(count Skipped) - $(count "Not Run")))
for project in "${projects[@]}"; do
  [ ! -e "$results/$project.passed" ] || continue
  cat "$results/$project.log"
  # A run that ends without counting, or that fails without a failed test, is a failure too.
  grep -q '^ *Geborgen.*\b\(Errors\|Failed\): [1-9]' "$results/$project.log" || failed=$((failed + 1))
done
echo "$passed passed, $failed failed"
[[ $failed -eq 0 && $passed -gt 0 ]]
