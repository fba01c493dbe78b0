import type { CalendarDay, LogbookEntryId, SchoolId } from '@shulian/contracts/ids';
import { newId, type Session } from '@shulian/service-kit';
import { ENTRY_VIEW, logbookEntryTable, type EntryRow } from './logbook-entry.row.js';
import type { EntryView } from './logbook-entries.http.js';

export type Follow = {
  readonly status: string;
  readonly words: string | null;
  readonly at: Date;
  readonly by: string;
};

export class LogbookEntriesRepository {
  constructor(private readonly session: Session) {}

  async add(entry: EntryRow): Promise<void> {
    await this.session.manager.insert(logbookEntryTable, entry);
  }

  locked(id: LogbookEntryId): Promise<EntryRow | null> {
    return this.session.manager.findOne(logbookEntryTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async supersede(id: LogbookEntryId): Promise<void> {
    await this.session.manager.update(logbookEntryTable, { id }, { superseded: true });
  }

  async sign(id: LogbookEntryId, signedOn: CalendarDay | null, signedBy: string | null): Promise<void> {
    await this.session.manager.update(logbookEntryTable, { id }, { signedOn, signedBy });
  }

  /** @returns how often the entry was followed up, this time included */
  async followUp(
    { id, rootId }: EntryRow,
    { status, words, at, by }: Follow,
    settledAt: Date | null,
  ): Promise<number> {
    await this.session.rows(
      `insert into logbook_follow_up (id, entry_id, written_at, written_by, status, words) values ($1, $2, $3, $4, $5, $6)`,
      [newId(), rootId, at, by, status, words],
    );
    await this.session.manager.update(logbookEntryTable, { id }, { status, settledAt });
    const [row] = await this.session.rows<{ n: number }>(
      'select count(*)::int as n from logbook_follow_up where entry_id = $1',
      [rootId],
    );
    return row?.n ?? 0;
  }

  /** @returns false: has answered already */
  async answersFirst(schoolId: SchoolId, code: string, who: string): Promise<boolean> {
    const added = await this.session.rows(
      'insert into logbook_answered (school_id, code, who) values ($1, $2, $3) on conflict do nothing returning 1',
      [schoolId, code, who],
    );
    return added.length > 0;
  }

  async view(id: LogbookEntryId): Promise<EntryView> {
    const [row] = await this.session.rows<EntryView>(`${ENTRY_VIEW} where e.id = $1`, [id]);
    if (row === undefined) throw new Error('the entry is gone');
    return row;
  }
}
