import { Injectable } from '@nestjs/common';
import { Database, invalid, OncePerKey, Problem, refuseIfStale, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { LibraryRoomsQuery } from '../library-rooms/library-rooms.query.js';
import { LibraryRoomsRepository } from '../library-rooms/library-rooms.repository.js';
import type { HoursAsked, OpeningHoursAsked, OpenTogetherAsked } from './opening-hours.http.js';
import { OpeningHoursQuery } from './opening-hours.query.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { overlapping } from './rules/opening.js';

/** When rooms are to be open: one room week by week, or all of the school at extracurricular time (CIR-043). */
@Injectable()
export class SetOpeningHours {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly rooms: LibraryRoomsQuery,
    private readonly hours: OpeningHoursQuery,
    private readonly database: Database,
  ) {}

  /** @throws Problem 400 for hours that overlap, 404, 412, 428 */
  async execute(
    caller: Caller,
    id: string,
    input: OpeningHoursAsked,
    expected: number | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    // prettier-ignore
    refuseOdd(input.hours, '/hours');
    await this.rooms.ownRoom(caller, id, this.database);
    return this.oncePerKey.run(request, 200, async (tx) => {
      const hours = tx.use(OpeningHoursRepository);
      const now = await hours.lockedVersion(id);
      if (now > 0 && expected === null) throw new Problem(428, 'version.required');
      if (expected !== null) refuseIfStale(expected, now);
      await hours.replaceRegular(id, input.hours, now + 1);
      return this.hours.ofRoom(id, tx.session);
    });
  }

  /** @throws Problem 400 for times that overlap */
  together(caller: Caller, input: OpenTogetherAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const times = input.times.flatMap(({ weekdays, from, to }) =>
      weekdays.map((weekday) => ({ weekday, from, to, audience: 'all' as const })),
    );
    refuseOdd(times, '/times');
    return this.oncePerKey.run(request, 200, async (tx) => {
      const all = await tx.use(LibraryRoomsRepository).lockedOfSchool(schoolId);
      const roomIds = all.filter(({ retiredOn }) => retiredOn === null).map(({ id }) => id);
      await tx.use(OpeningHoursRepository).replace(roomIds, 'extracurricular', times);
      return { rooms: times.length === 0 ? 0 : roomIds.length, roomIds };
    });
  }
}

function refuseOdd(hours: readonly HoursAsked[], pointer: string): void {
  const backwards = hours.findIndex(({ from, to }) => from >= to);
  if (backwards >= 0) throw invalid({ pointer: `${pointer}/${String(backwards)}/to`, code: 'before-from' });
  const twice = overlapping(hours);
  if (twice >= 0) throw invalid({ pointer: `${pointer}/${String(twice)}`, code: 'overlaps' });
}
