#!/usr/bin/env bash
# What a newcomer does first, while deploy/run.sh runs: a municipality's case system sends three contacts, Lotte of the
# intake team on duty reads each family as the family view shows it and does what a working day asks of her, and Rosa of
# the regional team takes over where it is her turn.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export TZ=Europe/Amsterdam
base=${GEBORGEN_PORT_BASE:-8080}
gateway=http://localhost:$base
tokens=http://localhost:$((base + 1))/realms/geborgen/protocol/openid-connect/token
bold='' dim='' plain=''
[ ! -t 1 ] || { bold=$(tput bold) dim=$(tput dim) plain=$(tput sgr0); } 2>/dev/null || true

say() { printf '\n%s%s%s\n' "$bold" "$1" "$plain"; }

token() { curl --fail --silent --show-error "$tokens" "$@" | jq -r .access_token; }

read_as_lotte() {
  curl --fail --silent -H "Authorization: Bearer $lotte" "$gateway$1"
}

# [activity=ACTIVITY] as TOKEN [curl options] PATH
as() {
  local token=$1
  shift
  curl --fail-with-body --silent --show-error -H "Authorization: Bearer $token" ${activity:+-H "Processing-Activity: $activity"} "${@:1:$#-1}" "$gateway${!#}"
}

# change TOKEN READ_PATH PATH BODY [METHOD]: on the version that is there now. A term that warns or runs out in
# between makes a new version: then it is read again.
change() {
  local etag code answer
  answer=$(mktemp)
  for _ in 1 2 3 4 5; do
    etag=$(as "$1" --output /dev/null --dump-header - "$2" | sed -n 's/^[Ee][Tt]ag: *\(.*\)\r$/\1/p')
    code=$(as "$1" --output "$answer" --write-out '%{http_code}' -X "${5:-POST}" -H "If-Match: $etag" \
      -H 'Content-Type: application/json' --data "$4" "$3") || [ "$code" != 412 ] && break
  done
  cat "$answer"
  rm "$answer"
  [[ $code == 2* ]]
}

# investigate BELOW BODY [METHOD]: Rosa does something in the investigation
investigate() { change "$rosa" "$investigation/investigations/$asked" "$investigation/investigations/$asked/$1" "$2" "${3:-POST}"; }

# as_of_today SAMPLE: it arrives now, and what it tells of moves along by whole weeks, so that Milan stays eleven years old
# and the birth that is expected is still to come.
as_of_today() {
  jq --arg now "$(date -u +%FT%TZ)" '
    (($now | fromdate) - (.receivedAt | fromdate)) as $later | ($later - $later % 604800) as $moved
    | walk(if type != "string" then .
        elif test("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") then . + "T00:00:00Z" | fromdate + $moved | strftime("%Y-%m-%d")
        elif test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$") then fromdate + $moved | todate
        else . end)
    | .receivedAt = $now' "$1"
}

# [activity=ACTIVITY] wait_for TOKEN PATH JQ_CONDITION
wait_for() {
  local until=$((SECONDS + 60)) answer
  while ((SECONDS < until)); do
    answer=$(as "$1" "$2" 2>/dev/null) && jq -e "$3" <<<"$answer" >/dev/null && echo "$answer" && return
    sleep 0.2
  done
  echo "It did not come so far within a minute: $2 $3" >&2
  return 1
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
      agreement: "afspraak", keyWorker: "vast gezicht", dutyTeam: "team van dienst", cover: "waarnemer",
      keyWorkerAssignment: "een vast gezicht krijgen", triage: "besluiten wat volgt", tellingThoseConcerned: "betrokkenen inlichten",
      emergencyReceipt: "ontvangst door het regionale team", emergencyFollowUp: "handelen op dezelfde dag", investigation: "onderzoek",
      regionalTeam: "regionaal team", investigator: "onderzoeker", assigningTeam: "toewijzend team", decision: "besluit", statement: "verklaring", safetyAgreement: "einde van een veiligheidsafspraak",
      informalSupport: "steun uit het netwerk", conclusion: "conclusie", contested: "betwist", running: "loopt", received: "ontvangen",
      raised: "gemeld", underway: "loopt", first: "eerste", extended: "uitgebreid", localSupport: "hulp door het lokale team",
      voluntarySupport: "vrijwillige hulp", dossierHandover: "het dossier overdragen", missingPartsMadeUp: "aanvullen wat ontbrak",
      rebuttal: "reageren op het concept", granted: "toegekend", refused: "afgewezen",
      sourceTelling: "vertellen wie er is bevraagd", dataBreachNotification: "beoordelen of het datalek wordt gemeld", dataBreach: "datalek",
      notKnowingReview: "opnieuw kijken naar wat niemand weet", notKnowing: "wat niemand weet", withholdingReview: "opnieuw kijken of inzage kan",
      answered: "beantwoord", counterExpertise: "contra-expertise", measureAdvised: "een maatregel wordt gevraagd", conditionsNeeded: "hulp met voorwaarden",
      noFurtherAction: "niets meer nodig", acuteDanger: "acuut gevaar", keyWorkerWish: "wens voor een ander vast gezicht", duo: "duopartner", open: "loopt", over: "voorbij", police: "politie", school: "school" };
    def nl: words[.] // .;
    def moment: sub("[.][0-9]+Z$"; "Z") | fromdate;
    def clock: moment | strflocaltime("%d-%m-%Y %H:%M");
    def day_before: moment - 1 | strflocaltime("%d-%m-%Y");
    def who: [.givenName, .familyName] | map(select(.)) | join(" ") | if . == "" then "naam onbekend" else . end;
    def source(f): if .status == "read" then f elif .status == "notReachableNow" then "  (nu niet bereikbaar)" else "  (niet voor u)" end;
    "\($bold)Gezin \(.id)\($plain)",
    "Wie horen erbij",
    (.expanded.members | source(
      (if (.items | length) == 0 then "  nog niemand bij naam bekend" else empty end),
      (.items[] | "  \(who)"
        + ", \(.role | nl)"
        + (if .birthDate then ", geboren \(.birthDate)" elif .dueDate then ", verwacht \(.dueDate)" else "" end)))),
    "Wat er gezegd is",
    (.expanded.contacts | source(.items[] |
      "  \($dim)\(.kind | nl), ontvangen \(.receivedAt | clock)\(if .reporter then ", \(.reporter.role | nl)\(if .reporter.shielded then " (afgeschermd)" else "" end)" else "" end)\($plain)",
      (.whereabouts | select(.) | "  plaats: \([.street, .houseNumber, .postalCode, .town, .description] | map(select(.)) | join(" "))"),
      (.statements[] | "  \(.author | nl)\(if .kind then " (\(.kind | nl))" else "" end)\(if .contested == "contested" then " [betwist]" else "" end): \(.text)"))),
    "Wie er betrokken zijn: \(.faceCount) gezichten, \(.organisationCount) organisaties",
    (.involved[] | "  \(.relation | nl): \(.team // .worker), \(.organisation), sinds \(.from | clock)"),
    "Lopende termijnen",
    (.clocks[] | "  \(.term | nl): uiterlijk \(.dueAt | day_before)"),
    (.expanded.investigations | select(.) | source(.items[] |
      "Onderzoek (\(.kind | nl)), sinds \(.openedAt | clock)",
      (.statements[] | "  \(.author | nl)\(if .kind then " (\(.kind | nl))" else "" end)\(if .contested == "contested" then " [betwist]" else "" end): \(.text)"),
      (.reports[0] | select(.) | "  Verslag, \(if .finalAt then "definitief" else "concept" end):", (.parts[] | "    \(.title): \(.text)"),
        "    Wat niemand weet: \(.whatStaysUnknown)"),
      (.conclusion | select(.) | "  Conclusie: \(.outcome | nl). \(.explanation)"))),
    (if (.matters | length) > 0 then "Wat er loopt en besloten is" else empty end),
    (.expanded.members.items as $members | .matters[]
      | (.detail as $person | if .kind == "acuteDanger" then ($members[]? | select(.personId == $person) | who + ", " + (.role | nl)) else .detail end) as $detail
      | "  \(.kind | nl)\(if $detail then " (\($detail | nl))" else "" end): \(.state | nl), \(.stateAt | clock)")'
}

say "1. The case system of Utrecht takes a token"
system=$(token -d grant_type=client_credentials -d client_id=gm0344-case-system -d client_secret=development-only)
lotte=$(token -d grant_type=password -d client_id=development-cli -d username=lotte -d password=geborgen)
echo "It is valid for five minutes."

step=2 families=() contacts=()
for sample in samples/*.json; do
  say "$step. It sends $sample"
  answer=$(curl --fail-with-body --silent --show-error "$gateway/gm0344/intake/v1/contacts" \
    -H "Authorization: Bearer $system" -H 'Content-Type: application/json' \
    -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" --data "$(as_of_today "$sample")")
  jq . <<<"$answer"
  family=$(jq -r .familyId <<<"$answer")
  families+=("$family") contacts+=("$(jq -r .id <<<"$answer")")
  echo "Lotte, of the intake team on duty, reads the family view:"
  wait_for_family "$family" | show
  step=$((step + 1))
done

intake=/gm0344/intake/v1 investigation=/gm0344/investigation/v1
rosa=$(token -d grant_type=password -d client_id=development-cli -d username=rosa -d password=geborgen)
read_family() { read_as_lotte "/family-view/v1/families/$1?expand=members,contacts" | show; }

say "$step. The mother who asked for help: Lotte decides on support by the own network, and grandmother helps"
change "$lotte" "$intake/contacts/${contacts[0]}" "$intake/contacts/${contacts[0]}/triage" '{ "outcome": "informalSupport",
  "decision": { "explanation": "U vraagt zelf om hulp en oma wil bijspringen. Daarom krijgt u hulp van uw eigen mensen. Wij bellen u over twee weken.", "familyAgrees": true } }' | jq '{status, outcome: .triage.outcome, remedy: .triage.decision.remedy}'
change "$lotte" "$intake/families/${families[0]}" "$intake/families/${families[0]}/informal-supports" \
  "{ \"who\": \"Oma\", \"what\": \"Haalt de kinderen op dinsdag en donderdag uit school.\", \"from\": \"$(date +%F)\" }" | jq '{who, what}'
step=$((step + 1))

say "$step. The school's report: the mother disputes what the school thinks, and Lotte asks for an investigation"
opinion=$(as "$lotte" "$intake/contacts/${contacts[1]}" | jq -r '[.statements[] | select(.kind == "opinion")][0].id')
change "$lotte" "$intake/contacts/${contacts[1]}" "$intake/contacts/${contacts[1]}/statements/$opinion/contests" \
  '{ "part": "content", "reason": "Moeder: er kijkt wel degelijk iemand naar hem om." }' | jq '[.statements[] | {kind, contested}]'
change "$lotte" "$intake/contacts/${contacts[1]}" "$intake/contacts/${contacts[1]}/triage" '{ "outcome": "investigation",
  "questions": [ { "text": "Hoe ziet een gewone ochtend van Milan eruit, in zijn eigen woorden?" } ],
  "decision": { "reason": "School en ouders zien iets anders en Milan zelf is nog niet gehoord.", "alternatives": "Hulp zonder onderzoek; daarvoor is te weinig bekend.",
    "explanation": "Wij willen samen met u uitzoeken wat er aan de hand is. U en Milan vertellen ieder uw eigen verhaal." } }' | jq '{status, outcome: .triage.outcome}'
echo "It is on the work list of the regional team, which reads the questions where they are kept:"
asked=$(wait_for "$rosa" "$investigation/families/${families[1]}/investigations" '.items | length == 1' | jq -r '.items[0].id')
wait_for "$rosa" "$investigation/investigations/$asked/questions" '.questions | length == 1' | jq '.questions'
step=$((step + 1))

say "$step. Rosa investigates: everybody's own words first, each source with the family's knowledge"
now=$(date -u +%FT%TZ)
read -r child mother father < <(as "$lotte" "$intake/families/${families[1]}/members" |
  jq -r '[(.items[] | select(.role == "child").personId), (.items[] | select(.givenName == "Petra").personId), (.items[] | select(.givenName == "Wouter").personId)] | join(" ")')
investigate investigator "{ \"account\": \"$(jq -r '.users[] | select(.username == "rosa").id' keycloak/geborgen-users-0.json)\" }" >/dev/null
investigate plan '{ "approach": "Wij spreken eerst Milan, daarna ieder van de ouders, en samen met hen de school.", "questions": [ "Wie is er \u0027s ochtends thuis?" ] }' PUT >/dev/null
investigate sources "{ \"name\": \"Jeugdarts\", \"about\": \"Groei en slaap\", \"familyKnows\": true, \"consultedOn\": \"$(date +%F)\" }" >/dev/null
investigate voices "{ \"personId\": \"$child\", \"kind\": \"observation\", \"text\": \"Ik sta zelf op. Papa slaapt dan nog. Ontbijt hoef ik niet, dat is stom.\", \"statedAt\": \"$now\",
  \"spokenBy\": \"Rosa, regionaal team\", \"manner\": \"Thuis op zijn kamer, met tekenen erbij.\" }" >/dev/null
investigate voices "{ \"personId\": \"$mother\", \"kind\": \"observation\", \"text\": \"Na een nachtdienst ben ik om acht uur thuis; dan is hij al weg.\", \"statedAt\": \"$now\",
  \"spokenBy\": \"Rosa, regionaal team\", \"manner\": \"Thuis aan tafel.\" }" >/dev/null
investigate voices "{ \"personId\": \"$father\", \"kind\": \"opinion\", \"text\": \"Een jongen van elf kan best zelf zijn brood smeren.\", \"statedAt\": \"$now\",
  \"spokenBy\": \"Rosa, regionaal team\", \"manner\": \"Aan de telefoon.\" }" >/dev/null
echo "Milan agrees that his parents hear what he said; the talk and the safety check are recorded:"
heard=$(as "$rosa" "$investigation/investigations/$asked" | jq -r '.statements[] | select(.author == "child").id')
for parent in "$mother" "$father"; do
  investigate "statements/$heard/sharings" "{ \"personId\": \"$parent\", \"talkedWithChildOn\": \"$(date +%F)\",
    \"safetyCheck\": \"Milan is niet bang voor hun reactie.\" }" |
    jq -c '.statements[] | select(.author == "child").sharedWith | map(.safetyCheck)'
done
echo "What a part of the report rests on, each of its readers knows: the parents hear what the other said, and Milan hears it too:"
for statement in $(as "$rosa" "$investigation/investigations/$asked" | jq -r '.statements[] | select(.author == "parent").id'); do
  for reader in "$child" "$mother" "$father"; do
    investigate "statements/$statement/sharings" "{ \"personId\": \"$reader\" }" >/dev/null
  done
done
said=$(as "$rosa" "$investigation/investigations/$asked" | jq -c '[.statements[].id]')
investigate report "{ \"parts\": [ { \"title\": \"Een gewone ochtend\", \"text\": \"Milan staat alleen op. Zijn ouders zijn er, maar slapen of komen net thuis.\", \"statements\": $said } ],
  \"whatStaysUnknown\": \"Waarom Milan op koude dagen geen jas draagt, weten wij niet.\" }" PUT >/dev/null
investigate report/presentations '{}' | jq -c '.reports[0].presentations[] | {parts, whatStaysUnknown}'
echo "Milan is eleven: he gets a talk about it, and no paper."
investigate report/talks "{ \"personId\": \"$child\", \"spokenOn\": \"$(date +%F)\", \"spokenBy\": \"Rosa, regionaal team\",
  \"manner\": \"Op zijn kamer, met zijn eigen tekening erbij.\" }" | jq -c '.reports[0].presentations[] | select(.talk).talk'
echo "The family answers the draft; the answer stands beside it:"
for person in "$child:observation:Het klopt." "$mother:opinion:Er staat niet bij dat ik het rooster niet kan kiezen." "$father:opinion:Ik wil wel eerder opstaan."; do
  IFS=: read -r who kind text <<<"$person"
  investigate rebuttals "{ \"personId\": \"$who\", \"kind\": \"$kind\", \"text\": \"$text\", \"statedAt\": \"$now\" }" >/dev/null
done
investigate report/final '{}' | jq '.statements as $said | [.rebuttals[] | .statementId as $id | $said[] | select(.id == $id).text]'
investigate conclusion '{ "outcome": "voluntarySupport", "familyAgrees": true,
  "explanation": "Milan is veilig. De ochtenden kunnen anders, en dat wilt u zelf ook. Daarom krijgt u hulp met de ochtenden. Bent u het er niet mee eens? Dan kunt u een klacht indienen." }' |
  jq '{status, outcome: .conclusion.outcome, missing}'
step=$((step + 1))

say "$step. The night emergency: safety agreements first; the regional team has received it"
emergency=$(activity=emergency-response as "$lotte" "$intake/families/${families[2]}/emergencies" | jq -r '.items[0].id')
activity=emergency-response as "$lotte" -H 'Content-Type: application/json' --data "{ \"who\": \"Vader\", \"what\": \"Slaapt bij zijn broer.\",
  \"until\": \"$(date -u -d '+3 days' +%FT%TZ)\", \"agreedBy\": [ \"Moeder\", \"Vader\" ] }" "$intake/emergencies/$emergency/safety-agreements" | jq '.safetyAgreements'
wait_for "$lotte" "$intake/emergencies/$emergency" '.receivedAt != null' | jq '{status, raisedAt, receivedAt}'
activity=emergency-response wait_for "$rosa" "$investigation/emergencies" "any(.items[]; .emergencyId == \"$emergency\")" | jq '.items[0]'
echo "Forms after: the child whose name nobody knows yet is in acute danger, and the region investigates:"
unnamed=$(change "$lotte" "$intake/families/${families[2]}" "$intake/families/${families[2]}/members" '{ "role": "child" }' | jq -r .personId)
change "$lotte" "$intake/contacts/${contacts[2]}" "$intake/contacts/${contacts[2]}/acute-dangers" "{ \"personId\": \"$unnamed\",
  \"ground\": \"Het kind stond alleen op de galerij terwijl er binnen werd gevochten.\", \"judgedBy\": \"Wachtcommandant, politie Midden-Nederland\" }" | jq '.acuteDangers'
change "$lotte" "$intake/contacts/${contacts[2]}" "$intake/contacts/${contacts[2]}/triage" '{ "outcome": "investigation",
  "questions": [ { "text": "Wie wonen er op dit adres, en wat maken de kinderen mee?" } ],
  "decision": { "reason": "Er is geweld en wij weten nog niet wie er wonen.", "alternatives": "Alleen hulp; daarvoor is te weinig bekend.",
    "explanation": "Wij willen weten of iedereen bij u thuis veilig is. Wij komen daarover met u praten." } }' | jq '{status, outcome: .triage.outcome}'
wait_for "$rosa" "$investigation/families/${families[2]}/investigations" '.items | length == 1' | jq '.items[0] | {status, children, clocks: [.clocks[].term]}'
step=$((step + 1))

say "$step. What waits for the team on duty: terms that come near their end, and the families for which a key worker is sought"
as "$lotte" "$intake/terms?view=team&limit=5" | jq -c 'if .items == [] then "no term comes near its end" else .items[] | {key, of, dueAt, overdue} end'
as "$lotte" "/family-view/v1/families?withoutKeyWorker=true&limit=3" | jq -c '.items[] | {id, municipality, relation, keyWorker}'
step=$((step + 1))

say "$step. At the end of the day each family shows what was decided and what runs"
wait_for "$lotte" "/family-view/v1/families/${families[1]}" 'any(.matters[]; .kind == "investigation" and .state == "voluntarySupport")' >/dev/null
for family in "${families[@]}"; do
  read_family "$family"
done
step=$((step + 1))

say "$step. Lotte becomes the key worker of the investigated family and reads what everybody said and what was concluded"
lotte=$(token -d grant_type=password -d client_id=development-cli -d username=lotte -d password=geborgen)
change "$lotte" "$intake/families/${families[1]}" "$intake/families/${families[1]}/key-worker" \
  "{ \"worker\": { \"account\": \"$(jq -r '.users[] | select(.username == "lotte").id' keycloak/geborgen-users-0.json)\" } }" | jq '{keyWorker: .keyWorker.name}'
wait_for "$lotte" "/family-view/v1/families/${families[1]}?expand=members,contacts,emergencies,investigations" \
  'all(.expanded[]; .status == "read")' | show
step=$((step + 1))

say "$step. Daan, of another team, asks for the same family"
daan=$(token -d grant_type=password -d client_id=development-cli -d username=daan -d password=geborgen)
answer=$(curl --silent -H "Authorization: Bearer $daan" "$gateway/family-view/v1/families/${families[1]}")
jq . <<<"$answer"
[ "$(jq .status <<<"$answer")" = 404 ]

say "Played to the end: ${#families[@]} families and a working day. Daan read nothing, as it should be."
