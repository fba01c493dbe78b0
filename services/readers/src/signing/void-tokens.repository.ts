import type { Session, VoidedUntil } from '@shulian/service-kit';

/** Whose tokens count no more, and which of them. */
export class VoidTokensRepository {
  constructor(private readonly session: Session) {}

  /**
   * What was signed for an account, a session or a client until now: until this statement, whenever the change began. Whoever
   * was signed in while its locks were waited for has an older token, too.
   */
  async add(subject: string, until: Date): Promise<void> {
    await this.session.rows(
      `insert into void_token (subject, until) values ($1, greatest($2::timestamptz, date_trunc('milliseconds', clock_timestamp())))
       on conflict (subject) do update set until = greatest(void_token.until, excluded.until)`,
      [subject, until],
    );
  }

  /** Those of which a token could still live, and no others any more. */
  async since(oldest: Date): Promise<VoidedUntil> {
    await this.session.rows('delete from void_token where until < $1', [oldest]);
    const rows = await this.session.rows<{ subject: string; until: Date }>(
      'select subject, until from void_token order by subject',
    );
    return Object.fromEntries(rows.map(({ subject, until }) => [subject, until.getTime()]));
  }
}
