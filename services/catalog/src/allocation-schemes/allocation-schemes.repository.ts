import { statement, type Session } from '@shulian/service-kit';
import type { AllocationSchemeId, CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { allocationLineTable, allocationSchemeTable, SCHEME_VIEW } from './allocation-scheme.row.js';
import type { AllocationLine, AllocationScheme } from './rules/allocation-scheme.js';
import type { AllocationSchemeView } from './allocation-schemes.http.js';

const VIEW = statement('allocation-schemes.viewOf', `${SCHEME_VIEW} where s.id = $2`);
const FOREIGN = statement(
  'allocation-schemes.foreignPlaces',
  `select w.id from unnest($1::uuid[]) as w(id)
   where not exists (select from location p where p.id = w.id and p.school_id = $2)`,
);
/** The unique constraint a second version of a day runs into. */
export const SCHEME_ONCE_A_DAY = 'allocation_scheme_once_a_day';

export class AllocationSchemesRepository {
  constructor(private readonly session: Session) {}

  async add(scheme: AllocationScheme, lines: readonly AllocationLine[]): Promise<void> {
    await this.session.manager.insert(allocationSchemeTable, scheme);
    await this.session.manager.insert(allocationLineTable, [...lines]);
  }

  /** Places that are none of the school. */
  async foreignPlaces(schoolId: SchoolId, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.session.rows<{ id: string }>(FOREIGN, [ids, schoolId]);
    return new Set(rows.map(({ id }) => id));
  }

  locked(id: AllocationSchemeId): Promise<AllocationScheme | null> {
    return this.session.manager.findOne(allocationSchemeTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** With its lines. */
  async remove(id: AllocationSchemeId): Promise<void> {
    await this.session.manager.delete(allocationSchemeTable, { id });
  }

  async view(id: AllocationSchemeId, today: CalendarDay): Promise<AllocationSchemeView> {
    const [view] = await this.session.rows<AllocationSchemeView>(VIEW, [today, id]);
    if (view === undefined) throw new Error('a scheme that is there is shown');
    return view;
  }
}
