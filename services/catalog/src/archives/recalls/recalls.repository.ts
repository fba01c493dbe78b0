import { statement, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { Occasion } from '../files/archive-files.repository.js';
import type { ArchiveClass } from '../rules/archive-file.js';
import { COMPLETION, REMINDERS } from './recall.row.js';
import type { CompletionView, ReminderView } from './recalls.http.js';

const REMIND = statement(
  'archive-recalls.remind',
  'insert into archive_reminder (id, unit_id, year, on_day, by, reminded, files, note) values ($1, $2, $3, $4, $5, $6, $7, $8)',
);
const REMINDER = statement('archive-recalls.reminder', `${REMINDERS} where m.id = $1`);
const EXPECT = statement(
  'archive-recalls.expect',
  `insert into archive_expectation (school_id, class, year, expected, set_on, set_by) values ($1, $2, $3, $4, $5, $6)
   on conflict (school_id, class, year) do update
     set expected = excluded.expected, set_on = excluded.set_on, set_by = excluded.set_by`,
);
const ONE = statement(
  'archive-recalls.completion',
  `select * from (${COMPLETION}) c where c.class = $2 and c.year = $3::int`,
);

export class RecallsRepository {
  constructor(private readonly session: Session) {}

  async remind(
    reminder: {
      readonly id: string;
      readonly unitId: string;
      readonly year: number;
      readonly reminded: string | null;
      readonly files: number;
      readonly note: string | null;
    },
    { on, by }: Occasion,
  ): Promise<ReminderView> {
    const { id, unitId, year, reminded, files, note } = reminder;
    await this.session.rows(REMIND, [id, unitId, year, on, by, reminded, files, note]);
    const [view] = await this.session.rows<ReminderView>(REMINDER, [id]);
    if (view === undefined) throw new Error('a reminder that was written is shown');
    return view;
  }

  async expect(
    schoolId: SchoolId,
    what: { readonly class: ArchiveClass; readonly year: number; readonly expected: number },
    { on, by }: Occasion,
  ): Promise<CompletionView> {
    await this.session.rows(EXPECT, [schoolId, what.class, what.year, what.expected, on, by]);
    const [view] = await this.session.rows<CompletionView>(ONE, [schoolId, what.class, what.year]);
    if (view === undefined) throw new Error('what was expected is shown');
    return view;
  }
}
