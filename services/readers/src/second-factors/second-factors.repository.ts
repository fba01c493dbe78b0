import { statement, type Session } from '@shulian/service-kit';

const FIND = statement(
  'secondFactors.find',
  `select secret, confirmed_at as "confirmedAt",
     (select count(*)::int from recovery_code r where r.account_id = f.account_id and r.used_at is null) as "codesLeft"
   from second_factor f where account_id = $1`,
);
const BEGIN = statement(
  'secondFactors.begin',
  `insert into second_factor (account_id, secret, begun_at) values ($1, $2, $3)
   on conflict (account_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = null
   where second_factor.confirmed_at is null returning 1`,
);
const TAKE_STEP = statement(
  'secondFactors.takeStep',
  `update second_factor set last_step = $2 where account_id = $1 and (last_step is null or last_step < $2) returning 1`,
);
const TAKE_CODE = statement(
  'secondFactors.takeCode',
  `update recovery_code set used_at = $3 where account_id = $1 and hash = $2 and used_at is null returning 1`,
);
const CONFIRM = statement(
  'secondFactors.confirm',
  `update second_factor set confirmed_at = $2 where account_id = $1 and confirmed_at is null returning 1`,
);
const ADD_CODES = statement(
  'secondFactors.addCodes',
  'insert into recovery_code (account_id, hash) select $1, h from unnest($2::bytea[]) h',
);

export type SecondFactor = {
  /** Sealed. */
  readonly secret: Buffer;
  readonly confirmedAt: Date | null;
  readonly codesLeft: number;
};

/** What an account proves itself with beside its password. */
export class SecondFactorsRepository {
  constructor(private readonly session: Session) {}

  async of(accountId: string): Promise<SecondFactor | null> {
    const [row] = await this.session.rows<SecondFactor>(FIND, [accountId]);
    return row ?? null;
  }

  /** False where there is one that was confirmed. */
  async begin(accountId: string, secret: Buffer, now: Date): Promise<boolean> {
    return (await this.session.rows(BEGIN, [accountId, secret, now])).length > 0;
  }

  /** A code of a step is taken once, and none of an earlier step after it; false for the others. */
  async takeStep(accountId: string, step: number): Promise<boolean> {
    return (await this.session.rows(TAKE_STEP, [accountId, step])).length > 0;
  }

  async takeCode(accountId: string, hash: Buffer, now: Date): Promise<boolean> {
    return (await this.session.rows(TAKE_CODE, [accountId, hash, now])).length > 0;
  }

  async confirm(accountId: string, codes: readonly Buffer[], now: Date): Promise<boolean> {
    if ((await this.session.rows(CONFIRM, [accountId, now])).length === 0) return false;
    await this.session.rows(ADD_CODES, [accountId, codes]);
    return true;
  }

  /** False where there was none. */
  async remove(accountId: string): Promise<boolean> {
    const rows = await this.session.rows('delete from second_factor where account_id = $1 returning 1', [
      accountId,
    ]);
    return rows.length > 0;
  }
}
