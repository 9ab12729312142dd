-- What Intake holds of the families in temporary table seed: each with a child, a parent, a contact and the team on duty.
insert into persons (family_id, id, known_since, given_name, family_name, birth_date, needs_interpreter, version)
select family, child, received_at, 'Milan', 'de Groot', date '2009-01-01' + (number % 6000)::int, false, 1 from seed
union all
select family, parent, received_at, 'Petra', 'de Groot', date '1970-01-01' + (number % 9000)::int, false, 1 from seed;

insert into families (id, municipality, opened_at, went_into, version, next_clock_at, clocks, assignments)
select family, 'gm0344', received_at, '{}', 3, received_at + interval '5 days',
    jsonb_build_array(jsonb_build_object('Id', clock, 'Term', 'keyWorkerAssignment', 'Unit', 'WorkingDays', 'Owner', 'KeyWorker',
        'StartedAt', received_at, 'WarnAt', received_at + interval '5 days', 'DueAt', received_at + interval '7 days')),
    jsonb_build_array(jsonb_build_object('Id', duty, 'Relation', 'dutyTeam', 'Team', 'gm0344-intake', 'Organisation', 'gm0344', 'From', received_at))
from seed;

insert into memberships (family_id, person_id, "from", role, recorded_at)
select family, child, received_at::date, 'Child', received_at from seed
union all
select family, parent, received_at::date, 'Parent', received_at from seed;

insert into involvements (id, family_id, municipality, service, relation, team, organisation, "from", version)
select duty, family, 'gm0344', 'intake', 'dutyTeam', 'gm0344-intake', 'gm0344', received_at, 2 from seed;

-- One in a thousand waits so long that its worker is warned.
insert into contacts (id, family_id, municipality, kind, channel, received_at, registered_at, status, sender, place_keys, version, next_clock_at, clocks, statements)
select contact, family, 'gm0344', 'Concern', 'System', received_at, received_at, 'Received', 'gm0344-case-system', '{}', 1, warn_at,
    jsonb_build_array(jsonb_build_object('Id', gen_random_uuid(), 'Term', 'triage', 'Unit', 'WorkingDays', 'Owner', 'KeyWorker',
        'StartedAt', received_at, 'WarnAt', warn_at, 'DueAt', received_at + interval '7 days')),
    jsonb_build_array(jsonb_build_object('Id', gen_random_uuid(), 'Place', 1, 'Kind', 'Observation', 'Author', 'Reporter',
        'Text', 'Milan kwam deze maand zes keer zonder eten op school.', 'StatedAt', received_at, 'Contested', 'NotContested', 'ContestedAtSource', false,
        'Number', 1, 'Status', 'Standing', 'OwnStatementIds', '[]'::jsonb, 'Earlier', '[]'::jsonb, 'Contests', '[]'::jsonb, 'SharedWith', '[]'::jsonb))
from seed, lateral (select case when number % 1000 = 0 then received_at else received_at + interval '5 days' end as warn_at) warning;
