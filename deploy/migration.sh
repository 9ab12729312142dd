#!/usr/bin/env bash
# Makes the one migration of a service anew from its model: deploy/migration.sh Intake
# Each time under a new id, so that a database made by an earlier one is refused and not taken for up to date. What stood in
# Migrations before is not looked at; after a merge it may hold conflicts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=services/${1:-}/Migrations
[ $# = 1 ] && [ -d "$folder" ] || { echo "Name a service: $(ls -d services/*/Migrations | cut -d/ -f2 | paste -sd' ')." >&2; exit 1; }

tool=artifacts/tools/dotnet-ef
[ -x "$tool" ] || dotnet tool install dotnet-ef --version 10.0.15 --tool-path artifacts/tools

# Put back unless a new one was made.
aside=artifacts/migrations-of-$1
rm -rf "$aside"
mv "$folder" "$aside"
trap 'rm -rf "$folder"; mv "$aside" "$folder"' EXIT
ASPNETCORE_ENVIRONMENT=Development services__keycloak__http__0=http://localhost:8081 ConnectionStrings__database=Host=localhost \
  "$tool" migrations add Initial --project "services/$1" >&2
trap - EXIT
rm -rf "$aside"
echo "Made $(basename "$folder"/*_Initial.cs .cs); databases made before are refused from now on."
