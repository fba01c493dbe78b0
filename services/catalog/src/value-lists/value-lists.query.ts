import { Injectable } from '@nestjs/common';
import { cursorOf, Lists, pageOf, type Page } from '@shulian/service-kit';
import { placeAfter } from '../id-cursor.http.js';
import type { OffListAsked, OffListValue, ValueListName, ValueListView } from './value-lists.http.js';

/** Values that are looked at in one statement, each by one step down an index, and statements for one page. */
const VALUES_AT_ONCE = 2_000;
const MOST_STATEMENTS = 20;

/** The next value after one, and the next after that; a column of our own, of which there is an index. */
const VALUES = (column: ValueListName): string => `
  with recursive each_value (value) as (
    select (select t.${column} from title t where t.merged_into is null and t.${column} > $1::text order by t.${column} limit 1)
    union all
    select (select t.${column} from title t where t.merged_into is null and t.${column} > each_value.value
            order by t.${column} limit 1)
    from each_value where each_value.value is not null
  ) select value from each_value where value is not null limit ${String(VALUES_AT_ONCE)}`;
const COUNTED = (column: ValueListName): string =>
  `select ${column} as value, count(*)::int as titles from title
   where merged_into is null and ${column} = any($1::text[]) group by 1`;

/** Lists of values, and what titles say that is in none. */
@Injectable()
export class ValueListsQuery {
  constructor(private readonly lists: Lists) {}

  async read(name: ValueListName): Promise<ValueListView> {
    const [view] = await this.lists.rows<ValueListView>(
      'select name, version, entries as values from value_list where name = $1',
      [name],
    );
    return view ?? { name, version: 0, values: [] };
  }

  /** By value. A page may be shorter than asked for and yet have a next one: most values are in the list. */
  async offList({ list, limit, cursor }: OffListAsked): Promise<Page<OffListValue>> {
    const known = new Set((await this.read(list)).values);
    let [after = ''] = placeAfter(cursor, { texts: 1, ids: 0 }) ?? [];
    const found: string[] = [];
    let isAtEnd = false;
    for (let n = 0; n < MOST_STATEMENTS && found.length <= limit && !isAtEnd; n += 1) {
      const values = await this.lists.rows<{ value: string }>(VALUES(list), [after]);
      found.push(...values.flatMap(({ value }) => (known.has(value) ? [] : [value])));
      after = values.at(-1)?.value ?? after;
      isAtEnd = values.length < VALUES_AT_ONCE;
    }
    const counted = await this.lists.rows<OffListValue>(COUNTED(list), [found.slice(0, limit)]);
    const titles = new Map(counted.map((row) => [row.value, row.titles]));
    const page = pageOf(
      found,
      limit,
      (value): OffListValue => ({ value, titles: titles.get(value) ?? 0 }),
      (value) => [value],
    );
    return page.nextCursor !== null || isAtEnd ? page : { ...page, nextCursor: cursorOf([after]) };
  }
}
