#!/usr/bin/env bash
# Runs the whole platform on this machine: deploy/run.sh [--containers]
#   without arguments  from the machine's own PostgreSQL and RabbitMQ, with data under .data/ (or GEBORGEN_DATA)
#   --containers       PostgreSQL, RabbitMQ and Keycloak as containers
# GEBORGEN_PORT_BASE=N takes N and the ports after it instead of 8080 and those after it. Ctrl-C stops everything.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh

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

dotnet build AppHost -c Release --nologo -v quiet
# The dashboard then follows at once: in Development Aspire asks for telemetry every second.
export DOTNET_ENVIRONMENT=Development
exec dotnet artifacts/bin/AppHost/release/Geborgen.AppHost.dll ${1:+"$1=true"}
