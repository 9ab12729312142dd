#!/usr/bin/env bash
# Restores a backup for a local run that is not running: deploy/restore.sh BACKUP DATA_FOLDER
#   BACKUP       what deploy/backup.sh made
#   DATA_FOLDER  a folder that is empty or not there
# The databases come back on a new timeline. By it each service notices at its next start that it was restored, and reads
# the feeds of the others anew: what the broker held is lost, what was said stands in the feeds.
set -euo pipefail
umask 077

fail() { echo "Nothing was restored: $*"; exit 1; }

if [ $# != 2 ]; then sed -n '2,4s/^# //p' "$0" >&2; exit 2; fi
backup=$(realpath -m "$1")
data=$(realpath -m "$2")
[ -f "$backup/backup.txt" ] || fail "$backup is no whole backup."
[ ! -e "$data" ] || [ -z "$(ls -A "$data")" ] || fail "$data is not empty."
bin=/usr/lib/postgresql/$(cat "$backup/postgres/data/PG_VERSION")/bin
"$bin/pg_verifybackup" --quiet "$backup/postgres/data" && (cd "$backup" && sha256sum --check --quiet keys.sha256) || fail "$backup is damaged."

# Made beside and renamed when whole.
mkdir -p "$(dirname "$data")" && unfinished=$(mktemp -d "$data.XXXXXX") || fail "$(dirname "$data") can't be written."
trap 'rm -rf "$unfinished"' EXIT
cp -a "$backup/." "$unfinished/"
touch "$unfinished/postgres/data/recovery.signal"
# There is no archive of older changes; and nobody reads before the new timeline has begun.
printf "restore_command = 'false'\nhot_standby = off\n" >> "$unfinished/postgres/data/postgresql.auto.conf"
sync -f "$unfinished"
[ ! -e "$data" ] || rmdir "$data"
mv -T "$unfinished" "$data"
trap - EXIT
echo "Restored $(cat "$backup/backup.txt") into $data."
