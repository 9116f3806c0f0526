#!/usr/bin/env bash
# Builds with warnings as errors, checks the format, runs the README's test command; ends with 'N passed, N failed, N skipped'.
set -euo pipefail
cd "$(dirname "$0")/.."

dotnet build NewsBot.sln --nologo -v quiet
dotnet format NewsBot.sln --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --no-build 2>&1 | tee "$log" || status=$?

count() { awk -v key="$1:" '$1 == key { n = $2 } END { print n + 0 }' "$log"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ "$status" -eq 0 ] && [ "$((passed + failed))" -eq 0 ]; then
    echo "no test ran" >&2
    status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
