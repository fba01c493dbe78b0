import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { sql, statement, statementOf, unnested, type Rows } from '@shulian/service-kit';
import type { CopyFold } from './known-copy.projection.js';
import type { KnownCopy } from './known-copy.row.js';

/** Locked, because what is written follows from what was read; in the order of ids, whatever comes in a batch. */
const FIND = statement(
  'known-copy.find',
  `select copy_id as "copyId", title_id as "titleId", school_id as "schoolId", stock_state as "stockState", version,
          barcode, kind, clc, price_fen as "priceFen", call_number as "callNumber",
          accessioned_on::text as "accessionedOn", described_version as "describedVersion"
   from known_copy where copy_id = any($1::uuid[]) order by copy_id for update`,
);

/**
 * Also makes the rows that lending locks. A copy that is known can be lent, so its lock must be there before; and the
 * queue of its title, so that a return always finds something to lock.
 */
const KNOW = statementOf<readonly KnownCopy[]>('known-copy.know', (value) => {
  const column = (of: (copy: KnownCopy) => unknown) =>
    value((copies: readonly KnownCopy[]) => copies.map(of));
  const told = unnested([
    ['uuid', column(({ copyId }) => copyId)],
    ['uuid', column(({ titleId }) => titleId)],
    ['uuid', column(({ schoolId }) => schoolId)],
    ['text', column(({ stockState }) => stockState)],
    ['int', column(({ version }) => version)],
    ['text', column(({ barcode }) => barcode)],
    ['text', column(({ kind }) => kind)],
    ['text', column(({ clc }) => clc)],
    ['int', column(({ priceFen }) => priceFen)],
    ['int', column(({ describedVersion }) => describedVersion)],
    ['text', column(({ callNumber }) => callNumber)],
    ['date', column(({ accessionedOn }) => accessionedOn)],
  ]);
  return sql`with told as materialized (
     select * from ${told}
       as t(copy_id, title_id, school_id, stock_state, version, barcode, kind, clc, price_fen, described_version,
         call_number, accessioned_on)
   ), lendable as (insert into lent_copy (copy_id) select copy_id from told order by 1 on conflict do nothing
   ), queue as (insert into title_queue (title_id) select distinct title_id from told order by 1 on conflict do nothing)
   insert into known_copy (copy_id, title_id, school_id, stock_state, version, barcode, kind, clc, price_fen,
     described_version, call_number, accessioned_on)
   select * from told
   on conflict (copy_id) do update set title_id = excluded.title_id, school_id = excluded.school_id,
     stock_state = excluded.stock_state, version = excluded.version, barcode = excluded.barcode, kind = excluded.kind,
     clc = excluded.clc, price_fen = excluded.price_fen, described_version = excluded.described_version, call_number = excluded.call_number,
     accessioned_on = excluded.accessioned_on`;
});

/** Words of a title, and where it stands, each by the newest that was heard of it. */
const DESCRIBE_TITLE = statement(
  'known-title.describe',
  `insert into known_title as known (title_id, version, title, described_version) values ($1, $2, $3, $2)
   on conflict (title_id) do update set
     title = excluded.title, described_version = excluded.described_version,
     version = greatest(known.version, excluded.version)
   where known.described_version < excluded.described_version`,
);
const PLACE_TITLE = statement(
  'known-title.place',
  `insert into known_title as known (title_id, version, merged_into, merged_version) values ($1, $2, $3, $2)
   on conflict (title_id) do update set
     merged_into = excluded.merged_into, merged_version = excluded.merged_version,
     version = greatest(known.version, excluded.version)
   where known.merged_version < excluded.merged_version`,
);

/** Copies of a batch of events are gathered and written together, before its commit. */
export class KnownCopiesRepository {
  private readonly told = new Map<CopyId, CopyFold[]>();

  constructor(private readonly rows: Rows) {}

  /** Takes what an event says, as far as nothing newer is known. */
  change(id: CopyId, fold: CopyFold): void {
    this.told.set(id, [...(this.told.get(id) ?? []), fold]);
  }

  /** Writes what was told. @returns the copies that lending may do something else with now */
  async settle(): Promise<KnownCopy[]> {
    if (this.told.size === 0) return [];
    const ids = [...this.told.keys()].sort();
    const before = new Map(
      (await this.rows.rows<KnownCopy>(FIND, [ids])).map((known) => [known.copyId, known]),
    );
    const news = ids.flatMap((id) => {
      const known = before.get(id) ?? null;
      const now = (this.told.get(id) ?? []).reduce<KnownCopy | null>((copy, fold) => fold(copy), known);
      return now === null || isSame(now, known) ? [] : [now];
    });
    this.told.clear();
    if (news.length > 0) await this.rows.rows(...KNOW.with(news));
    return news.filter((now) => concernsLending(now, before.get(now.copyId)));
  }

  async describeTitle(titleId: TitleId, title: string, version: number): Promise<void> {
    await this.rows.rows(DESCRIBE_TITLE, [titleId, version, title]);
  }

  /** @param into the title that took its place; null: it stands by itself again */
  async placeTitle(titleId: TitleId, into: TitleId | null, version: number): Promise<void> {
    await this.rows.rows(PLACE_TITLE, [titleId, version, into]);
  }
}

const isSame = (now: KnownCopy, known: KnownCopy | null): boolean =>
  known !== null && now.version === known.version && now.describedVersion === known.describedVersion;

const concernsLending = (now: KnownCopy, known: KnownCopy | undefined): boolean =>
  (['titleId', 'schoolId', 'stockState', 'kind'] as const).some((field) => now[field] !== known?.[field]);
