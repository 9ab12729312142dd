#!/usr/bin/env bash
# Runs the whole platform on this machine: deploy/run.sh [--aspire]
#   without arguments  from the machine's own PostgreSQL and RabbitMQ, with data under .data/ (or GEBORGEN_DATA)
#   --aspire           with the genuine Aspire packages and containers
# GEBORGEN_PORT_BASE=N moves the ports 8080, 8081 and 18888 to N, N+1 and N+2. Ctrl-C stops everything.
set -euo pipefail
cd "$(dirname "$0")/.."
. deploy/install.sh
need_dotnet

if [ "${1:-}" = --aspire ]; then
  dashboard=18888
  [ -z "${GEBORGEN_PORT_BASE:-}" ] || dashboard=$((GEBORGEN_PORT_BASE + 2))
  export ASPNETCORE_URLS="http://localhost:$dashboard"
  export ASPIRE_ALLOW_UNSECURED_TRANSPORT=true ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL=http://localhost:4317
  exec dotnet run --project AppHost -c Release -p:UseAspirePackages=true --no-launch-profile
elif [ $# != 0 ]; then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 2
fi

need "/usr/lib/postgresql/*/bin/postgres" postgresql
need /usr/lib/rabbitmq/bin/rabbitmq-server rabbitmq-server
need curl curl
need jq jq
install_missing

dotnet build deploy/run.slnf -c Release --nologo -v quiet
exec dotnet artifacts/bin/AppHost/release/Geborgen.AppHost.dll
