import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { KnownIssue } from '../rules/arrival.js';
import type { IssuePattern } from '../rules/issue-pattern.js';
import { fromIssue, ISSUE_COLUMNS, OF_SCHOOL, takenAt } from './issue.row.js';
import type { IssueView } from './issues.http.js';

/** Their patterns stay as they are until the transaction ends. */
const PATTERNS = statement(
  'issues.patterns',
  `select s.title_id as id, s.pattern from serial s
   where s.title_id = any($1::uuid[])
     and not exists (select from serial_issue i where i.title_id = s.title_id and i.year = $2 and i.first is not null)
   order by s.title_id for share of s`,
);
const EXPECT = statement(
  'issues.expect',
  `insert into serial_issue (id, title_id, year, first, last, label, due_on, missing_from)
   select w.id, w."titleId", w.year, w.first, w.last, w.label, w."dueOn", w."missingFrom"
   from jsonb_to_recordset($1::jsonb) as w(id uuid, "titleId" uuid, year int, first int, last int, label text, "dueOn" date,
     "missingFrom" date)
   on conflict on constraint serial_issue_once do nothing`,
);
const YEARS = statement(
  'issues.years',
  'select distinct year from serial_issue where title_id = $1 and year >= $2 and first is not null order by year',
);
const FORGET = statement(
  'issues.forget',
  `delete from serial_issue i where i.title_id = $1 and i.year = $2 and i.due_on > $3 and i.first is not null
     and not exists (select from serial_receipt c where c.issue_id = i.id)
     and not exists (select from serial_claim k where k.issue_id = i.id)`,
);
const LAST = statement(
  'issues.last',
  'select coalesce(max(last), 0)::int as last from serial_issue where title_id = $1 and year = $2',
);
const SERIALS = statement(
  'issues.serials',
  `select title_id as id, issn, postal_code as "postalCode" from serial
   where issn = any($1::text[]) or postal_code = any($2::text[])`,
);
/** What a school waits for or has of these serials, of this year and its neighbours. */
const NEAR = statement(
  'issues.near',
  `select i.id, i.title_id as "serialId", i.first, i.last, i.due_on::text as "dueOn", c.received_on::text as "receivedOn"
   ${fromIssue('$1')} where i.title_id = any($2::uuid[]) and i.year between $3::int - 1 and $3::int + 1 and ${OF_SCHOOL}`,
);
const TAKEN = statement(
  'issues.taken',
  `select distinct l.title_id as id from subscription_round r join subscription_line l on l.round_id = r.id
   where r.school_id = $1 and r.year = $2 and r.status = 'approved' and l.verdict = 'accept' and l.title_id = any($3::uuid[])`,
);
const SUPPLEMENT = statement(
  'issues.supplement',
  `insert into serial_issue as i (id, title_id, year, label, due_on, missing_from) values ($1, $2, $3, $4, $5, $5)
   on conflict on constraint serial_issue_once do update set label = excluded.label returning i.id`,
);
const VIEWS = statement(
  'issues.views',
  `select ${ISSUE_COLUMNS} ${fromIssue('$1')} where i.id = any($2::uuid[]) and (e.copies is not null or c.id is not null)`,
);
/** Who checks the same in twice finds it there; a number of copies that is said holds. */
const RECEIVE = statement(
  'issues.receive',
  `insert into serial_receipt as c (id, school_id, issue_id, copies, received_on, received_by, displayed_on)
   select w.id, $1, w."issueId", w.copies, $3, $4, case when $5 then $3::date end
   from jsonb_to_recordset($2::jsonb) as w(id uuid, "issueId" uuid, copies int, said boolean) order by w."issueId"
   on conflict on constraint serial_receipt_once do nothing returning issue_id as id`,
);
const COUNT_ANEW = statement(
  'issues.countAnew',
  `update serial_receipt c set copies = w.copies
   from jsonb_to_recordset($2::jsonb) as w("issueId" uuid, copies int, said boolean)
   where c.school_id = $1 and c.issue_id = w."issueId" and w.said`,
);
/** What was claimed and is there in full now was replaced; taken back, it is missing again. */
const REPLACED = statement(
  'issues.replaced',
  `update serial_claim k set state = 'replaced', ended_on = $3, ended_by = $4
   from serial_issue i ${takenAt('$1')} join serial_receipt c on c.issue_id = i.id and c.school_id = $1
   where k.school_id = $1 and k.issue_id = i.id and i.id = any($2::uuid[]) and k.state = 'claimed' and c.copies >= e.copies`,
);
const NOT_REPLACED = statement(
  'issues.notReplaced',
  `update serial_claim set state = 'claimed', ended_on = null, ended_by = null
   where school_id = $1 and issue_id = $2 and state = 'replaced'`,
);
const LOCK_RECEIPT = statement(
  'issues.lockReceipt',
  `select id, school_id as "schoolId", issue_id as "issueId", binding_id is not null as bound from serial_receipt where id = $1 for update`,
);
const UNDO = statement('issues.undo', 'delete from serial_receipt where id = $1');
const step = (name: string, column: string): ReturnType<typeof statement> =>
  statement(
    name,
    `update serial_receipt set ${column} = $3::date
     where school_id = $1 and id = any($2::uuid[]) and (${column} is null) = ($3::date is not null) returning id`,
  );
const STEPS = {
  processed: step('issues.process', 'processed_on'),
  displayed: step('issues.display', 'displayed_on'),
} as const;

export type IssueStep = keyof typeof STEPS;
export type Arrived = {
  readonly id: string;
  readonly issueId: string;
  readonly copies: number;
  /** Whether somebody counted them; else it is what was expected. */
  readonly said: boolean;
};
type Receipt = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly issueId: string;
  readonly bound: boolean;
};
type NewIssue = {
  readonly id: string;
  readonly titleId: TitleId;
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly label: string;
  readonly dueOn: CalendarDay;
  readonly missingFrom: CalendarDay;
};

/** Issues of serials, and what came of them to schools. */
export class IssuesRepository {
  constructor(private readonly session: Session) {}

  /** Of those that nothing is waited for in this year. */
  patternsWithout(
    ids: readonly TitleId[],
    year: number,
  ): Promise<{ readonly id: TitleId; readonly pattern: IssuePattern }[]> {
    return this.session.rows(PATTERNS, [ids, year]);
  }

  async expect(issues: readonly NewIssue[]): Promise<void> {
    if (issues.length > 0) await this.session.rows(EXPECT, [JSON.stringify(issues)]);
  }

  async yearsFrom(id: TitleId, year: number): Promise<number[]> {
    return (await this.session.rows<{ year: number }>(YEARS, [id, year])).map((row) => row.year);
  }

  /** What is due after a day and came nowhere. */
  async forgetAfter(id: TitleId, year: number, day: CalendarDay): Promise<void> {
    await this.session.rows(FORGET, [id, year, day]);
  }

  async lastNumber(id: TitleId, year: number): Promise<number> {
    return (await this.session.rows<{ last: number }>(LAST, [id, year]))[0]?.last ?? 0;
  }

  async serialsByNumber(
    issns: readonly string[],
    postalCodes: readonly string[],
  ): Promise<{ readonly id: TitleId; readonly issn: string | null; readonly postalCode: string | null }[]> {
    return this.session.rows(SERIALS, [issns, postalCodes]);
  }

  near(
    schoolId: SchoolId,
    serials: readonly TitleId[],
    year: number,
  ): Promise<(KnownIssue & { readonly serialId: TitleId })[]> {
    return this.session.rows(NEAR, [schoolId, serials, year]);
  }

  async takenOf(
    schoolId: SchoolId,
    serials: readonly TitleId[],
    year: number,
  ): Promise<ReadonlySet<TitleId>> {
    const rows = await this.session.rows<{ id: TitleId }>(TAKEN, [schoolId, year, serials]);
    return new Set(rows.map(({ id }) => id));
  }

  /** A supplement, once for all schools. */
  async supplement(
    id: string,
    serialId: TitleId,
    year: number,
    label: string,
    on: CalendarDay,
  ): Promise<string> {
    const [row] = await this.session.rows<{ id: string }>(SUPPLEMENT, [id, serialId, year, label, on]);
    if (row === undefined) throw new Error('a supplement that is written has an id');
    return row.id;
  }

  async views(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlyMap<string, IssueView>> {
    const rows = await this.session.rows<IssueView>(VIEWS, [schoolId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** @returns which were not there before */
  async receive(
    schoolId: SchoolId,
    arrived: readonly Arrived[],
    how: { readonly on: CalendarDay; readonly by: string; readonly displayed: boolean },
  ): Promise<ReadonlySet<string>> {
    if (arrived.length === 0) return new Set();
    const rows = JSON.stringify(arrived);
    const values = [schoolId, rows, how.on, how.by, how.displayed];
    const received = await this.session.rows<{ id: string }>(RECEIVE, values);
    await this.session.rows(COUNT_ANEW, [schoolId, rows]);
    const ids = arrived.map(({ issueId }) => issueId);
    await this.session.rows(REPLACED, [schoolId, ids, how.on, how.by]);
    return new Set(received.map(({ id }) => id));
  }

  async lockedReceipt(id: string): Promise<Receipt | null> {
    return (await this.session.rows<Receipt>(LOCK_RECEIPT, [id]))[0] ?? null;
  }

  async undo(receipt: Receipt): Promise<void> {
    await this.session.rows(UNDO, [receipt.id]);
    await this.session.rows(NOT_REPLACED, [receipt.schoolId, receipt.issueId]);
  }

  /** @param on null takes the step back. @returns the receipts that were changed */
  async step(
    schoolId: SchoolId,
    what: IssueStep,
    receipts: readonly string[],
    on: CalendarDay | null,
  ): Promise<number> {
    return (await this.session.rows(STEPS[what], [schoolId, receipts, on])).length;
  }
}
