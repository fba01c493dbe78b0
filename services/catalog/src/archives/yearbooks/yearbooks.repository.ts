import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Occasion } from '../files/archive-files.repository.js';
import type { YearbookState } from '../rules/yearbook.js';
import { YEARBOOK_ISSUES, YEARBOOK_VIEW } from './yearbook.row.js';
import type { YearbookIssueView, YearbookView } from './yearbooks.http.js';

const ADD = statement(
  'archive-yearbooks.add',
  `insert into archive_yearbook (id, school_id, year, name, state, note, begun_on, begun_by)
   values ($1, $2, $3, $4, 'collecting', $5, $6, $7)`,
);
const LOCK = statement('archive-yearbooks.lock', 'select id from archive_yearbook where id = $1 for update');
const VIEW = statement('archive-yearbooks.view', `${YEARBOOK_VIEW} where y.id = $1`);
const STATE = statement(
  'archive-yearbooks.state',
  'update archive_yearbook set state = $2, copies = $3 where id = $1',
);
const STEP = statement(
  'archive-yearbooks.step',
  'insert into archive_yearbook_step (yearbook_id, state, on_day, by) values ($1, $2, $3, $4)',
);
const UNDO = statement(
  'archive-yearbooks.undo',
  'delete from archive_yearbook_step where yearbook_id = $1 and state = $2',
);
const ISSUE = statement(
  'archive-yearbooks.issue',
  `insert into archive_yearbook_issue (id, yearbook_id, number, recipient, copies, on_day, by)
   select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from archive_yearbook_issue where yearbook_id = $2`,
);
const ISSUED = statement(
  'archive-yearbooks.issued',
  `select i.yearbook_id as "yearbookId", y.school_id as "schoolId" from archive_yearbook_issue i
   join archive_yearbook y on y.id = i.yearbook_id where i.id = $1`,
);
const RETURN = statement(
  'archive-yearbooks.return',
  `update archive_yearbook_issue set returned_on = $2, returned_by = $3 where id = $1 and returned_on is null returning id`,
);
const ISSUE_VIEW = statement('archive-yearbooks.issueView', `${YEARBOOK_ISSUES} where i.id = $1`);
/** The unique constraint that a second yearbook of a year runs into. */
export const YEARBOOK_ONCE = 'archive_yearbook_once';

/** Yearbooks; one is locked before its issues. */
export class YearbooksRepository {
  constructor(private readonly session: Session) {}

  async add(
    book: {
      readonly id: string;
      readonly schoolId: SchoolId;
      readonly year: number;
      readonly name: string;
      readonly note: string | null;
    },
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(ADD, [book.id, book.schoolId, book.year, book.name, book.note, on, by]);
  }

  /** As it is, locked to the end of the transaction. */
  async locked(id: string): Promise<YearbookView | null> {
    const found = await this.session.rows(LOCK, [id]);
    return found.length === 0 ? null : this.view(id);
  }

  async advance(
    id: string,
    state: YearbookState,
    copies: number | null,
    { on, by }: Occasion,
  ): Promise<void> {
    await this.session.rows(STATE, [id, state, copies]);
    await this.session.rows(STEP, [id, state, on, by]);
  }

  async goBack(id: string, from: YearbookState, to: YearbookState, copies: number | null): Promise<void> {
    await this.session.rows(UNDO, [id, from]);
    await this.session.rows(STATE, [id, to, copies]);
  }

  async issue(
    issue: {
      readonly id: string;
      readonly yearbookId: string;
      readonly recipient: string;
      readonly copies: number;
    },
    { on, by }: Occasion,
  ): Promise<YearbookIssueView> {
    await this.session.rows(ISSUE, [issue.id, issue.yearbookId, issue.recipient, issue.copies, on, by]);
    return this.issueView(issue.id);
  }

  async issued(id: string): Promise<{ readonly yearbookId: string; readonly schoolId: SchoolId } | null> {
    return (await this.session.rows<{ yearbookId: string; schoolId: SchoolId }>(ISSUED, [id]))[0] ?? null;
  }

  /** @returns whether it was out */
  async takeBack(id: string, { on, by }: Occasion): Promise<boolean> {
    return (await this.session.rows(RETURN, [id, on, by])).length > 0;
  }

  async view(id: string): Promise<YearbookView> {
    const [view] = await this.session.rows<YearbookView>(VIEW, [id]);
    if (view === undefined) throw new Error('a yearbook that is there is shown');
    return view;
  }

  async issueView(id: string): Promise<YearbookIssueView> {
    const [view] = await this.session.rows<YearbookIssueView>(ISSUE_VIEW, [id]);
    if (view === undefined) throw new Error('an issue that is there is shown');
    return view;
  }
}
