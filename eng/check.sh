#!/usr/bin/env bash
# Builds with warnings as errors, checks the format, runs the README's test command; ends with 'N passed, N failed, N skipped'.
set -euo pipefail
cd "$(dirname "$0")/.."
# The summary is read below, so it has to be in English; no build process outlives this one.
export DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

log=$(mktemp)
count() { awk -v key="$1:" '$1 == key && $2 ~ /^[0-9]+$/ { n = $2 } END { print n + 0 }' "$log"; }
finish() {
    local status=$? passed failed skipped
    # Only what follows the last 'Test run summary' counts: a test's own output may say 'failed: 3', too.
    awk '/^Test run summary:/ { text = "" } { text = text $0 "\n" } END { printf "%s", text }' "$log" > "$log.summary"
    mv "$log.summary" "$log"
    passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
    rm -f "$log"
    if [ "$((passed + failed))" -eq 0 ]; then
        echo "no test ran" >&2
        [ "$status" -ne 0 ] || status=1
    fi
    [ "$failed" -eq 0 ] || [ "$status" -ne 0 ] || status=1
    echo "$passed passed, $failed failed, $skipped skipped"
    exit "$status"
}
trap finish EXIT

dotnet build NewsBot.sln --nologo -v quiet
dotnet format NewsBot.sln --no-restore --verify-no-changes
dotnet test --no-build 2>&1 | tee "$log"
