import { Injectable } from '@nestjs/common';
import { cursorOf, Lists, pageOf, type Page } from '@shulian/service-kit';
import { doubtOf } from '../classification/rules/doubtful-class.js';
import { BEFORE_ALL_IDS, placeAfter } from '../id-cursor.http.js';
import type { ClassWorkAsked, DoubtfulClassView, UnclassedTitleView } from './clc-classes.http.js';

/** Classes that are looked at in one statement, each by one step down an index, and statements for one page. */
const CLASSES_AT_ONCE = 2_000;
const MOST_STATEMENTS = 20;

/** The next class after one, and the next after that: as many steps as there are classes, however many titles each has. */
const CLASSES = (next: string): string => `
  with recursive class (clc) as (
    select (${next.replace('AFTER', '$1::text')})
    union all
    select (${next.replace('AFTER', 'class.clc')}) from class where class.clc is not null
  ) select clc from class where clc is not null limit ${String(CLASSES_AT_ONCE)}`;
const OF_COUNTY = CLASSES(
  'select t.clc from title t where t.merged_into is null and t.clc ~>~ AFTER order by t.clc using ~<~ limit 1',
);
const OF_SCHOOL = CLASSES(
  `select c.clc from copy c where c.school_id = $2 and c.stock_state <> 'withdrawn' and c.clc ~>~ AFTER
   order by c.clc using ~<~ limit 1`,
);

/** What is left to do about classes: those that can hardly be ones, and titles that have none. */
@Injectable()
export class ClassWorkQuery {
  constructor(private readonly lists: Lists) {}

  /** By class, as texts. A page may be shorter than asked for and yet have a next one: most classes are sound. */
  async doubtful(
    schoolId: string | null,
    { limit, cursor }: ClassWorkAsked,
  ): Promise<Page<DoubtfulClassView>> {
    let [after = ''] = placeAfter(cursor, { texts: 1, ids: 0 }) ?? [];
    const found: Omit<DoubtfulClassView, 'titles'>[] = [];
    let isAtEnd = false;
    for (let n = 0; n < MOST_STATEMENTS && found.length <= limit && !isAtEnd; n += 1) {
      const classes = await this.lists.rows<{ clc: string }>(
        schoolId === null ? OF_COUNTY : OF_SCHOOL,
        schoolId === null ? [after] : [after, schoolId],
      );
      for (const { clc } of classes) {
        const code = doubtOf(clc);
        if (code !== null) found.push({ clc, code });
      }
      after = classes.at(-1)?.clc ?? after;
      isAtEnd = classes.length < CLASSES_AT_ONCE;
    }
    const counted = await this.counted(found.slice(0, limit));
    const page = pageOf(
      found,
      limit,
      ({ clc, code }): DoubtfulClassView => ({ clc, code, titles: counted.get(clc) ?? 0 }),
      ({ clc }) => [clc],
    );
    if (page.nextCursor !== null || isAtEnd) return page;
    return {
      ...page,
      nextCursor: cursorOf([after]),
    };
  }

  private async counted(classes: readonly { readonly clc: string }[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.lists.rows<{ clc: string; titles: number }>(
      `select clc, count(*)::int as titles from title
       where clc = any($1::text[]) and merged_into is null group by clc`,
      [classes.map(({ clc }) => clc)],
    );
    return new Map(rows.map(({ clc, titles }) => [clc, titles]));
  }

  /** Titles of the county without a class; of a school, those its copies have none of. In the order of their ids. */
  async unclassed(
    schoolId: string | null,
    { limit, cursor }: ClassWorkAsked,
  ): Promise<Page<UnclassedTitleView>> {
    const [after = BEFORE_ALL_IDS] = placeAfter(cursor, { texts: 0, ids: 1 }) ?? [];
    const rows = await this.lists.rows<UnclassedTitleView>(
      `with asked as (${
        schoolId === null
          ? `select id from title where clc is null and merged_into is null and id > $1::uuid order by id limit $2`
          : `select distinct c.title_id as id from copy c
             where c.school_id = $3 and c.stock_state <> 'withdrawn' and c.clc is null and c.title_id > $1::uuid
             order by c.title_id limit $2`
      })
       select t.id, t.version, t.title, t.contributors, t.isbns, t.other_classes as "otherClasses",
         coalesce((select array_agg(distinct c.call_number) from copy c where c.title_id = t.id and c.call_number is not null), '{}')
           as "callNumbers"
       from asked a join title t on t.id = a.id order by t.id`,
      schoolId === null ? [after, limit + 1] : [after, limit + 1, schoolId],
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }
}
