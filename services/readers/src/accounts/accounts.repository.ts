import { statement, type Rows } from '@shulian/service-kit';
import { toAccount, type Account, type AccountRow, type HeldGrant } from './account.row.js';

const SELECT = `
  select a.id, a.version, a.username, a.username_key, a.password_hash, a.disabled_at,
         coalesce((select json_agg(to_json(g) order by g.n) from account_grant g where g.account_id = a.id), '[]') as grants
  from account a`;
const PAGE = statement(
  'accounts.page',
  `${SELECT} where a.username_key > $1 and ($2::text is null or a.username_key like $2 || '%')
     and ($3::uuid is null or exists (select from account_grant g where g.account_id = a.id and g.school_id = $3))
   order by a.username_key limit $4`,
);
const BY_NAME = statement('accounts.byName', `${SELECT} where a.username_key = $1`);
const BY_ID = statement('accounts.byId', `${SELECT} where a.id = $1`);
const KEEP = statement('accounts.keep', `${SELECT} where a.id = $1 for share of a`);
const LOCK = statement('accounts.lock', 'select 1 from account where id = $1 for no key update');
const HAS_GRANT = statement('accounts.hasGrant', 'select account_id as id from account_grant where id = $1');

/** The questions asked of accounts. */
export class AccountsRepository {
  constructor(private readonly session: Rows) {}

  /** False when the name is taken. */
  async add(account: Account, at: Date): Promise<boolean> {
    const rows = await this.session.rows(
      `insert into account (id, username, username_key, password_hash, created_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [account.id, account.username, account.usernameKey, account.passwordHash, at],
    );
    if (rows.length === 0) return false;
    await this.addGrants(account.id, account.grants);
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

  /** As it is until the end of the transaction: who would change it waits. */
  async kept(id: string): Promise<Account | null> {
    const [row] = await this.session.rows<AccountRow>(KEEP, [id]);
    return row === undefined ? null : toAccount(row);
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<Account | null> {
    await this.session.rows(LOCK, [id]);
    // A statement of its own: it sees the grants that were given while the lock was waited for.
    return this.byId(id);
  }

  /** Writes version, password, grants and whether it may sign in; the account was locked before. */
  async change({ id, version, passwordHash, disabledAt, grants }: Account): Promise<void> {
    await this.session.rows(
      'update account set version = $2, password_hash = $3, disabled_at = $4 where id = $1',
      [id, version, passwordHash, disabledAt],
    );
    await this.session.rows('delete from account_grant where account_id = $1', [id]);
    await this.addGrants(id, grants);
  }

  /** By name; with all their grants. @param wanted `username`: how the name begins, as it is compared */
  async page(
    wanted: { readonly username: string | null; readonly schoolId: string | null },
    after: string | null,
    limit: number,
  ): Promise<Account[]> {
    const rows = await this.session.rows<AccountRow>(PAGE, [
      after ?? '',
      wanted.username === null ? null : wanted.username.replace(/[\\%_]/g, (sign) => `\\${sign}`),
      wanted.schoolId,
      limit,
    ]);
    return rows.map(toAccount);
  }

  /** Whether somebody else may still manage accounts; until the end of the transaction. */
  async isAnotherAdmin(id: string): Promise<boolean> {
    const rows = await this.session.rows(
      `select from account a where a.id <> $1 and a.disabled_at is null
         and exists (select from account_grant g where g.account_id = a.id and g.role = 'county-admin'
           and coalesce(g.starts_at, '-infinity') <= clock_timestamp() and g.ends_at is null)
       order by a.id limit 1 for share of a`,
      [id],
    );
    return rows.length > 0;
  }

  async isAny(): Promise<boolean> {
    return (await this.session.rows('select 1 from account limit 1')).length > 0;
  }

  /** The account that has the grant, locked until the end of the transaction. */
  async lockedByGrant(grantId: string): Promise<Account | null> {
    const [row] = await this.session.rows<{ id: string }>(HAS_GRANT, [grantId]);
    return row === undefined ? null : this.locked(row.id);
  }

  private async addGrants(accountId: string, grants: readonly HeldGrant[]): Promise<void> {
    await this.session.rows(
      `insert into account_grant (account_id, n, id, role, school_id, class_id, reader_id, starts_at, ends_at, cluster_id,
         post_id, given_by, given_at)
       select $1, n - 1, id, role, school_id, class_id, reader_id, starts_at, ends_at, cluster_id, post_id, given_by, given_at
       from unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::timestamptz[],
         $9::uuid[], $10::uuid[], $11::text[], $12::timestamptz[]) with ordinality
         g(id, role, school_id, class_id, reader_id, starts_at, ends_at, cluster_id, post_id, given_by, given_at, n)`,
      [
        accountId,
        grants.map(({ id }) => id),
        grants.map(({ role }) => role),
        grants.map(({ schoolId }) => schoolId ?? null),
        grants.map(({ classId }) => classId ?? null),
        grants.map(({ readerId }) => readerId ?? null),
        grants.map(({ startsAt }) => startsAt),
        grants.map(({ endsAt }) => endsAt),
        grants.map(({ clusterId }) => clusterId),
        grants.map(({ postId }) => postId),
        grants.map(({ givenBy }) => givenBy),
        grants.map(({ givenAt }) => givenAt),
      ],
    );
  }
}
