import { statement, type Session } from '@shulian/service-kit';
import { toAccount, type Account, type AccountRow } from './account.row.js';

const SELECT = `
  select a.id, a.version, a.username, a.username_key, a.password_hash, a.disabled_at,
         coalesce((select json_agg(json_build_object('role', g.role, 'school_id', g.school_id, 'class_id', g.class_id,
                                                     'reader_id', g.reader_id) order by g.n)
                   from account_grant g where g.account_id = a.id), '[]') as grants
  from account a`;
const BY_NAME = statement('accounts.byName', `${SELECT} where a.username_key = $1`);
const BY_ID = statement('accounts.byId', `${SELECT} where a.id = $1`);
const LOCK = statement('accounts.lock', `${SELECT} where a.id = $1 for no key update of a`);
/** Counts the try before the password is looked at, so that parallel tries cannot be more than the limit. */
const TRY = statement(
  'accounts.try',
  `insert into sign_in_throttle as t (name_hash, failures, since) values ($1, 1, $2)
   on conflict (name_hash) do update set
     failures = case when t.since < $3 or t.locked_until <= $2 then 1 else t.failures + 1 end,
     since = case when t.since < $3 or t.locked_until <= $2 then $2 else t.since end,
     locked_until = case when t.locked_until <= $2 then null
                         when t.locked_until is null and t.since >= $3 and t.failures >= $4 then $5
                         else t.locked_until end
   returning failures, locked_until`,
);

/** Of the sign-in throttle: at most `failures` tries within `windowMs`, then none for `lockMs`; real time. */
export type ThrottleRule = { readonly failures: number; readonly windowMs: number; readonly lockMs: number };

/** The questions asked of accounts. */
export class AccountsRepository {
  constructor(private readonly session: Session) {}

  /** False when the name is taken. */
  async add(account: Account, at: Date): Promise<boolean> {
    const rows = await this.session.rows(
      `insert into account (id, username, username_key, password_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [account.id, account.username, account.usernameKey, account.passwordHash, at],
    );
    if (rows.length === 0) return false;
    for (const [n, grant] of account.grants.entries())
      await this.session.rows(
        `insert into account_grant (account_id, n, role, school_id, class_id, reader_id) values ($1, $2, $3, $4, $5, $6)`,
        [account.id, n, grant.role, grant.schoolId ?? null, grant.classId ?? null, grant.readerId ?? null],
      );
    return true;
  }

  async byName(usernameKey: string): Promise<Account | null> {
    const [row] = await this.session.rows<AccountRow>(BY_NAME, [usernameKey]);
    return row === undefined ? null : toAccount(row);
  }

  async byId(id: string): Promise<Account | null> {
    const [row] = await this.session.rows<AccountRow>(BY_ID, [id]);
    return row === undefined ? null : toAccount(row);
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<Account | null> {
    const [row] = await this.session.rows<AccountRow>(LOCK, [id]);
    return row === undefined ? null : toAccount(row);
  }

  /** Writes version, password and whether it may sign in; the account was locked before. */
  async change({ id, version, passwordHash, disabledAt }: Account): Promise<void> {
    await this.session.rows(
      'update account set version = $2, password_hash = $3, disabled_at = $4 where id = $1',
      [id, version, passwordHash, disabledAt],
    );
  }

  async isAny(): Promise<boolean> {
    return (await this.session.rows('select 1 from account limit 1')).length > 0;
  }

  /** Counts a try; the instant until which the name is locked, or null when the try may go on. */
  async lockedUntil(nameHash: Buffer, rule: ThrottleRule, now: Date): Promise<Date | null> {
    const ms = now.getTime();
    const [row] = await this.session.rows<{ locked_until: Date | null }>(TRY, [
      nameHash,
      now,
      new Date(ms - rule.windowMs),
      rule.failures,
      new Date(ms + rule.lockMs),
    ]);
    await this.session.rows('delete from sign_in_throttle where since < $1', [new Date(ms - 86_400_000)]);
    return row?.locked_until ?? null;
  }

  /** Whether the name is locked, without counting a try or waiting for those who do. */
  async isLocked(nameHash: Buffer, now: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'select 1 from sign_in_throttle where name_hash = $1 and locked_until > $2',
      [nameHash, now],
    );
    return rows.length > 0;
  }

  /** A right password: the count begins anew. */
  async forgetTries(nameHash: Buffer): Promise<void> {
    await this.session.rows('delete from sign_in_throttle where name_hash = $1', [nameHash]);
  }
}
