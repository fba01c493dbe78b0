import { newId, statement, type Session } from '@shulian/service-kit';

const USE = statement(
  'sessions.use',
  `update refresh_token t set used_at = $2 from session s
   where t.hash = $1 and s.id = t.session_id and t.used_at is null and t.expires_at > $2 and s.revoked_at is null
   returning s.id, s.account_id`,
);
const REVOKE = statement(
  'sessions.revoke',
  `update session s set revoked_at = $2 from refresh_token t
   where t.hash = $1 and s.id = t.session_id and t.used_at is not null and s.revoked_at is null returning 1`,
);
const ADD_TOKEN = statement(
  'sessions.addToken',
  'insert into refresh_token (hash, session_id, expires_at) values ($1, $2, $3)',
);

const OPEN = statement(
  'sessions.open',
  `select s.id, s.started_at as "startedAt", coalesce(s.last_at, s.started_at) as "lastAt" from session s
   where s.account_id = $1 and s.revoked_at is null
     and exists (select from refresh_token t where t.session_id = s.id and t.used_at is null and t.expires_at > $2)
   order by 3 desc, s.id limit 200`,
);

export type OpenSession = { readonly id: string; readonly startedAt: Date; readonly lastAt: Date };

/** A session is the family of refresh tokens that began with one sign-in. */
export class SessionsRepository {
  constructor(private readonly session: Session) {}

  /** Starts a session and forgets those of the account that have ended. @returns its id */
  async start(accountId: string, tokenHash: Buffer, now: Date, expiresAt: Date): Promise<string> {
    await this.session.rows(
      `delete from session s where s.account_id = $1
         and not exists (select from refresh_token t where t.session_id = s.id and t.expires_at > $2)`,
      [accountId, now],
    );
    const id = newId();
    await this.session.rows(
      'insert into session (id, account_id, started_at, last_at) values ($1, $2, $3, $3)',
      [id, accountId, now],
    );
    await this.addToken(id, tokenHash, expiresAt);
    return id;
  }

  /** Uses up a token that is fresh; null when it is unknown, used, too old or revoked. */
  async use(
    tokenHash: Buffer,
    now: Date,
  ): Promise<{ readonly id: string; readonly accountId: string } | null> {
    const [row] = await this.session.rows<{ id: string; account_id: string }>(USE, [tokenHash, now]);
    return row === undefined ? null : { id: row.id, accountId: row.account_id };
  }

  /** Ends the session of a token that was used before: two have it, and one of them stole it. True when it did. */
  async revokeReused(tokenHash: Buffer, now: Date): Promise<boolean> {
    return (await this.session.rows(REVOKE, [tokenHash, now])).length > 0;
  }

  /** Ends all sessions of an account: their refresh tokens give nothing more. */
  async endAll(accountId: string, now: Date): Promise<void> {
    await this.session.rows(
      'update session set revoked_at = $2 where account_id = $1 and revoked_at is null',
      [accountId, now],
    );
  }

  /** Ends one session of an account; false when there is none that goes on. */
  async endOne(id: string, accountId: string, now: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'update session set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null returning 1',
      [id, accountId, now],
    );
    return rows.length > 0;
  }

  /** Ends all sessions of an account but one. @returns the ids of those that went on until now */
  async endOthers(accountId: string, but: string | null, now: Date): Promise<string[]> {
    const rows = await this.session.rows<{ id: string }>(
      `update session set revoked_at = $3 where account_id = $1 and id is distinct from $2 and revoked_at is null returning id`,
      [accountId, but, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of an account that go on, the one used last first. */
  async openOf(accountId: string, now: Date): Promise<OpenSession[]> {
    return this.session.rows<OpenSession>(OPEN, [accountId, now]);
  }

  /** It was renewed now. */
  /** False for one that was ended while its lock was waited for. */
  async touch(id: string, now: Date): Promise<boolean> {
    const rows = await this.session.rows(
      'update session set last_at = $2 where id = $1 and revoked_at is null returning 1',
      [id, now],
    );
    return rows.length > 0;
  }

  async addToken(sessionId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await this.session.rows(ADD_TOKEN, [tokenHash, sessionId, expiresAt]);
  }
}
