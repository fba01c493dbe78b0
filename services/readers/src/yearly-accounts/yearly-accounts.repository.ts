import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { ACCOUNT_VIEW, REMARK_VIEW, yearlyAccountTable, type YearlyAccount } from './yearly-account.row.js';
import type { YearlyAccountView, RemarkView } from './yearly-accounts.http.js';

const ADD = statement(
  'yearlyAccounts.add',
  `insert into yearly_account (id, school_id, year, title, text, figures, version, written_on, written_by)
   values ($1, $2, $3, $4, $5, $6, 1, $7, $8) on conflict on constraint yearly_account_once do nothing returning 1 as one`,
);
const REMARK = statement(
  'yearlyAccounts.remark',
  `insert into account_remark (id, account_id, school_id, by_account, asker, text, made_on) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const LOCK_REMARK = statement(
  'yearlyAccounts.lockRemark',
  `select school_id as "schoolId", hidden_on::text as "hiddenOn" from account_remark where id = $1 for update`,
);
const ANSWER = statement(
  'yearlyAccounts.answer',
  'update account_remark set answer = $2, answered_on = $3, answered_by = $4 where id = $1',
);
const HIDE = statement('yearlyAccounts.hide', 'update account_remark set hidden_on = $2 where id = $1');
const VIEW = statement('yearlyAccounts.view', `${ACCOUNT_VIEW} where y.id = $1`);
const REMARK_BY_ID = statement('yearlyAccounts.remarkById', `${REMARK_VIEW} where r.id = $1`);

/** Yearly accounts of libraries, and what is said to them. */
export class YearlyAccountsRepository {
  constructor(private readonly session: Session) {}

  /** False when the school has an account of the year. */
  async add(it: YearlyAccount): Promise<boolean> {
    const { id, schoolId, year, title, text, figures, writtenOn, writtenBy } = it;
    const values = [id, schoolId, year, title, text, JSON.stringify(figures), writtenOn, writtenBy];
    return (await this.session.rows(ADD, values)).length > 0;
  }

  locked(id: string): Promise<YearlyAccount | null> {
    return this.session.manager.findOne(yearlyAccountTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(account: YearlyAccount): Promise<void> {
    await this.session.manager.update(yearlyAccountTable, { id: account.id }, account);
  }

  async addRemark(
    remark: { readonly id: string; readonly asker: string; readonly text: string },
    { id, schoolId }: YearlyAccount,
    by: string,
    on: CalendarDay,
  ): Promise<void> {
    await this.session.rows(REMARK, [remark.id, id, schoolId, by, remark.asker, remark.text, on]);
  }

  async lockedRemark(
    id: string,
  ): Promise<{ readonly schoolId: SchoolId; readonly hiddenOn: CalendarDay | null } | null> {
    const rows = await this.session.rows<{ schoolId: SchoolId; hiddenOn: CalendarDay | null }>(LOCK_REMARK, [
      id,
    ]);
    return rows[0] ?? null;
  }

  async answer(id: string, answer: string, on: CalendarDay, by: string): Promise<void> {
    await this.session.rows(ANSWER, [id, answer, on, by]);
  }

  /** @param on null: it is shown again */
  async hide(id: string, on: CalendarDay | null): Promise<void> {
    await this.session.rows(HIDE, [id, on]);
  }

  async view(id: string): Promise<YearlyAccountView> {
    const [row] = await this.session.rows<YearlyAccountView>(VIEW, [id]);
    if (row === undefined) throw new Error('the account is gone');
    return row;
  }

  async remark(id: string): Promise<RemarkView> {
    const [row] = await this.session.rows<RemarkView>(REMARK_BY_ID, [id]);
    if (row === undefined) throw new Error('the remark is gone');
    return row;
  }
}
