#!/usr/bin/env bash
# RabbitMQ from the machine's own binaries, in the foreground: start-rabbitmq.sh FOLDER PORT
# FOLDER/password holds the password of user geborgen; what is durable stays in FOLDER. The three ports after PORT are the
# management pages', that of Erlang's port mapper and the node's own.
set -euo pipefail
umask 077
folder=$(realpath "$1") port=$2
# Not the wrapper of the same name in /usr/sbin, which changes to the system broker's user.
program=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$program" ] || { echo "RabbitMQ is not installed (no $program); deploy/run.sh installs it." >&2; exit 1; }

# The broker inherits this lock: a start right after a kill waits until the old one is gone.
exec 9>"$folder/lock"
flock --timeout 60 9 || { echo "Another RabbitMQ works in $folder." >&2; exit 1; }

printf '%s\n' "listeners.tcp.1 = 127.0.0.1:$port" "management.tcp.ip = 127.0.0.1" "management.tcp.port = $((port + 1))" \
  "default_user = geborgen" "default_pass = $(cat "$folder/password")" "log.console = true" "log.console.level = warning" "log.file = false" >"$folder/rabbitmq.conf"
echo '[rabbitmq_management,rabbitmq_federation,rabbitmq_federation_management].' >"$folder/enabled_plugins"
export HOME=$folder ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$((port + 2)) RABBITMQ_DIST_PORT=$((port + 3)) RABBITMQ_NODENAME=geborgen@localhost
export RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_CONFIG_FILE=$folder/rabbitmq RABBITMQ_ADVANCED_CONFIG_FILE=$folder/advanced
export RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins RABBITMQ_MNESIA_BASE=$folder/mnesia RABBITMQ_LOG_BASE=$folder/log RABBITMQ_PID_FILE=$folder/broker.pid
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
# Makes the program become the broker instead of keeping a shell in between.
export RUNNING_UNDER_SYSTEMD=true

# Ours and in the foreground: the port mapper that Erlang starts by itself stays behind when the node ends.
setpriv --pdeathsig TERM epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 9>&- &
mapper=$!
setpriv --pdeathsig TERM "$program" &
broker=$!
# Asked to stop, it has closed its stores at once and can take longer to end than Aspire waits.
stop() { kill "$broker"; for ((end = SECONDS + 4; SECONDS < end;)); do kill -0 "$broker" && sleep 0.1 || break; done 2>/dev/null; exit 0; }
trap 'kill -KILL "$broker" "$mapper" 2>/dev/null' EXIT
trap stop TERM INT
# When one of the two is gone so is the other: a broker makes itself a mapper that nobody ends.
wait -n
