#!/usr/bin/env bash
# Runs the whole platform on this machine: deploy/run.sh [--containers]
#   without arguments  from the machine's own PostgreSQL and RabbitMQ, with data under .data/ (or GEBORGEN_DATA)
#   --containers       PostgreSQL, RabbitMQ and Keycloak as containers
# GEBORGEN_PORT_BASE=N takes N and the ports after it instead of 8080 and those after it. Ctrl-C stops everything.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

fail() { echo "$*" >&2; exit 2; }

base=${GEBORGEN_PORT_BASE:-8080}
[[ $base =~ ^[0-9]{4,5}$ ]] && ((base >= 1024 && base <= 65500)) || fail "GEBORGEN_PORT_BASE is a port from 1024 to 65500, not $base."
data=${GEBORGEN_DATA:-.data}
[[ $data != *[\'\"\\]* ]] || fail "GEBORGEN_DATA holds a quote or a backslash, with which RabbitMQ does not start: $data"
mkdir -p -m 700 "$data" 2>/dev/null && [ -w "$data" ] || fail "$data can't be written, or is no folder."
[ -z "$(ls -A "$data")" ] || [ -e "$data/postgres" ] || [ -e "$data/running.lock" ] || fail "$data holds something else; name an empty folder."
for server in postgres rabbitmq; do
  [ ! -e "$data/$server/password" ] || [ -s "$data/$server/password" ] || fail "$data/$server/password is empty: put the password back, or start in an empty folder."
done

need_dotnet
case "${*:-}" in
  '')
    need "/usr/lib/postgresql/*/bin/postgres" postgresql
    need /usr/lib/rabbitmq/bin/rabbitmq-server rabbitmq-server
    ;;
  --containers) ;;
  *)
    sed -n '2,5s/^# //p' "$0" >&2
    exit 2
    ;;
esac
need curl curl
need jq jq
install_missing

echo "Building; the first time this takes some minutes."
dotnet build AppHost -c Release --nologo -v quiet
# The dashboard then follows at once: in Development Aspire asks for telemetry every second.
export DOTNET_ENVIRONMENT=Development
exec dotnet artifacts/bin/AppHost/release/Geborgen.AppHost.dll ${1:+"$1=true"}
