import { Refused, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { ProblemCode } from '@shulian/contracts/problems';
import { RotationRepository } from './rotation.repository.js';
import type { TimetableRow } from './rotation.row.js';
import type { Collision } from './rules/placing.js';

/** The timetable that a caller means to change, locked. */
export class OwnTimetable {
  constructor(
    _session: unknown,
    private readonly tx: Tx,
  ) {}

  /** @throws Problem 404 out of reach */
  async of(caller: Caller, id: string): Promise<TimetableRow> {
    return within(caller, await this.tx.use(RotationRepository).locked(id));
  }

  /** @throws Problem 404 out of reach */
  async ofSlot(caller: Caller, slotId: string): Promise<TimetableRow> {
    return within(caller, await this.tx.use(RotationRepository).lockedOfSlot(slotId));
  }
}

const within = (caller: Caller, timetable: TimetableRow | null): TimetableRow => {
  if (timetable === null || !caller.mayWorkAt(timetable.schoolId)) throw unknownThing();
  return timetable;
};

type Facts = Readonly<Record<string, string | number>>;

/** What stands in the way, with where it does. @throws Refused 409 `rotation.conflict` when there is anything */
export function refuseCollisions(found: readonly (Collision & { readonly facts?: Facts })[]): void {
  if (found.length === 0) return;
  throw new Refused(
    'rotation.conflict',
    found.slice(0, MOST_REASONS).map(({ code, with: other, facts }) => ({
      code: code satisfies ProblemCode,
      severity: 'deny' as const,
      overridable: false,
      facts: { ...facts, ...(other === null ? {} : { with: other }) },
    })),
  );
}
const MOST_REASONS = 20;
