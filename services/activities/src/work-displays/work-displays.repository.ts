import type { SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import { statement, type Session } from '@shulian/service-kit';
import { DISPLAY_VIEW, ITEMS, workDisplayItemTable, workDisplayTable } from './work-display.row.js';
import type { DisplayItem, WorkDisplay } from './rules/work-display.js';
import type { WholeDisplayView, DisplayView, ShownItemView } from './work-displays.http.js';

const VIEW = statement('workDisplays.view', `${DISPLAY_VIEW} where d.id = $1`);
const SHOWN = statement('workDisplays.items', ITEMS);
const WORKS = `select e.id, e.reader_id as "readerId", e.class_id as "classId", e.grade, e.contest_id as "contestId",
    null as section, null::int as "entryYear"
  from contest_entry e where e.school_id = $1 and e.id = any($2::uuid[]) and e.status = 'handed-in'`;
const NOTES = `select n.id, n.reader_id as "readerId", n.class_id as "classId", null::int as grade, null as "contestId", k.section,
    k.entry_year as "entryYear"
  from reading_note n left join known_class k on k.class_id = n.class_id where n.school_id = $1 and n.id = any($2::uuid[])`;

export type FoundWork = {
  readonly id: string;
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly grade: number | null;
  readonly contestId: string | null;
  readonly section: Section | null;
  readonly entryYear: number | null;
};

export class WorkDisplaysRepository {
  constructor(private readonly session: Session) {}

  /** Works of contests at the school. */
  entries(schoolId: SchoolId, ids: readonly string[]): Promise<FoundWork[]> {
    return this.session.rows<FoundWork>(WORKS, [schoolId, ids]);
  }

  notes(schoolId: SchoolId, ids: readonly string[]): Promise<FoundWork[]> {
    return this.session.rows<FoundWork>(NOTES, [schoolId, ids]);
  }

  async isContestOf(schoolId: SchoolId, contestId: string): Promise<boolean> {
    const found = await this.session.rows('select from contest where id = $1 and school_id = $2', [
      contestId,
      schoolId,
    ]);
    return found.length > 0;
  }

  async add(display: WorkDisplay, items: readonly DisplayItem[]): Promise<void> {
    await this.session.manager.insert(workDisplayTable, display);
    await this.session.manager.insert(workDisplayItemTable, [...items]);
  }

  locked(id: string): Promise<WorkDisplay | null> {
    return this.session.manager.findOne(workDisplayTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async withdraw(id: string, reason: string | null): Promise<void> {
    await this.session.manager.update(workDisplayTable, { id }, { status: 'withdrawn', reason });
  }

  /** Whether it was shown. */
  async withdrawItem(displayId: string, id: string): Promise<boolean> {
    const taken = await this.session.rows(
      'update work_display_item set withdrawn = true where id = $1 and display_id = $2 and not withdrawn returning 1',
      [id, displayId],
    );
    return taken.length > 0;
  }

  async view(id: string): Promise<WholeDisplayView> {
    const [view] = await this.session.rows<DisplayView>(VIEW, [id]);
    if (view === undefined) throw new Error('a display that is there is shown');
    return { ...view, items: await this.session.rows<ShownItemView>(SHOWN, [id]) };
  }
}
