#!/usr/bin/env bash
# PostgreSQL from the machine's own binaries, in the foreground: start-postgres.sh FOLDER PORT
# FOLDER/password holds the password of user postgres. Data stay in FOLDER/data, as durable as in production.
set -euo pipefail
folder=$(realpath "$1") port=$2
data=$folder/data

# The server inherits this lock: a start right after a kill waits until the old one is gone with all its processes.
exec 9>"$folder/lock"
flock --timeout 60 9 || { echo "Another PostgreSQL works in $folder." >&2; exit 1; }

# Data of an older major version can be opened by that version only.
version=$(cat "$data/PG_VERSION" 2>/dev/null || ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -n 1)
bin=/usr/lib/postgresql/$version/bin
[ -x "$bin/postgres" ] || { echo "PostgreSQL $version is not installed (no $bin/postgres); deploy/run.sh installs it." >&2; exit 1; }

# It refuses root, so root hands it to the package's user, who may need the right to pass through folders to this one.
as=(setpriv)
if [ "$(id -u)" = 0 ]; then
  chown -R postgres:postgres "$folder"
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  "${as[@]}" test -x "$folder" || as+=(--inh-caps=+dac_read_search --ambient-caps=+dac_read_search)
fi
cd /
if [ ! -d "$data" ]; then
  # Made aside and renamed when whole, so that a start that was cut off leaves nothing half made.
  rm -rf "$data.unfinished"
  "${as[@]}" -- "$bin/initdb" -D "$data.unfinished" -U postgres --auth=scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C.UTF-8
  mv "$data.unfinished" "$data"
fi
# Nobody works here any more; a number left in this file could by now be a stranger's.
rm -f "$data/postmaster.pid"

# Asked to stop it must not wait for its clients.
trap 'kill -INT "$server"' TERM INT
"${as[@]}" --pdeathsig INT -- "$bin/postgres" -D "$data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=500 &
server=$!
until wait "$server" && status=0 || status=$?; ! kill -0 "$server" 2>/dev/null; do :; done
exit "$status"
