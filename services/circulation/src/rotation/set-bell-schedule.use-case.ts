import { Injectable } from '@nestjs/common';
import { Clock, invalid, OncePerKey, Problem, refuseIfStale, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import type { BellScheduleAsked } from './bell-schedule.http.js';
import { refuseCollisions } from './own-timetable.step.js';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';
import { resolvedWindow, type ResolvedWindow } from './rules/bell-schedule.js';
import { collide, type PlacedSlot } from './rules/placing.js';

/** Lessons of a school and the windows after and between them; slots that are whole windows move with them (CIR-033, 034). */
@Injectable()
export class SetBellSchedule {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly query: RotationQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a window without an end, 412, 428; Refused 409 where slots would meet at their new times */
  execute(
    caller: Caller,
    input: BellScheduleAsked,
    expected: number | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const windows = resolvedIn(input);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const rotation = tx.use(RotationRepository);
      const now = (await rotation.lockedBell<{ version: number }>(schoolId))?.version ?? 0;
      if (now > 0 && expected === null) throw new Problem(428, 'version.required');
      if (expected !== null) refuseIfStale(expected, now);
      const kept = input.windows.map((rule, at) => ({ ...rule, onTheClock: windows[at] }));
      if (!(await rotation.saveBell(schoolId, input.lessons, kept, now + 1)))
        throw new Problem(412, 'version.stale');
      for (const timetable of await rotation.lockedCurrent(schoolId, this.clock.today())) {
        const moved = movedSlots(await rotation.slots(timetable.id), windows);
        if (moved.length === 0) continue;
        await rotation.retime(moved);
        refuseMeetings(await rotation.slots(timetable.id), moved);
        await rotation.save(timetable);
      }
      return this.query.bell(schoolId, tx.session);
    });
  }
}

/** @throws Problem 400 with the place of each window that is not to be resolved, or lesson that ends before it begins */
function resolvedIn({ lessons, windows }: BellScheduleAsked): ResolvedWindow[] {
  const resolved = windows.map((rule) => resolvedWindow(rule, lessons));
  const wrong = [
    ...lessons.flatMap(({ from, to }, at) => (from < to ? [] : [{ pointer: `/lessons/${String(at)}/to`, code: 'before-from' }])), // prettier-ignore
    ...resolved.flatMap((each, at) => (each === null ? [{ pointer: `/windows/${String(at)}`, code: 'no-such-time' }] : [])), // prettier-ignore
  ];
  if (wrong.length > 0) throw invalid(...wrong);
  return resolved.filter((each) => each !== null);
}

/** Slots whose window is at another time now, at that time; a window that is gone leaves them where they are. */
function movedSlots(slots: readonly PlacedSlot[], windows: readonly ResolvedWindow[]): PlacedSlot[] {
  const windowOf = new Map(windows.map((window) => [window.code, window]));
  return slots.flatMap((slot) => {
    const window = slot.windowCode === null ? undefined : windowOf.get(slot.windowCode);
    return window === undefined || (window.from === slot.from && window.to === slot.to)
      ? []
      : [{ ...slot, from: window.from, to: window.to }];
  });
}

/** A class cannot be at two places; a room that is fuller than it was is for the school to see. */
function refuseMeetings(slots: readonly PlacedSlot[], moved: readonly PlacedSlot[]): void {
  refuseCollisions(
    moved.flatMap((slot) => {
      const other = slots.find(
        (each) => each.id !== slot.id && each.classId === slot.classId && collide(each, slot),
      );
      return other === undefined
        ? []
        : [{ code: 'rotation.class-busy' as const, with: other.id, facts: { slotId: slot.id, weekday: slot.weekday, from: slot.from } }]; // prettier-ignore
    }),
  );
}
