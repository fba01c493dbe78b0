import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import { eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { queueAtSchool } from './holds/queue-at-school.step.js';
import type { Hold } from './holds/rules/hold.js';
import { served } from './holds/rules/queue.js';
import { SchoolRulesFacts } from './policies/school-rules.facts.js';

/** What events and desks noted about holds has been looked at. */
export const nothingIsNoted = (service: ServiceForTests): Promise<void> =>
  eventually(async () => {
    const noted = await service.sql('select * from hold_review');
    if (noted.length > 0) throw new Error(`not looked at yet: ${JSON.stringify(noted)}`);
  }, 15_000);

/** What the lending rows must agree on, whatever happened; empty when they do. */
export async function disagreements(service: ServiceForTests): Promise<unknown[]> {
  await nothingIsNoted(service);
  return [...(await disagreeingRows(service)), ...(await unserved(service))];
}

/** Holds of readers who may borrow that wait though a copy lies free which serves them. */
async function unserved(service: ServiceForTests): Promise<unknown[]> {
  const places = await service.sql<{ title: TitleId; school: SchoolId; waiting: number }>(`
    select distinct h.title_id as title, h.pickup_school_id as school, t.waiting
    from hold h join title_queue t on t.title_id = h.title_id where h.status = 'waiting'`);
  const today = service.app.get(Clock).today();
  const holds = await service.app.get<Transaction>(Transaction).run(async (tx) => {
    const found: Hold[] = [];
    for (const { title, school, waiting } of places) {
      const queue = { titleId: title, waiting };
      const at = await queueAtSchool(tx, queue, school, today, await tx.use(SchoolRulesFacts).of(school));
      found.push(...served(at.waiting, at.free).map(({ hold }) => hold));
    }
    return found;
  });
  return holds.map(({ id }) => ({ what: 'waits while a copy lies free', id }));
}

const disagreeingRows = (service: ServiceForTests): Promise<unknown[]> =>
  service.sql(`
    select 'borrower counts' as what, b.borrower_id as id from borrower b
      left join (select coalesce(reader_id, class_id) as borrower_id, count(*) as n, array_agg(id order by id) as ids, array_agg(title_id order by id) as titles,
                        array_agg(due_on order by id) as dues,
                        array_agg(id order by id) filter (where mode = 'in-room') as in_room,
                        array_agg(id order by id) filter (where mode in ('corner', 'box')) as in_block
                 from loan where closed_how is null group by 1) l on l.borrower_id = b.borrower_id
      where b.open_loans <> coalesce(l.n, 0)
         or (select coalesce(array_agg(x order by x), '{}') from unnest(b.open_loan_ids) x) <> coalesce(l.ids, '{}')
         or (select coalesce(array_agg(t order by x), '{}') from unnest(b.open_loan_ids, b.open_title_ids) u(x, t))
            <> coalesce(l.titles, '{}')
         or (select coalesce(array_agg(d order by x), '{}') from unnest(b.open_loan_ids, b.open_dues) u(x, d))
            <> coalesce(l.dues, '{}')
         or (select coalesce(array_agg(x order by x), '{}') from unnest(b.in_room_ids) x) <> coalesce(l.in_room, '{}')
         or (select coalesce(array_agg(x order by x), '{}') from unnest(b.block_ids) x) <> coalesce(l.in_block, '{}')
    union all
    select 'compensation counts', b.borrower_id from borrower b
      where b.compensations_owed <> (select count(*) from compensation c where coalesce(c.reader_id, c.class_id) = b.borrower_id and c.status = 'owed')
    union all
    select 'a compensation for each loss', l.id from loan l left join compensation c on c.loan_id = l.id
      where (l.closed_how is not distinct from 'lost') <> (c.id is not null)
    union all
    select 'waits for a lost copy', h.id from hold h join lent_copy c on c.copy_id = h.wanted_copy_id
      where h.status = 'waiting' and c.state = 'lost'
    union all
    select 'wants a withdrawn copy', h.id from hold h
      join known_copy k on k.copy_id = h.wanted_copy_id
      where h.status in ('waiting', 'ready') and k.stock_state = 'withdrawn'
    union all
    select 'lies ready, and may not', h.id from hold h join known_copy k on k.copy_id = h.copy_id
      where h.status = 'ready' and (k.stock_state <> 'lendable' or k.kind = 'reference' or coalesce(
          (select a.at_school_id from away_copy a where a.copy_id = k.copy_id), k.school_id) <> h.pickup_school_id)
    union all
    select 'waits, though the reader left', h.id from hold h join known_reader r on r.reader_id = h.reader_id
      where h.status in ('waiting', 'ready') and r.standing = 'left'
    union all
    select 'waits for a title that was merged', h.id from hold h join known_title t on t.title_id = h.title_id
      where h.status in ('waiting', 'ready') and t.merged_into is not null
    union all
    select 'on the way without a way', c.copy_id from lent_copy c where c.state = 'in-transit' and not exists (
      select from copy_transfer t where t.copy_id = c.copy_id and t.status in ('requested', 'packed'))
    union all
    select 'a way of a copy that is not on it', t.copy_id from copy_transfer t join lent_copy c on c.copy_id = t.copy_id
      where t.status in ('requested', 'packed') and c.state <> 'in-transit'
    union all
    select 'away, and on its shelf', a.copy_id from away_copy a join lent_copy c on c.copy_id = a.copy_id
      where c.state = 'in'
    union all
    select 'asked for nobody', t.copy_id from copy_transfer t left join hold h on h.id = t.hold_id
      where t.why = 'hold' and t.status = 'requested' and h.status is distinct from 'waiting'
    union all
    select 'copy state', c.copy_id from lent_copy c left join loan l on l.copy_id = c.copy_id and l.closed_how is null
      where (c.state = 'on-loan') <> (l.id is not null) or (l.id is not null and c.loan_id is distinct from l.id)
    union all
    select 'hold counts', b.borrower_id from borrower b
      where b.open_holds <> (select count(*) from hold h where h.reader_id = b.borrower_id and h.status in ('waiting', 'ready'))
    union all
    select 'queue counts', t.title_id from title_queue t
      where t.waiting <> (select count(*) from hold h where h.title_id = t.title_id and h.status = 'waiting')
    union all
    select 'hold shelf', h.id from hold h left join lent_copy c on c.hold_id = h.id
      where (h.status = 'ready') <> (c.copy_id is not null) or (c.copy_id is not null and h.copy_id is distinct from c.copy_id)
    union all
    select 'copy versions', c.copy_id from lent_copy c
      where c.version <> (select count(*) from outbox o where o.topic = 'shulian.circulation.copy' and o.key = c.copy_id::text)
    union all
    select 'queue versions', t.title_id from title_queue t
      where t.version <> (select count(*) from outbox o where o.topic = 'shulian.circulation.hold' and o.key = t.title_id::text)`);
