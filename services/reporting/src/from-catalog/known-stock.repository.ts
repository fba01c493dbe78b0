import { sql, statement, statementOf, unnested, type Rows, type Tx } from '@shulian/service-kit';
import type { CopyAccessionedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { Change } from '../sums/rules/change.js';
import { oneEachTime } from '../sums/rules/one-each-time.js';
import { SumsRepository } from '../sums/sums.repository.js';

/** A copy as an accession or a change tells it; only the accession says how it came. */
type Known = Pick<CopyAccessionedV1, 'data' | 'aggregateversion'> & { readonly day: CalendarDay };

/** Titles are counted over all copies of a title, so whoever changes the stock does so alone. */
const ALONE = statement('known-copy.alone', `select pg_advisory_xact_lock(hashtext('reporting.stock'))`);
const TITLES = statement(
  'known-copy.titles',
  `select unnest($2::uuid[]) as title_id
   union select title_id from known_copy where copy_id = any($1)
   union select title_id from former_copy where copy_id = any($1)`,
);
const CHANGES = statement(
  'stock-change.of-titles',
  `select school_id, main_class, day::text, sum(copies)::int as copies, sum(titles)::int as titles,
          sum(value_fen)::float8 as value_fen
   from stock_change where title_id = any($1) group by 1, 2, 3`,
);
const MOVEMENTS = statement(
  'movement-change.of-copies',
  `select school_id, movement, day::text, count(*)::int as copies, sum(value_fen)::float8 as value_fen
   from copy_movement where copy_id = any($1) group by 1, 2, 3`,
);
/** What was so before stays known, up to the day of the change. A withdrawal ends what is so, and begins nothing. */
const KNOW = statementOf<readonly Known[]>('known-copy.know', (value) => {
  const column = (of: (known: Known) => unknown) => value((told: readonly Known[]) => told.map(of));
  const told = unnested([
    ['uuid', column(({ data }) => data.copyId)],
    ['uuid', column(({ data }) => data.schoolId)],
    ['uuid', column(({ data }) => data.titleId)],
    ['text', column(({ data }) => data.clc)],
    ['text', column(({ data }) => data.kind)],
    ['bigint', column(({ data }) => data.priceFen)],
    ['date', column(({ data }) => data.accessionedOn)],
    ['date', column(({ day }) => day)],
    ['text', column(({ data }) => data.stockState)],
    ['text', column(({ data }) => data.source ?? 'not-recorded')],
    ['int', column(({ aggregateversion }) => aggregateversion)],
  ]);
  return sql`with told as (
     select t.*, k.copy_id is null as fresh
     from ${told}
       as t(copy_id, school_id, title_id, clc, kind, price_fen, accessioned_on, day, stock_state, source, version)
     left join known_copy k using (copy_id)
   ), written as (
     insert into known_copy as k (copy_id, school_id, title_id, clc, kind, price_fen, since, until, version, lendable,
       stock_state, entered_on, entered_at, source, repair_began)
     select copy_id, school_id, title_id, clc, kind, price_fen, case when fresh then accessioned_on else day end,
            case when stock_state = 'withdrawn' then day end, version, stock_state = 'lendable', stock_state, accessioned_on,
            school_id, source, case when stock_state = 'repair' then array[day] end
     from told order by copy_id
     on conflict (copy_id) do update set school_id = excluded.school_id, title_id = excluded.title_id,
       clc = excluded.clc, kind = excluded.kind, price_fen = excluded.price_fen, version = excluded.version,
       lendable = case when excluded.until is null then excluded.lendable else k.lendable end,
       stock_state = excluded.stock_state,
       left_why = case when excluded.until is null then null else k.left_why end,
       repair_began = case when excluded.stock_state = 'repair' and k.stock_state <> 'repair'
                           then coalesce(k.repair_began, '{}') || excluded.since else k.repair_began end,
       repair_ended = case when k.stock_state = 'repair' and excluded.stock_state not in ('repair', 'withdrawn')
                           then coalesce(k.repair_ended, '{}') || excluded.since else k.repair_ended end,
       until = case when excluded.until is null then null else coalesce(k.until, excluded.until) end,
       since = case
         when (k.school_id, k.title_id, k.clc, k.price_fen, k.kind, k.lendable or excluded.until is not null,
               k.until is not null and excluded.until is null)
              is distinct from (excluded.school_id, excluded.title_id, excluded.clc, excluded.price_fen, excluded.kind,
                                excluded.lendable or excluded.until is not null, false)
         then greatest(k.since, excluded.since) else k.since end
     where k.version < excluded.version
     returning old.copy_id, old.since, least(old.until, new.since) as until, old.school_id, old.title_id,
       old.main_class, old.price_fen, old.kind, old.lendable
   )
   insert into former_copy (copy_id, since, until, school_id, title_id, main_class, price_fen, kind, lendable)
   select copy_id, since, until, school_id, title_id, main_class, price_fen, kind, lendable from written where since < until`;
});
const WITHDRAW = statement(
  'known-copy.withdraw',
  `update known_copy k set until = t.withdrawn_on, left_why = t.why, stock_state = 'withdrawn', version = t.version
   from unnest($1::uuid[], $2::date[], $3::int[], $4::text[]) as t(copy_id, withdrawn_on, version, why)
   where k.copy_id = t.copy_id and k.version < t.version`,
);
const LOSE = statement(
  'lost-copy.lose',
  `insert into lost_copy as k (copy_id, lost, version)
   select copy_id, datemultirange(daterange(day, null)), version
   from unnest($1::uuid[], $2::date[], $3::int[]) as t(copy_id, day, version) order by copy_id
   on conflict (copy_id) do update set version = excluded.version,
     lost = case when upper_inf(k.lost) then k.lost else k.lost + excluded.lost end
   where k.version < excluded.version`,
);
const FIND = statement(
  'lost-copy.find',
  `update lost_copy k set lost = k.lost - datemultirange(daterange(t.day, null)), version = t.version
   from unnest($1::uuid[], $2::date[], $3::int[]) as t(copy_id, day, version)
   where k.copy_id = t.copy_id and k.version < t.version`,
);

const LOST = statement(
  'lost-copy.lost',
  'select copy_id from lost_copy where copy_id = any($1) and upper_inf(lost)',
);

type Dated = { readonly copyId: string; readonly day: CalendarDay; readonly version: number };
/** One of the four. */
type StockFact = {
  readonly id: string;
  readonly copy?: Known;
  readonly withdrawn?: Dated & { readonly why: string };
  readonly lost?: Dated;
  readonly found?: Dated;
};

/** The stock: the copies with what they were before, and the days on which they were lost. Written before the commit, with the sums. */
export class KnownStockRepository {
  private readonly told: StockFact[] = [];
  private readonly titles = new Set<string>();

  private readonly sums: SumsRepository;

  constructor(
    private readonly rows: Rows,
    tx: Tx,
  ) {
    this.sums = tx.use(SumsRepository);
    tx.beforeCommit(() => this.settle());
  }

  /** @param day on which it was said */
  knowCopy(event: Pick<CopyAccessionedV1, 'data' | 'aggregateversion'>, day: CalendarDay): void {
    this.titles.add(event.data.titleId);
    this.told.push({ id: event.data.copyId, copy: { ...event, day } });
  }

  withdraw({ data, aggregateversion: version }: Pick<CopyWithdrawnV1, 'data' | 'aggregateversion'>): void {
    const { copyId, withdrawnOn: day, why } = data;
    this.told.push({ id: copyId, withdrawn: { copyId, day, version, why } });
  }

  lose(lost: Dated): void {
    this.told.push({ id: lost.copyId, lost });
  }

  /** The copy is in somebody's hands: lent, brought back, put aside. Of interest only where it is known to be lost. */
  find(found: Dated): void {
    this.told.push({ id: found.copyId, found });
  }

  private async settle(): Promise<void> {
    const facts = await this.withoutNeverLost();
    if (facts.length === 0) return;
    await this.rows.rows(ALONE);
    const copies = [...new Set(facts.map(({ id }) => id))];
    const known = await this.rows.rows<{ title_id: string }>(TITLES, [copies, [...this.titles]]);
    const titles = known.map(({ title_id }) => title_id);
    await this.count(copies, titles, -1);
    for (const round of oneEachTime(facts, ({ id }) => id)) {
      await this.know(round.flatMap(({ copy }) => copy ?? []));
      await this.strike(round.flatMap(({ withdrawn }) => withdrawn ?? []));
      await this.date(
        LOSE,
        round.flatMap(({ lost }) => lost ?? []),
      );
      await this.date(
        FIND,
        round.flatMap(({ found }) => found ?? []),
      );
    }
    await this.count(copies, titles, 1);
  }

  /** What the copies and titles count for now, taken away before they are written and added after. */
  private async count(copies: readonly string[], titles: readonly string[], times: 1 | -1): Promise<void> {
    this.sums.add('stock', await this.rows.rows<Change>(CHANGES, [titles]), times);
    this.sums.add('movements', await this.rows.rows<Change>(MOVEMENTS, [copies]), times);
  }

  /** Nearly all copies that are lent were never lost: those change nothing, and must not make anybody wait. */
  private async withoutNeverLost(): Promise<StockFact[]> {
    const inHand = this.told.flatMap(({ id, found }) => (found === undefined ? [] : id));
    if (inHand.length === 0) return this.told;
    const known = await this.rows.rows<{ copy_id: string }>(LOST, [inHand]);
    const lost = new Set([
      ...known.map(({ copy_id }) => copy_id),
      ...this.told.flatMap((fact) => (fact.lost === undefined ? [] : fact.id)),
    ]);
    return this.told.filter(({ id, found }) => found === undefined || lost.has(id));
  }

  private async know(told: readonly Known[]): Promise<void> {
    if (told.length > 0) await this.rows.rows(...KNOW.with(told));
  }

  private async strike(told: readonly (Dated & { readonly why: string })[]): Promise<void> {
    if (told.length === 0) return;
    await this.rows.rows(WITHDRAW, [
      told.map(({ copyId }) => copyId),
      told.map(({ day }) => day),
      told.map(({ version }) => version),
      told.map(({ why }) => why),
    ]);
  }

  private async date(what: typeof LOSE, told: readonly Dated[]): Promise<void> {
    if (told.length === 0) return;
    await this.rows.rows(what, [
      told.map(({ copyId }) => copyId),
      told.map(({ day }) => day),
      told.map(({ version }) => version),
    ]);
  }
}
