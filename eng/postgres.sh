#!/usr/bin/env bash
# A private PostgreSQL server on loopback, for tests: 'eng/postgres.sh' starts it and prints its connection string, 'eng/postgres.sh stop' ends it and deletes its data,
# 'eng/postgres.sh restart' kills it and starts it again at the same port. 'eng/postgres.sh standby' adds a standby that has every commit, and prints a connection string of
# both; 'eng/postgres.sh failover' kills the first and has the standby take over.
# Each checkout has one of its own, in a temporary folder that artifacts/postgres names; a server that runs already is used again.
set -euo pipefail
cd "$(dirname "$0")/.."
note=artifacts/postgres

bin=
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r) "$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")"; do
    [ -z "$bin" ] && [ -x "$folder/initdb" ] && bin=$folder
done
[ -n "$bin" ] || { echo "There is no PostgreSQL on this machine; install the package 'postgresql'." >&2; exit 1; }

# PostgreSQL refuses root, so root lends it to the user that Debian's package makes.
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

stop() {
    [ -f "$note" ] || return 0
    local data
    data=$(cat "$note")
    for server in db standby; do
        as_owner "$bin/pg_ctl" stop -D "$data/$server" -m immediate >/dev/null 2>&1 || true
    done
    case $data in */newsbot-postgres.*) rm -rf "$data" ;; esac
    rm -f "$note"
}

start() {
    if [ -f "$note" ] && as_owner "$bin/pg_ctl" status -D "$(cat "$note")/db" >/dev/null 2>&1; then
        cat "$(cat "$note")/connection"
        return
    fi
    stop
    local data password port
    data=$(mktemp -d "${TMPDIR:-/tmp}/newsbot-postgres.XXXXXX")
    mkdir -p artifacts
    echo "$data" > "$note"
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    ( umask 077; echo "$password" > "$data/password" )
    [ "$(id -u)" -ne 0 ] || chown -R postgres "$data"
    as_owner "$bin/initdb" -D "$data/db" -U newsbot --pwfile="$data/password" --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    # A killed server loses nothing without fsync; only a machine that goes down does.
    cat >> "$data/db/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$data'
max_connections = 300
shared_buffers = 128MB
max_wal_size = 4GB
fsync = off
full_page_writes = off
CONF
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        port=$((20000 + RANDOM % 30000))
        if as_owner "$bin/pg_ctl" start -D "$data/db" -w -t 60 -l "$data/log" -o "-p $port" >/dev/null 2>&1; then
            echo "Host=127.0.0.1;Port=$port;Username=newsbot;Password=$password;Database=postgres" > "$data/connection"
            cat "$data/connection"
            return
        fi
    done
    tail -5 "$data/log" >&2
    stop
    echo "PostgreSQL does not start." >&2
    exit 1
}

restart() {
    as_owner "$bin/pg_ctl" restart -D "$(cat "$note")/db" -m immediate -w -t 60 -l "$(cat "$note")/log" >/dev/null
}

standby() {
    local data first port
    start >/dev/null
    data=$(cat "$note")
    first=$(sed 's/.*Port=\([0-9]*\).*/\1/' "$data/connection")
    [ -d "$data/standby" ] || PGPASSWORD=$(cat "$data/password") as_owner "$bin/pg_basebackup" -h 127.0.0.1 -p "$first" -U newsbot -D "$data/standby" -R -c fast >/dev/null
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        port=$((20000 + RANDOM % 30000))
        as_owner "$bin/pg_ctl" start -D "$data/standby" -w -t 60 -l "$data/standby.log" -o "-p $port" >/dev/null 2>&1 || continue
        # From here on a commit is told when the standby has it, too; the standby itself, made before, waits for nobody.
        PGPASSWORD=$(cat "$data/password") "$bin/psql" -q -h 127.0.0.1 -p "$first" -U newsbot postgres \
            -c "ALTER SYSTEM SET synchronous_standby_names = '*'" -c "SELECT pg_reload_conf()" >/dev/null
        sed "s/Host=127.0.0.1;Port=$first/Host=127.0.0.1:$first,127.0.0.1:$port/" "$data/connection"
        return
    done
    tail -5 "$data/standby.log" >&2
    echo "The standby does not start." >&2
    exit 1
}

failover() {
    as_owner "$bin/pg_ctl" stop -D "$(cat "$note")/db" -m immediate >/dev/null
    as_owner "$bin/pg_ctl" promote -D "$(cat "$note")/standby" -w -t 60 >/dev/null
}

case ${1:-start} in
    start) start ;;
    standby) standby ;;
    failover) failover ;;
    restart) restart ;;
    stop) stop ;;
    *) echo "usage: eng/postgres.sh [start|restart|stop|standby|failover]" >&2; exit 2 ;;
esac
