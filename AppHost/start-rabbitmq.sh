#!/usr/bin/env bash
# RabbitMQ from the machine's own binaries, in the foreground: start-rabbitmq.sh FOLDER PORT
# FOLDER/password holds the password of user geborgen. What is durable stays in FOLDER. The management pages listen on
# the port after PORT, Erlang's port mapper and the node itself on the two after that.
set -euo pipefail
folder=$(realpath "$1") port=$2
# Not the wrapper of the same name in /usr/sbin, which changes to the system broker's user.
program=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$program" ] || { echo "RabbitMQ is not installed (no $program); deploy/run.sh installs it." >&2; exit 1; }

# The broker inherits this lock: a start right after a kill waits until the old one is gone.
exec 9>"$folder/lock"
flock --timeout 60 9 || { echo "Another RabbitMQ works in $folder." >&2; exit 1; }

umask 077
cat >"$folder/rabbitmq.conf" <<SETTINGS
listeners.tcp.1 = 127.0.0.1:$port
default_user = geborgen
default_pass = $(cat "$folder/password")
management.tcp.ip = 127.0.0.1
management.tcp.port = $((port + 1))
log.console = true
log.file = false
SETTINGS
echo '[rabbitmq_management,rabbitmq_federation,rabbitmq_federation_management].' >"$folder/enabled_plugins"
# The machine's own /etc/rabbitmq/rabbitmq-env.conf is for the machine's own broker.
: >"$folder/rabbitmq-env.conf"

export HOME=$folder
export RABBITMQ_CONF_ENV_FILE=$folder/rabbitmq-env.conf RABBITMQ_CONFIG_FILE=$folder/rabbitmq RABBITMQ_ADVANCED_CONFIG_FILE=$folder/advanced
export RABBITMQ_ENABLED_PLUGINS_FILE=$folder/enabled_plugins RABBITMQ_MNESIA_BASE=$folder/mnesia RABBITMQ_LOG_BASE=$folder/log RABBITMQ_PID_FILE=$folder/broker.pid
export RABBITMQ_NODENAME=geborgen@localhost RABBITMQ_DIST_PORT=$((port + 3)) ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$((port + 2))
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
# Makes the program become the broker instead of keeping a shell in between.
export RUNNING_UNDER_SYSTEMD=true

# Ours and in the foreground: the port mapper that Erlang starts by itself stays behind when the node ends.
setpriv --pdeathsig TERM epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 9>&- &
mapper=$!
trap 'kill -TERM "$broker"' TERM INT
trap 'kill "$mapper" 2>/dev/null' EXIT
setpriv --pdeathsig TERM "$program" &
broker=$!
until wait "$broker" && status=0 || status=$?; ! kill -0 "$broker" 2>/dev/null; do :; done
exit "$status"
