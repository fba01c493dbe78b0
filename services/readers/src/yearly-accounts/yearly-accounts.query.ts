import { Injectable } from '@nestjs/common';
import {
  Database,
  idAfter,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { schoolOfCaller, schoolsOfCaller } from '../school-of-caller.query.js';
import { ACCOUNT_VIEW, REMARK_VIEW } from './yearly-account.row.js';
import type {
  AccountLine,
  YearlyAccountsAsked,
  YearlyAccountView,
  RemarkView,
} from './yearly-accounts.http.js';

const LIST = `${ACCOUNT_VIEW} where y.school_id = $1 and ($2::boolean or y.published_on is not null)
    and ($3 = 0 or y.year < $3) order by y.year desc limit $4`;
const REMARKS = `${REMARK_VIEW} where r.account_id = $1 and ($2::boolean or r.hidden_on is null)
    and ($3::uuid is null or r.id > $3) order by r.id limit $4`;

type Asked = { readonly cursor?: string | undefined; readonly limit: number };

/** Who runs the library reads drafts and hidden remarks, too. */
const runsLibrary = ({ reach: { roles } }: Caller): boolean =>
  roles.has('librarian') || roles.has('school-head');

/** Yearly accounts, for everybody at the school once they are published. */
@Injectable()
export class YearlyAccountsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** The newest year first. @throws Problem 403 for a school of others */
  async page(caller: Caller, input: YearlyAccountsAsked): Promise<Page<YearlyAccountView>> {
    const schoolId = await schoolOfCaller(this.database, caller, input.schoolId);
    const values = [schoolId, runsLibrary(caller), numberAfter(input.cursor), input.limit + 1];
    const rows = await this.lists.rows<YearlyAccountView>(LIST, values);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ year }) => [year],
    );
  }

  /** @throws Problem 404 for one of another school, or that is not published */
  async byId(caller: Caller, id: string): Promise<YearlyAccountView> {
    const [row] = await this.database.rows<YearlyAccountView>(`${ACCOUNT_VIEW} where y.id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    const schools = await schoolsOfCaller(this.database, caller);
    if (schools !== 'all' && !schools.has(row.schoolId)) throw unknownThing();
    if (row.publishedOn === null && !runsLibrary(caller)) throw unknownThing();
    return row;
  }

  /** As it is printed: the paragraphs, then the figures. */
  lines({ text, figures }: YearlyAccountView, { cursor, limit }: Asked): Page<AccountLine> {
    const all = [
      ...text.split(/\r?\n/).map((paragraph) => ({ text: paragraph, value: null })),
      ...figures.map(({ name, value }) => ({ text: name, value })),
    ].map((line, at) => ({ line: at + 1, ...line }));
    const after = numberAfter(cursor);
    return pageOf(
      all.slice(after, after + limit + 1),
      limit,
      (line) => line,
      ({ line }) => [line],
    );
  }

  async remarks(
    caller: Caller,
    { id }: YearlyAccountView,
    { cursor, limit }: Asked,
  ): Promise<Page<RemarkView>> {
    const values = [id, runsLibrary(caller), idAfter(cursor), limit + 1];
    const rows = await this.lists.rows<RemarkView>(REMARKS, values);
    return pageOf(
      rows,
      limit,
      (row) => row,
      (row) => [row.id],
    );
  }
}
