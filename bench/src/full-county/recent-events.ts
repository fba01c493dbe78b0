import { serviceNames } from '@shulian/contracts/services';
import type { Client } from 'pg';

/** The log of the last 30 days: loans, returns and losses, in the order of their moments; told and digested long ago. */
const RECENT = `
  create table bench.told as
  with lately as (
    select l.*, k.version - (l.closed_how is not null)::int as lent_version, k.version
    from circulation.loan l join reporting.known_loan k on k.loan_id = l.id
    where l.loaned_on > bench.today() - 30 or l.closed_on > bench.today() - 30
  ), facts as (
    select 'shulian.circulation.loan.checked-out.v1' as type, loaned_at as at, lent_version as version, l as loan,
           jsonb_build_object('checkedOutAt', loaned_at) as further
    from lately l where loaned_on > bench.today() - 30
    union all
    select case closed_how when 'lost' then 'shulian.circulation.copy.lost.v1' else 'shulian.circulation.loan.returned.v1' end,
           closed_at, version, l,
           case closed_how when 'lost' then jsonb_build_object('lostOn', closed_on)
             else jsonb_build_object('returnedOn', closed_on, 'returnedAt', closed_at, 'returnedToSchoolId', closed_school_id,
               'daysLate', greatest(0, closed_on - due_on), 'next', 'shelf') end
    from lately l where closed_on > bench.today() - 30
  ), numbered as (select f.*, row_number() over (order by at, (loan).copy_id) as n from facts f)
  select n, type, at, (loan).copy_id::text as key, (loan).lending_school_id as school_id,
         bench.id(extract(epoch from at)::bigint * 1000, 12, n) as event_id,
         abs(hashtext((loan).copy_id::text)) % 8 as part,
         json_build_object('specversion', '1.0', 'id', bench.id(extract(epoch from at)::bigint * 1000, 12, n),
           'source', '/shulian/circulation', 'type', type, 'subject', (loan).copy_id, 'partitionkey', (loan).copy_id, 'time', at,
           'datacontenttype', 'application/json', 'dataschema', 'https://shulian.example/schemas/' || type || '.schema.json',
           'aggregateversion', version, 'schoolid', (loan).lending_school_id, 'correlationid', (loan).id,
           'data', jsonb_build_object('loanId', (loan).id, 'copyId', (loan).copy_id, 'titleId', (loan).title_id,
             'borrower', json_build_object('kind', 'reader', 'id', (loan).reader_id), 'mode', 'individual',
             'readerId', (loan).reader_id, 'lendingSchoolId', (loan).lending_school_id, 'owningSchoolId', (loan).owning_school_id,
             'readerSchoolId', (loan).reader_school_id, 'readerKind', (loan).reader_kind, 'classId', (loan).class_id,
             'grade', (loan).grade, 'clc', (loan).clc, 'loanedOn', (loan).loaned_on, 'dueOn', (loan).due_on, 'renewals', 0)
             || further)::text as payload
  from numbered`;

const LOG = `
  insert into bus.log (topic, part, "offset", event_id, key, type, payload, at)
  select p.topic, p.part, p.next_offset + row_number() over (partition by p.part order by t.n) - 1, t.event_id, t.key, t.type,
    t.payload::json, t.at
  from bench.told t join bus.part p on p.topic = 'shulian.circulation.copy' and p.part = t.part`;
const LENGTHS = `
  update bus.part p set next_offset = p.next_offset + t.told
  from (select part, count(*) as told from bench.told group by part) t
  where p.topic = 'shulian.circulation.copy' and p.part = t.part`;
/** The gateway shows the last 7 days. */
const FEED = `
  with first as (select last_position as position from gateway.feed_counter)
  insert into gateway.event_feed (position, event_id, type, school_id, event, received_at)
  select first.position + row_number() over (order by t.n), t.event_id, t.type, t.school_id, t.payload, t.at
  from bench.told t cross join first where t.at > bench.today() - 7`;
const FEED_END =
  'update gateway.feed_counter set last_position = (select coalesce(max(position), 0) from gateway.event_feed)';
const READ = `update bus.grp g set committed = p.next_offset from bus.part p where p.topic = g.topic and p.part = g.part`;

/** The positions of the rooms of a service, beside what they have digested. */
const positionsOf = (service: string): string => `
  insert into ${service}.digested_position as d (handler, topic, part, next_offset, log_id, last_event_id)
  select g.grp, g.topic, g.part, p.next_offset, (select id from bus.identity)::text,
    (select l.event_id from bus.log l where l.topic = p.topic and l.part = p.part and l."offset" = p.next_offset - 1)
  from bus.grp g join bus.part p using (topic, part)
  where g.grp like 'shulian.${service}.%' and p.next_offset > 0
  on conflict (handler, topic, part) do update set next_offset = excluded.next_offset, last_event_id = excluded.last_event_id`;

/** After this every group has read all there is. */
export const tellRecentEvents = async (client: Client, said: (what: string) => void): Promise<void> => {
  await client.query("set timezone = 'UTC'");
  const positions = serviceNames.filter((name) => name !== 'readers').map(positionsOf);
  for (const statement of [RECENT, LOG, LENGTHS, FEED, FEED_END, READ, ...positions])
    await client.query(statement);
  const { rows } = await client.query<{ told: number }>('select count(*)::int as told from bench.told');
  said(`${rows[0]?.told ?? 0} events of the last 30 days`);
};
