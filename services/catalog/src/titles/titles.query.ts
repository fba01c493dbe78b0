import { Injectable } from '@nestjs/common';
import { Database, invalid, pageOf, unknownThing, type Page, type Rows } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { readIsbn } from './isbn.adapter.js';
import { titleKey, describedOnlyBy } from './rules/title.js';
import { DESCRIPTION_COLUMNS, toTitle, type TitleRow } from './title.row.js';
import { tsqueryOf } from './title-finding.use-case.js';
import {
  placeAfter,
  toTitleView,
  type HoldingView,
  type TitlesAsked,
  type TitleView,
} from './titles.http.js';

const COLUMNS = DESCRIPTION_COLUMNS.map(([column]) => `t.${column}`).join(', ');

/** A school's copies of a title: how many it has, and how many of them can be lent now. */
const HOLDINGS = `
  left join lateral (
    select json_agg(json_build_object('schoolId', s.school_id, 'copies', s.copies, 'available', s.available)
                    order by s.school_id) as holdings
    from (select c.school_id, count(*)::int as copies,
                 (count(*) filter (where c.stock_state = 'lendable' and coalesce(l.state, 'in') = 'in'))::int as available
          from copy c left join known_lending l on l.copy_id = c.id
          where c.title_id = t.id and c.stock_state <> 'withdrawn' and coalesce(l.state, 'in') <> 'lost'
          group by c.school_id) s
  ) h on true`;

type FoundRow = TitleRow & { readonly tier: number; readonly holdings: HoldingView[] | null };

/** The union catalogue: what is found carries the holdings of every school, in one statement. */
@Injectable()
export class TitlesQuery {
  constructor(private readonly database: Database) {}

  byId(id: TitleId): Promise<TitleView> {
    return titleView(this.database, id);
  }

  /** Best first: the title itself, titles that begin so, titles that hold the words together, all others; then by age. */
  async find(asked: TitlesAsked, schoolId: string | undefined): Promise<Page<TitleView>> {
    const values: unknown[] = [];
    const bound = (value: unknown): string => `$${String(values.push(value))}`;
    const conditions: string[] = [];

    const question = asked.q === undefined ? null : tsqueryOf(asked.q);
    let tier: string | null = null;
    if (question !== null) {
      conditions.push(`t.words @@ ${bound(question)}::tsquery`);
      const key = bound(titleKey(describedOnlyBy(asked.q ?? '')));
      tier = `case when t.title_key = ${key} then 0 when starts_with(t.title_key, ${key}) then 1
                   when position(${key} in t.title_key) > 0 then 2 else 3 end`;
    }
    if (schoolId !== undefined)
      conditions.push(`exists (select from copy c where c.title_id = t.id and c.school_id = ${bound(schoolId)}
        and c.stock_state <> 'withdrawn')`);
    if (asked.clc !== undefined && asked.clc.trim() !== '')
      conditions.push(`t.clc like ${bound(beginsWith(asked.clc))}`);
    if (asked.isbn !== undefined && asked.isbn.trim() !== '') {
      const isbn = readIsbn(asked.isbn);
      if (isbn === null) throw invalid({ pointer: '?isbn', code: 'isbn-invalid' });
      conditions.push(`t.isbns @> array[${bound(isbn.isbn13)}]`);
    }
    const after = placeAfter(asked.cursor);
    if (after !== null) {
      const [lastTier, lastId] = after;
      conditions.push(
        tier === null
          ? `t.id > ${bound(lastId)}::uuid`
          : `(${tier}, t.id) > (${bound(lastTier)}::int, ${bound(lastId)}::uuid)`,
      );
    }
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const rows = await this.database.rows<FoundRow>(
      `select t.id, t.version, ${COLUMNS}, t.tier, h.holdings
       from (select t.*, ${tier ?? '0'} as tier from title t ${where} order by ${tier === null ? '' : `${tier}, `}t.id limit ${bound(asked.limit + 1)}) t
       ${HOLDINGS} order by t.tier, t.id`,
      values,
    );
    return pageOf(
      rows,
      asked.limit,
      (row) => toTitleView(toTitle(row), row.holdings ?? []),
      (row) => [row.tier, row.id],
    );
  }
}

/** A title with its holdings. @throws Problem 404 */
export const titleView = async (rows: Rows, id: TitleId): Promise<TitleView> => {
  const [row] = await rows.rows<FoundRow>(
    `select t.id, t.version, ${COLUMNS}, 0 as tier, h.holdings from title t ${HOLDINGS} where t.id = $1`,
    [id],
  );
  if (row === undefined) throw unknownThing();
  return toTitleView(toTitle(row), row.holdings ?? []);
};

/** A class number as kept (dots after every third digit) or its beginning, as a pattern. */
const beginsWith = (clc: string): string => {
  const plain = clc.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  const stem = /^([A-Z]+)([\d.]*)$/.exec(plain);
  const dotted =
    stem === null
      ? plain
      : `${stem[1] ?? ''}${((stem[2] ?? '').replaceAll('.', '').match(/\d{1,3}/g) ?? []).join('.')}`;
  return `${dotted.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
};
