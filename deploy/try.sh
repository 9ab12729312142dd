#!/usr/bin/env bash
# What a newcomer does first, while deploy/run.sh runs: a municipality's case system sends three contacts, and Lotte of
# the intake team on duty reads each family as the family view shows it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export TZ=Europe/Amsterdam
base=${GEBORGEN_PORT_BASE:-8080}
gateway=http://localhost:$base
tokens=http://localhost:$((base + 1))/realms/geborgen/protocol/openid-connect/token
bold=$(tput bold 2>/dev/null || true) dim=$(tput dim 2>/dev/null || true) plain=$(tput sgr0 2>/dev/null || true)

say() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

token() { curl --fail --silent --show-error "$tokens" "$@" | jq -r .access_token; }

read_as_lotte() {
  curl --fail --silent -H "Authorization: Bearer $lotte" -H 'Processing-Activity: safety-assessment' "$gateway$1"
}

# The family view follows within a moment; a family that is not there yet looks like one that is not ours. The words
# are read at their source, which just after its start can be too slow for the view the first time.
wait_for_family() {
  local seen='' until=$((SECONDS + 30))
  while ((SECONDS < until)); do
    seen=$(read_as_lotte "/family-view/v1/families/$1?expand=members,contacts") &&
      jq -e 'all(.expanded[]; .status != "notReachableNow")' <<<"$seen" >/dev/null && break
    sleep 0.1
  done
  [ -n "$seen" ] && echo "$seen" && return
  echo "The family did not appear in the family view within half a minute." >&2
  return 1
}

show() {
  jq -r --arg bold "$bold" --arg dim "$dim" --arg plain "$plain" '
    def words: { child: "kind", parent: "ouder", partner: "partner", reporter: "melder", network: "netwerk",
      professional: "professional", grandparent: "grootouder", relative: "familielid", other: "ander",
      concern: "zorg", selfReferral: "eigen vraag om hulp", emergency: "spoed", question: "vraag", advice: "advies",
      observation: "waarneming", reported: "van horen zeggen", interpretation: "duiding", opinion: "mening",
      agreement: "afspraak", keyWorker: "vast gezicht", dutyTeam: "dienstdoend team", cover: "waarneming",
      keyWorkerAssignment: "een vast gezicht krijgen" };
    def nl: words[.] // .;
    def moment: sub("[.][0-9]+Z$"; "Z") | fromdate;
    def clock: moment | strflocaltime("%d-%m-%Y %H:%M");
    def day_before: moment - 1 | strflocaltime("%d-%m-%Y");
    def source(f): if .status == "read" then f elif .status == "notReachableNow" then "  (nu niet bereikbaar)" else "  (niet voor u)" end;
    "\($bold)Gezin \(.id)\($plain)",
    "Wie horen erbij",
    (.expanded.members | source(
      (if (.items | length) == 0 then "  nog niemand bij naam bekend" else empty end),
      (.items[] | "  \([.givenName, .familyName] | map(select(.)) | join(" ") | if . == "" then "naam onbekend" else . end)"
        + ", \(.role | nl)"
        + (if .birthDate then ", geboren \(.birthDate)" elif .dueDate then ", verwacht \(.dueDate)" else "" end)))),
    "Wat er gezegd is",
    (.expanded.contacts | source(.items[] |
      "  \($dim)\(.kind | nl), ontvangen \(.receivedAt | clock)\(if .reporter then ", \(.reporter.role)\(if .reporter.shielded then " (afgeschermd)" else "" end)" else "" end)\($plain)",
      (.whereabouts | select(.) | "  plaats: \([.street, .houseNumber, .postalCode, .town, .description] | map(select(.)) | join(" "))"),
      (.statements[] | "  \(.author | nl)\(if .kind then " (\(.kind | nl))" else "" end): \(.text)"))),
    "Wie er betrokken zijn",
    (.involved[] | "  \(.relation | nl): \(.team // .worker), \(.organisation), sinds \(.from | clock)"),
    "Lopende termijnen",
    (.clocks[] | "  \(.term | nl): uiterlijk \(.dueAt | day_before)")'
}

say "1. The case system of Utrecht takes a token"
system=$(token -d grant_type=client_credentials -d client_id=gm0344-case-system -d client_secret=development-only)
lotte=$(token -d grant_type=password -d client_id=development-cli -d username=lotte -d password=geborgen)
echo "It is valid for five minutes."

step=2
for sample in samples/*.json; do
  say "$step. It sends $sample"
  answer=$(curl --fail-with-body --silent --show-error "$gateway/gm0344/intake/v1/contacts" \
    -H "Authorization: Bearer $system" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" --data @"$sample")
  jq . <<<"$answer"
  family=$(jq -r .familyId <<<"$answer")
  echo "Lotte, of the intake team on duty, reads the family view:"
  wait_for_family "$family" | show
  step=$((step + 1))
done

say "$step. Daan, of another team, asks for the same family"
daan=$(token -d grant_type=password -d client_id=development-cli -d username=daan -d password=geborgen)
curl --silent -H "Authorization: Bearer $daan" -H 'Processing-Activity: safety-assessment' \
  "$gateway/family-view/v1/families/$family" | jq .
