import { Injectable } from '@nestjs/common';
import { idAfter, Lists, pageOf, refuseCursor, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type {
  CopyGap,
  GapLine,
  GapsAsked,
  TitleGap,
  UnclearCopiesAsked,
  UnclearCopyView,
  UnclearIssueView,
  UnclearTitlesAsked,
  UnclearTitleView,
} from './registration.http.js';

/** What is lacking where the condition holds, in the order in which it is told. */
const COPY_GAP: Readonly<Record<CopyGap, string>> = {
  class: 'c.clc is null',
  'call-number': 'c.call_number is null',
  price: 'c.price_fen is null',
  place: '(c.location_id is null and c.location is null)',
};
const TITLE_GAP: Readonly<Record<TitleGap, string>> = {
  class: 't.clc is null',
  kind: 't.kind is null',
  contributors: `t.contributors = '{}'`,
  publisher: 't.publisher is null',
  year: 't.published_year is null',
};
const ISSUE_GAP = {
  processing: 'r.processed_on is null',
  class: 't.clc is null',
  issn: 's.issn is null',
  'shelf-number': 'n.number is null',
} as const;

const lacks = (gaps: Readonly<Record<string, string>>): string =>
  `array_remove(array[${Object.entries(gaps)
    .map(([gap, missing]) => `case when ${missing} then '${gap}' end`)
    .join(', ')}], null) as lacks`;
const any = (gaps: Readonly<Record<string, string>>): string => `(${Object.values(gaps).join(' or ')})`;
/** One line for all, then one for each gap, of what is counted together. */
const counted = (of: string, gaps: Readonly<Record<string, string>>, from: string): string => `
  select v.of, v.gap, v.count::int as count
  from (select count(*) as everything, ${Object.entries(gaps)
    .map(([gap, missing]) => `count(*) filter (where ${missing}) as "${gap}"`)
    .join(', ')} ${from}) k
  cross join lateral (values ('${of}', 'all', k.everything), ${Object.keys(gaps)
    .map((gap) => `('${of}', '${gap}', k."${gap}")`)
    .join(', ')}) as v(of, gap, count)`;

const STANDING = `c.school_id = $1 and c.stock_state <> 'withdrawn'`;
const ISSUES = `from serial_receipt r join serial_issue i on i.id = r.issue_id join serial s on s.title_id = i.title_id
  join title t on t.id = s.title_id
  left join serial_shelf_number n on n.school_id = r.school_id and n.title_id = s.title_id
  where r.school_id = $1 and r.processed_on is null`;
const GAPS = [
  counted('copies', COPY_GAP, `from copy c where ${STANDING}`),
  counted(
    'titles',
    TITLE_GAP,
    // Looked up one by one: a school has few of the titles of the county.
    `from (select distinct c.title_id from copy c where ${STANDING}) h
     cross join lateral (select clc, kind, contributors, publisher, published_year from title where id = h.title_id offset 0) t`,
  ),
  counted('issues', ISSUE_GAP, ISSUES),
].join(' union all ');

/** What of the stock of a school is not clear (CAT-043): nothing that is counted twice, nothing that nobody has written down. */
@Injectable()
export class RegistrationQuery {
  constructor(private readonly lists: Lists) {}

  async gaps({ cursor }: GapsAsked, schoolId: SchoolId): Promise<Page<GapLine>> {
    refuseCursor(cursor);
    return { items: await this.lists.rows<GapLine>(GAPS, [schoolId]), nextCursor: null };
  }

  async copies(input: UnclearCopiesAsked, schoolId: SchoolId): Promise<Page<UnclearCopyView>> {
    const which = input.lacks === undefined ? any(COPY_GAP) : `${any(COPY_GAP)} and ${COPY_GAP[input.lacks]}`;
    const rows = await this.lists.rows<UnclearCopyView>(
      `select c.id as "copyId", c.barcode, c.accession_number as "accessionNumber", t.title, c.call_number as "callNumber",
         ${lacks(COPY_GAP)}
       from copy c join title t on t.id = c.title_id
       where ${STANDING} and ${which} and ($2::uuid is null or c.id > $2) order by c.id limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ copyId }) => [copyId],
    );
  }

  /** The titles of a school in the order of their ids, those of them that have a gap. */
  async titles(input: UnclearTitlesAsked, schoolId: SchoolId): Promise<Page<UnclearTitleView>> {
    const which = input.lacks === undefined ? any(TITLE_GAP) : TITLE_GAP[input.lacks];
    const rows = await this.lists.rows<UnclearTitleView>(
      `select h.title_id as "titleId", t.title, h.copies, ${lacks(TITLE_GAP)}
       from (select c.title_id, count(*)::int as copies from copy c
             where ${STANDING} and ($2::uuid is null or c.title_id > $2) group by c.title_id) h
         join title t on t.id = h.title_id
       where ${which} order by h.title_id limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ titleId }) => [titleId],
    );
  }

  async issues(input: GapsAsked, schoolId: SchoolId): Promise<Page<UnclearIssueView>> {
    const rows = await this.lists.rows<UnclearIssueView>(
      `select r.id as "receiptId", s.title_id as "titleId", t.title, i.label as issue, r.received_on::text as "receivedOn",
         ${lacks(ISSUE_GAP)}
       ${ISSUES} and ($2::uuid is null or r.id > $2) order by r.id limit $3`,
      [schoolId, idAfter(input.cursor), input.limit + 1],
    );
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ receiptId }) => [receiptId],
    );
  }
}
