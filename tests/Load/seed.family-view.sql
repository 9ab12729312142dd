-- The skeletons of the families in temporary table seed.
insert into families (family_id, municipality, opened_at, version)
select family, 'gm0344', received_at, 1 from seed;

insert into members (family_id, person_id, role, "from", version)
select family, child, 'child', received_at::date, 1 from seed
union all
select family, parent, 'parent', received_at::date, 1 from seed;

insert into contacts (contact_id, family_id, kind, received_at, version)
select contact, family, 'concern', received_at, 1 from seed;

insert into clocks (clock_id, family_id, stream, term, started_at, warn_at, due_at, version, timing_version, pause_version)
select clock, family, family, 'keyWorkerAssignment', received_at, received_at + interval '5 days', received_at + interval '7 days', 3, 3, 0
from seed;

insert into involvements (id, family_id, municipality, service, relation, team, organisation, "from", version)
select duty, family, 'gm0344', 'intake', 'dutyTeam', 'gm0344-intake', 'gm0344', received_at, 2 from seed;

insert into timeline (event_id, family_id, at, service, name, municipality, stream, version)
select gen_random_uuid(), family, received_at, 'intake', event.name, 'gm0344', family, event.version
from seed, (values ('family-opened', 1), ('involvement-started', 2), ('clock-started', 3)) as event(name, version)
union all
select gen_random_uuid(), family, received_at, 'intake', 'contact-registered', 'gm0344', contact, 1 from seed;
