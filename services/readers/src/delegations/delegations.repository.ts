import { statement, type Session } from '@shulian/service-kit';
import { isoOrNull } from '../instant.http.js';
import type { DelegationView } from './delegations.http.js';
import type { Delegation } from './rules/delegation.js';

export const DELEGATION_VIEW = `select d.id, d.school_id as "schoolId", s.name as "schoolName",
    d.from_account_id as "fromAccountId", f.username as "fromUsername", d.to_account_id as "toAccountId",
    t.username as "toUsername", d.role, d.operations, d.starts_at as "startsAt", d.ends_at as "endsAt", d.made_at as "madeAt",
    d.revoked_at as "revokedAt",
    d.revoked_at is null and clock_timestamp() >= d.starts_at and clock_timestamp() < d.ends_at as holds
  from delegation d join school s on s.id = d.school_id join account f on f.id = d.from_account_id
    join account t on t.id = d.to_account_id`;
export type FoundDelegation = Omit<DelegationView, 'startsAt' | 'endsAt' | 'madeAt' | 'revokedAt'> & {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly madeAt: Date;
  readonly revokedAt: Date | null;
};
export const toDelegationView = ({
  startsAt,
  endsAt,
  madeAt,
  revokedAt,
  ...rest
}: FoundDelegation): DelegationView => ({
  ...rest,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  madeAt: madeAt.toISOString(),
  revokedAt: isoOrNull(revokedAt),
});
const VIEW = statement('delegations.view', `${DELEGATION_VIEW} where d.id = $1`);
const LOCK = statement('delegations.lock', 'select 1 from delegation where id = $1 for update');
const ADD = statement(
  'delegations.add',
  `insert into delegation (id, school_id, from_account_id, to_account_id, role, operations, starts_at, ends_at, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const REVOKE = statement(
  'delegations.revoke',
  'update delegation set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null returning 1',
);
const LENT_TO = statement(
  'delegations.lentTo',
  `select count(*)::int as n from delegation where to_account_id = $1 and revoked_at is null and ends_at > $2`,
);
const BORROWERS = statement(
  'delegations.borrowers',
  `select distinct to_account_id::text as id from delegation
   where from_account_id = $1 and revoked_at is null and ends_at > $2`,
);

/** What was lent to whom. */
export class DelegationsRepository {
  constructor(private readonly session: Session) {}

  async add(delegation: Delegation): Promise<void> {
    const { id, schoolId, fromAccountId, toAccountId, role, operations } = delegation;
    const { startsAt, endsAt, madeAt } = delegation;
    await this.session.rows(ADD, [
      id,
      schoolId,
      fromAccountId,
      toAccountId,
      role,
      operations,
      startsAt,
      endsAt,
      madeAt,
    ]);
  }

  /** Locked until the end of the transaction. */
  async locked(id: string): Promise<DelegationView | null> {
    await this.session.rows(LOCK, [id]);
    return this.view(id);
  }

  /** False where it was revoked before. */
  async revoke(id: string, at: Date, by: string): Promise<boolean> {
    return (await this.session.rows(REVOKE, [id, at, by])).length > 0;
  }

  /** How many are lent to an account, now or later; the account is locked. */
  async lentTo(accountId: string, now: Date): Promise<number> {
    return (await this.session.rows<{ n: number }>(LENT_TO, [accountId, now]))[0]?.n ?? 0;
  }

  /** Accounts to which an account has lent something that has not ended. */
  async borrowers(accountId: string, now: Date): Promise<string[]> {
    return (await this.session.rows<{ id: string }>(BORROWERS, [accountId, now])).map(({ id }) => id);
  }

  async view(id: string): Promise<DelegationView | null> {
    const [row] = await this.session.rows<FoundDelegation>(VIEW, [id]);
    return row === undefined ? null : toDelegationView(row);
  }
}
