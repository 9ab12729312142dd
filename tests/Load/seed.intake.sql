-- What Intake holds of the families in temporary table seed: each with a child, a parent, a contact and the team on duty.
insert into persons (id, municipality, given_name, family_name, birth_date)
select child, 'gm0344', 'Milan', 'de Groot', date '2015-03-02' from seed
union all
select parent, 'gm0344', 'Petra', 'de Groot', date '1986-11-08' from seed;

insert into families (id, municipality, opened_at, version)
select family, 'gm0344', received_at, 3 from seed;

insert into family_clocks (id, term, unit, started_at, warn_at, due_at, owner_id)
select clock, 'keyWorkerAssignment', 'WorkingDays', received_at, received_at + interval '5 days', received_at + interval '7 days', family
from seed;

insert into memberships (family_id, person_id, "from", role)
select family, child, received_at::date, 'Child' from seed
union all
select family, parent, received_at::date, 'Parent' from seed;

insert into assignments (id, relation, team, organisation, "from", family_id)
select duty, 'dutyTeam', 'gm0344-intake', 'gm0344', received_at, family from seed;

insert into involvements (id, family_id, municipality, service, relation, team, organisation, "from", version)
select duty, family, 'gm0344', 'intake', 'dutyTeam', 'gm0344-intake', 'gm0344', received_at, 2 from seed;

insert into contacts (id, family_id, municipality, kind, channel, received_at, registered_at, status, sender, version)
select contact, family, 'gm0344', 'Concern', 'System', received_at, received_at, 'Received', 'gm0344-case-system', 1 from seed;

insert into contact_statements (id, place, kind, author, text, stated_at, contested, number, status, owner_id)
select gen_random_uuid(), 1, 'Observation', 'Reporter', 'Milan kwam deze maand zes keer zonder eten op school.', received_at, 'NotContested', 1, 'Standing', contact
from seed;

-- One in a thousand waits so long that its worker is warned.
insert into contact_clocks (id, term, unit, started_at, warn_at, due_at, owner_id)
select gen_random_uuid(), 'triage', 'WorkingDays', received_at,
    case when number % 1000 = 0 then received_at else received_at + interval '5 days' end, received_at + interval '7 days', contact
from seed;
