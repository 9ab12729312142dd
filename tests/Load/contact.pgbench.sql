-- The rows that one POST of deploy/samples/2-school-twee-kanten.json commits at Intake, in one transaction: one
-- statement per table. A run of tests/Load counts them against a real POST.
\set turn :turn + 1
\set contact :turn * 1000 + :client_id
\set seq :contact * 3
begin;
insert into persons (family_id, id, known_since, given_name, family_name, birth_date, needs_interpreter, version, bsn_key_id, bsn_cipher, bsn_lookup) values
  (row_id(:contact, 4), row_id(:contact, 1), now(), 'Milan', 'de Groot', '2015-03-02', false, 1, 1, decode(repeat('a7', 37), 'hex'), sha256(int8send(:contact))),
  (row_id(:contact, 4), row_id(:contact, 2), now(), 'Petra', 'de Groot', '1986-11-08', false, 1, null, null, null),
  (row_id(:contact, 4), row_id(:contact, 3), now(), 'Wouter', 'Smit', null, false, 1, null, null, null);
insert into families (id, municipality, opened_at, went_into, version, next_clock_at, clocks, assignments) values
  (row_id(:contact, 4), 'gm0344', now(), '{}', 3, now() + interval '5 days',
    jsonb_build_array(term(row_id(:contact, 5), 'keyWorkerAssignment', 'WorkingDays', interval '5 days', interval '7 days')),
    jsonb_build_array(jsonb_build_object('Id', row_id(:contact, 6), 'Relation', 'dutyTeam', 'Team', 'gm0344-intake', 'Organisation', 'gm0344', 'From', now())));
insert into memberships (family_id, person_id, "from", role, recorded_at, born_on) values
  (row_id(:contact, 4), row_id(:contact, 1), current_date, 'Child', now(), '2015-03-02'),
  (row_id(:contact, 4), row_id(:contact, 2), current_date, 'Parent', now(), '1986-11-08'),
  (row_id(:contact, 4), row_id(:contact, 3), current_date, 'Parent', now(), null);
insert into involvements (id, family_id, municipality, service, relation, team, organisation, "from", version) values
  (row_id(:contact, 6), row_id(:contact, 4), 'gm0344', 'intake', 'dutyTeam', 'gm0344-intake', 'gm0344', now(), 2);
insert into contacts (id, family_id, municipality, kind, channel, received_at, registered_at, status, sender, place_keys, version, next_clock_at, clocks, reporter, statements) values
  (row_id(:contact, 7), row_id(:contact, 4), 'gm0344', 'Concern', 'System', now(), now(), 'Received', 'gm0344-case-system', '{}', 3, now() + interval '5 days',
    jsonb_build_array(term(row_id(:contact, 15), 'triage', 'WorkingDays', interval '5 days', interval '7 days'),
      term(row_id(:contact, 16), 'tellingThoseConcerned', 'Weeks', interval '22 days', interval '28 days')),
    jsonb_build_object('Role', 'school', 'Name', 'Basisschool De Zonnewijzer, intern begeleider', 'Shielded', true, 'Anonymous', false),
    jsonb_build_array(said(row_id(:contact, 8), 1, 'Observation', 'Reporter', 'Milan kwam deze maand zes keer zonder eten op school en droeg op drie koude dagen geen jas. Hij viel twee keer in slaap tijdens de les.'),
      said(row_id(:contact, 9), 2, 'Opinion', 'Reporter', 'Ik maak me zorgen dat er thuis niemand naar hem omkijkt.'),
      said(row_id(:contact, 10), 3, 'Reported', 'Parent', 'Moeder zegt dat Milan zelf geen ontbijt en geen jas wil, dat zij nachtdiensten draait en dat vader ''s ochtends in huis is. Zij vindt dat school overdrijft.')));
with logged as (
  insert into event_log (event_id, name, stream, version, family_id, municipality, body, trace, at) values
    (row_id(:contact, 11), 'family-opened', row_id(:contact, 4), 1, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "members": [{"from": "2026-11-20", "role": "child", "personId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d6e"}, {"from": "2026-11-20", "role": "parent", "personId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d6f"}, {"from": "2026-11-20", "role": "parent", "personId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d70"}], "version": 1, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "municipality": "gm0344"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now()),
    (row_id(:contact, 12), 'involvement-started', row_id(:contact, 4), 2, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "from": "2026-11-20T13:05:00.1234567+00:00", "team": "gm0344-intake", "until": null, "worker": null, "stream": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "version": 2, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "relation": "dutyTeam", "municipality": "gm0344", "organisation": "gm0344", "involvementId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d72"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now()),
    (row_id(:contact, 13), 'clock-started', row_id(:contact, 4), 3, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "term": "keyWorkerAssignment", "dueAt": "2026-11-27T23:00:00+00:00", "stream": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "warnAt": "2026-11-25T23:00:00+00:00", "clockId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d73", "version": 3, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "startedAt": "2026-11-20T13:05:00+00:00", "municipality": "gm0344"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now()),
    (row_id(:contact, 14), 'contact-registered', row_id(:contact, 7), 1, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "kind": "concern", "version": 1, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "contactId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d74", "receivedAt": "2026-11-20T13:05:00+00:00", "municipality": "gm0344"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now()),
    (row_id(:contact, 17), 'clock-started', row_id(:contact, 7), 2, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "term": "triage", "dueAt": "2026-11-27T23:00:00+00:00", "stream": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d74", "warnAt": "2026-11-26T09:00:00+00:00", "clockId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d75", "version": 2, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "startedAt": "2026-11-20T13:05:00+00:00", "municipality": "gm0344"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now()),
    (row_id(:contact, 18), 'clock-started', row_id(:contact, 7), 3, row_id(:contact, 4), 'gm0344', '{"at": "2026-11-20T13:05:00.1234567+00:00", "term": "tellingThoseConcerned", "dueAt": "2026-12-18T23:00:00+00:00", "stream": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d74", "warnAt": "2026-12-13T02:00:00+00:00", "clockId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d76", "version": 3, "familyId": "01993c6e-7d2a-7b11-9c3e-1f2a3b4c5d71", "startedAt": "2026-11-20T13:05:00+00:00", "municipality": "gm0344"}', '00-7584b06ba6d1372a3747f63205d2a9ed-b3aa81c468c5b956-01', now())
  returning id, stream, version)
insert into outbox (log_id, stream, version, until_version, attempts)
select min(id), stream, min(version), max(version), 0 from logged group by stream;
insert into access_log (seq, at, family_id, subject_id, account, client, role, organisation, relation, resource, action,
    activity, legal_basis, trace_id, span_id, salt, digest, prev_hash, hash)
select :seq::bigint + place, now(), row_id(:contact, 4), row_id(:contact, place), '5f0f2b1e-0c1d-4a53-9f4b-7c1f6a1b2c3d', 'gm0344-case-system',
    'municipal-system', 'gm0344', 'sameOrganisation', 'contact.register', 'write', 'contact-registration', 'jeugdwet-2.6',
    '7584b06ba6d1372a3747f63205d2a9ed', 'b3aa81c468c5b956', decode(repeat('5a', 16), 'hex'), sha256(int8send(:contact)), sha256(int8send(:contact)), sha256(int8send(:seq::bigint + place))
from generate_series(1, 3) as place;
commit;
