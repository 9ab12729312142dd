#!/usr/bin/env bash
# Backs up what a local run keeps, while it runs: deploy/backup.sh DATA_FOLDER [TARGET]
#   DATA_FOLDER  .data, or what GEBORGEN_DATA says
#   TARGET       a new folder; DATA_FOLDER-backups/TIME unless named
# A backup holds all databases and roles as they stand at one moment, the keys and the password of the database server.
# Without the keys nobody can read a citizen service number, with them everybody who has the backup can: keep it as safe
# as the data. What the broker holds is not in it: deploy/restore.sh.
set -euo pipefail
umask 077

fail() { echo "Nothing was backed up: $*"; exit 1; }

if [ $# -lt 1 ] || [ $# -gt 2 ]; then sed -n '2,4s/^# //p' "$0" >&2; exit 2; fi
data=$(realpath -m "$1")
target=$(realpath -m "${2:-$data-backups/$(date -u +%Y%m%dT%H%M%SZ)}")
[ ! -e "$target" ] || fail "$target is there already."
[ "${target#"$data"/}" = "$target" ] || fail "$target is in the data folder itself."
port=$(sed -n 4p "$data/postgres/data/postmaster.pid" 2>/dev/null) || fail "no PostgreSQL of yours runs in $data."
bin=/usr/lib/postgresql/$(cat "$data/postgres/data/PG_VERSION")/bin

# Made beside and renamed when whole.
mkdir -p "$(dirname "$target")" && unfinished=$(mktemp -d "$target.XXXXXX") || fail "$(dirname "$target") can't be written."
trap 'rm -rf "$unfinished"' EXIT
mkdir "$unfinished/postgres"
# Before the databases, so that none of the logs in them is said to have gone further.
heads=$(cd "$data/keys" && find . -name access-log.head -exec tar -c {} + | base64)
PGPASSWORD=$(cat "$data/postgres/password") "$bin/pg_basebackup" --no-password -h 127.0.0.1 -p "$port" -U postgres \
  -D "$unfinished/postgres/data" -X stream -c fast || fail "pg_basebackup failed."
# After the databases, so that no row is there before its key.
cp -a "$data/postgres/password" "$unfinished/postgres/"
cp -a "$data/keys" "$unfinished/"
find "$unfinished/keys" -name access-log.head -delete
[ -z "$heads" ] || base64 -d <<<"$heads" | tar -x -C "$unfinished/keys"
(cd "$unfinished" && find postgres/password keys -type f -exec sha256sum {} + > keys.sha256)
printf 'Geborgen, %s, %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$("$bin/postgres" --version)" > "$unfinished/backup.txt"
sync -f "$unfinished"
mv -T "$unfinished" "$target"
trap - EXIT
echo "Backed up to $target ($(du -sh "$target" | cut -f1))."
