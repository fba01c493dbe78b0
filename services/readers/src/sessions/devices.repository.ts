import type { Session } from '@shulian/service-kit';

/** Kept of one account: who never keeps the token of the device fills no table. */
const MOST = 50;
const KEPT_MS = 180 * 86_400_000;

/** Devices on which an account has signed in, by the hash of the token that each of them keeps. */
export class DevicesRepository {
  constructor(private readonly session: Session) {}

  async isKnown(hash: Buffer, accountId: string, now: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'select 1 from sign_in_device where hash = $1 and account_id = $2 and last_at > $3',
      [hash, accountId, new Date(now.getTime() - KEPT_MS)],
    );
    return rows.length > 0;
  }

  /** Signed in there now; the account keeps those of its devices that signed in last. */
  async remember(hash: Buffer, accountId: string, now: Date): Promise<void> {
    await this.session.rows(
      `insert into sign_in_device (hash, account_id, last_at) values ($1, $2, $3)
       on conflict (hash) do update set last_at = excluded.last_at`,
      [hash, accountId, now],
    );
    await this.session.rows(
      `delete from sign_in_device where hash in (
         select hash from sign_in_device where account_id = $1 and hash <> $2 order by last_at desc offset $3)`,
      [accountId, hash, MOST - 1],
    );
  }

  /** Somebody else may have signed in on them. */
  async forgetAll(accountId: string): Promise<void> {
    await this.session.rows('delete from sign_in_device where account_id = $1', [accountId]);
  }
}
