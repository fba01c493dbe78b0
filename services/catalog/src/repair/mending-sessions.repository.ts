import { statement, type Session } from '@shulian/service-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { mendingSessionTable, SESSION_VIEW } from './mending-session.row.js';
import type { SessionRead } from './mending-sessions.http.js';
import type { MendingSession } from './rules/mending-session.js';

const CREDITED = statement(
  'mendingSessions.credited',
  'select count(*)::int as n from repair where session_id = $1',
);
const CLEAR = statement('mendingSessions.clear', 'delete from mending_helper where session_id = $1');
const HELP = statement(
  'mendingSessions.help',
  'insert into mending_helper (session_id, reader_id) select $1, unnest($2::uuid[])',
);
export const HELPERS = `select reader_id as id from mending_helper where session_id = $1 order by reader_id`;
const HELPERS_OF = statement('mendingSessions.helpers', HELPERS);
const VIEW = statement('mendingSessions.view', `${SESSION_VIEW} where m.id = $1`);

export class MendingSessionsRepository {
  constructor(private readonly session: Session) {}

  async add(session: MendingSession): Promise<void> {
    await this.session.manager.insert(mendingSessionTable, session);
  }

  locked(id: string): Promise<MendingSession | null> {
    return this.session.manager.findOne(mendingSessionTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** As it stays to the end of the transaction. */
  kept(id: string): Promise<MendingSession | null> {
    return this.session.manager.findOne(mendingSessionTable, {
      where: { id },
      lock: { mode: 'pessimistic_read' },
    });
  }

  async change(session: MendingSession): Promise<void> {
    await this.session.manager.update(mendingSessionTable, { id: session.id }, session);
  }

  /** How many repairs were ended in it. */
  async credited(id: string): Promise<number> {
    const [row] = await this.session.rows<{ n: number }>(CREDITED, [id]);
    return row?.n ?? 0;
  }

  /** Who helps, in place of who was to help before. */
  async putHelpers(id: string, readers: readonly ReaderId[]): Promise<void> {
    await this.session.rows(CLEAR, [id]);
    await this.session.rows(HELP, [id, readers]);
  }

  async view(id: string): Promise<SessionRead> {
    const [row] = await this.session.rows<Omit<SessionRead, 'helperIds'>>(VIEW, [id]);
    if (row === undefined) throw new Error('the mending session is gone');
    const helpers = await this.session.rows<{ id: string }>(HELPERS_OF, [id]);
    return { ...row, helperIds: helpers.map((helper) => helper.id) };
  }
}
