import { serviceNames } from '@shulian/contracts/services';
import type { Client } from 'pg';

const everyOutbox = serviceNames
  .map((name) => `select event_id, topic, key, agg_version, published_at from ${name}.outbox`)
  .join(' union all ');
const everyInbox = serviceNames
  .map((name) => `select handler, event_id, topic from ${name}.inbox`)
  .join(' union all ');

/** Events that are not sent, or that one of their readers has not digested; 0 when everything has come to rest. */
export const waitingEvents = async (client: Client, onKafka: boolean): Promise<number> => {
  // On Kafka nobody keeps a list of who listens to what: a handler listens to the topics it has heard from.
  const listens = onKafka
    ? `select distinct handler, topic from every_inbox`
    : `select distinct grp as handler, topic from bus.grp`;
  const { rows } = await client.query<{ waiting: string }>(
    `with every_outbox as materialized (${everyOutbox}), every_inbox as materialized (${everyInbox}),
       listens as (${listens})
     select (select count(*) from every_outbox where published_at is null)
          + (select count(*) from listens l join every_outbox o using (topic))
          - (select count(*) from listens l join every_inbox i using (handler, topic)) as waiting`,
  );
  return Number(rows[0]?.waiting ?? -1);
};

export type Violation = { readonly invariant: string; readonly what: string };

type Check = { readonly invariant: string; readonly says: string; readonly sql: string };

/** Each selects what must not be: no row, no violation. A row is shown as it is. */
const checks = (onKafka: boolean): Check[] => [
  {
    invariant: 'I1',
    says: 'a copy is on two open loans',
    sql: `select copy_id, count(*) from circulation.loan where closed_how is null group by 1 having count(*) > 1`,
  },
  {
    invariant: 'I1',
    says: 'the state of a copy and its open loan disagree',
    sql: `select c.copy_id, c.state, c.loan_id, l.id from circulation.lent_copy c
          full join (select * from circulation.loan where closed_how is null) l using (copy_id)
          where c.loan_id is distinct from l.id`,
  },
  ...serviceNames.map((name) => ({
    invariant: 'I3',
    says: `versions of the events of one key in ${name} are not 1 to n`,
    sql: `select topic, key, count(*), min(agg_version), max(agg_version) from ${name}.outbox
          group by 1, 2 having count(*) <> max(agg_version) or min(agg_version) <> 1`,
  })),
  {
    invariant: 'I3',
    says: 'the version of a copy is not the number of its events',
    sql: `select c.copy_id, c.version, o.events from circulation.lent_copy c
          full join (select key::uuid as copy_id, count(*) as events from circulation.outbox
                     where topic = 'shulian.circulation.copy' group by 1) o using (copy_id)
          where coalesce(c.version, 0) <> coalesce(o.events, 0)`,
  },
  {
    invariant: 'I3',
    says: 'loans, renewals and returns are not their events',
    sql: `select * from (
            select (select count(*) from circulation.loan)
                 - (select count(*) from circulation.outbox where type = 'shulian.circulation.loan.checked-out.v1') as lent,
                   (select coalesce(sum(renewals), 0) from circulation.loan)
                 - (select count(*) from circulation.outbox where type = 'shulian.circulation.loan.renewed.v1') as renewed,
                   (select count(*) from circulation.loan where closed_how = 'returned')
                 - (select count(*) from circulation.outbox where type = 'shulian.circulation.loan.returned.v1') as returned
          ) d where (lent, renewed, returned) <> (0, 0, 0)`,
  },
  ...(onKafka
    ? []
    : [
        {
          invariant: 'I4',
          says: 'outbox and log are not the same events',
          sql: `select o.event_id as sent, l.event_id as logged from (${everyOutbox}) o
                full join (select l.* from bus.log l join bus.part using (topic, part) where kept_for is null) l
                  using (event_id, topic) where o.event_id is null or l.event_id is null limit 5`,
        },
        {
          invariant: 'I4',
          says: 'a handler has not digested exactly the events of its topics',
          sql: `with every_outbox as materialized (${everyOutbox}), every_inbox as materialized (${everyInbox}),
                listens as (select distinct grp as handler, topic from bus.grp)
                select handler, count(o.event_id) as announced, count(i.event_id) as digested
                from (select l.handler, o.event_id from listens l join every_outbox o using (topic)) o
                full join every_inbox i using (handler, event_id)
                where o.event_id is null or i.event_id is null group by handler`,
        },
        {
          invariant: 'I6',
          says: 'the log has the events of a key in another order than their versions',
          sql: `select topic, key from (
                  select topic, key, (payload->>'aggregateversion')::int as version,
                    row_number() over (partition by topic, key order by "offset") as place
                  from bus.log join bus.part using (topic, part) where kept_for is null) v
                where version <> place limit 5`,
        },
        {
          invariant: 'I7',
          says: 'offsets of a partition are not 0 to n-1',
          sql: `select p.topic, p.part, p.next_offset, count(l."offset"), min(l."offset"), max(l."offset") from bus.part p
                left join bus.log l using (topic, part) where p.kept_for is null group by 1, 2, 3
                having count(l."offset") <> p.next_offset
                  or (p.next_offset > 0 and (min(l."offset") <> 0 or max(l."offset") <> p.next_offset - 1))`,
        },
        {
          invariant: 'I7',
          says: 'a group stands beyond the end of a partition, or before it after the drain',
          sql: `select g.grp, g.topic, g.part, g.committed, p.next_offset from bus.grp g
                join bus.part p using (topic, part) where p.kept_for is null and g.committed <> p.next_offset`,
        },
      ]),
  ...(onKafka
    ? [
        {
          invariant: 'I4',
          says: 'a handler has not digested exactly the events of the topics it listens to',
          sql: `with every_outbox as materialized (${everyOutbox}), every_inbox as materialized (${everyInbox}),
                listens as (select distinct handler, topic from every_inbox)
                select handler, count(o.event_id) as announced, count(i.event_id) as digested
                from (select l.handler, o.event_id from listens l join every_outbox o using (topic)) o
                full join every_inbox i using (handler, event_id)
                where o.event_id is null or i.event_id is null group by handler`,
        },
      ]
    : []),
  {
    invariant: 'I4',
    says: 'the gateway, which hears everything, has not digested exactly what was announced',
    sql: `select o.event_id as announced, i.event_id as digested from (${everyOutbox}) o
          full join gateway.inbox i using (event_id) where o.event_id is null or i.event_id is null limit 5`,
  },
  {
    invariant: 'I5',
    says: 'reporting knows a loan otherwise than the ledger',
    sql: `select l.id, l.closed_how, l.due_on, l.renewals, k.loan_id as known, k.state, k.due_on as known_due,
            k.renewals as known_renewals
          from circulation.loan l full join reporting.known_loan k on k.loan_id = l.id
          where l.id is null or k.loan_id is null or k.state <> coalesce(l.closed_how, 'open')
             or k.due_on <> l.due_on or k.renewals <> l.renewals or k.closed_on is distinct from l.closed_on`,
  },
  {
    invariant: 'I5',
    says: 'the sums of a school and day in reporting are not those of the ledger',
    sql: `select * from (
            select school_id, starts_on as day, sum(loans) as loans, sum(returns) as returns
            from reporting.lending_sum where grain = 'day' group by 1, 2) r
          full join (
            select school_id, day, sum(lent) as loans, sum(came) as returns from (
              select lending_school_id as school_id, loaned_on as day, 1 as lent, 0 as came from circulation.loan
              union all
              select lending_school_id, closed_on, 0, 1 from circulation.loan where closed_how = 'returned') e
            group by 1, 2) l using (school_id, day)
          where coalesce(r.loans, 0) <> coalesce(l.loans, 0) or coalesce(r.returns, 0) <> coalesce(l.returns, 0)`,
  },
  {
    invariant: 'I5',
    says: 'renewals in reporting are not those of the ledger',
    sql: `select * from (select (select coalesce(sum(renewals), 0) from reporting.lending_sum where grain = 'month') as counted,
            (select coalesce(sum(renewals), 0) from circulation.loan) as renewed) r where counted <> renewed`,
  },
  {
    invariant: 'I5',
    says: 'sums in reporting are not what they would be if they were made anew',
    sql: 'select * from reporting.differing_sums() where differing > 0',
  },
  {
    invariant: 'I5',
    says: 'the catalogue believes a copy elsewhere than circulation has it',
    sql: `select c.copy_id, c.state, k.state as known from circulation.lent_copy c
          left join catalog.known_lending k using (copy_id) where c.state <> coalesce(k.state, 'in')`,
  },
  {
    invariant: 'I10',
    says: 'what is counted of a borrower is not what is open',
    sql: `select b.borrower_id, b.open_loans, l.open, b.open_loan_ids from circulation.borrower b
          full join (select coalesce(reader_id, class_id) as borrower_id, count(*)::int as open, array_agg(id order by id) as ids
                     from circulation.loan where closed_how is null group by 1) l using (borrower_id)
          where coalesce(b.open_loans, 0) <> coalesce(l.open, 0)
             or (select array_agg(x order by x) from unnest(b.open_loan_ids) as x) is distinct from l.ids`,
  },
  {
    invariant: 'I10',
    says: 'a student has more open loans than the county allows (5)',
    sql: `select reader_id, count(*) from circulation.loan where closed_how is null and reader_id is not null group by 1 having count(*) > 5`,
  },
  ...serviceNames.map((name) => ({
    invariant: 'I13',
    says: `${name} has parked events (records that are none are looked at by themselves)`,
    sql: `select handler, type, error from ${name}.parked_event where resolved_at is null and event_id is not null limit 5`,
  })),
  {
    invariant: 'I14',
    says: 'a session holds an advisory lock that is not a relay’s, or a service has two',
    sql: `select a.application_name, count(*) from pg_locks l join pg_stat_activity a using (pid)
          where l.locktype = 'advisory' group by 1
          having count(*) > 1 or a.application_name not like 'shulian-%-relay'`,
  },
  {
    invariant: 'I14',
    says: 'a session is idle in a transaction',
    sql: `select application_name, state_change from pg_stat_activity
          where state like 'idle in transaction%' and state_change < clock_timestamp() - interval '3 seconds'`,
  },
];

export const violationsOfLedger = async (client: Client, onKafka: boolean): Promise<Violation[]> => {
  const found: Violation[] = [];
  for (const { invariant, says, sql } of checks(onKafka)) {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    if (rows.length > 0)
      found.push({ invariant, what: `${says}: ${rows.length} times, first ${JSON.stringify(rows[0])}` });
  }
  return found;
};
