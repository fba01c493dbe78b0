import { Injectable } from '@nestjs/common';
import { gradeOn } from '@shulian/contracts/readers';
import type { CalendarDay, ContestId } from '@shulian/contracts/ids';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { DisplayItem } from './rules/work-display.js';
import type { DisplayAsked, DisplayWithdrawalAsked } from './work-displays.http.js';
import { WorkDisplaysRepository, type FoundWork } from './work-displays.repository.js';

/** The best works are shown, and taken down (ACT-029). */
@Injectable()
export class ShowWorks {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 400 without works or with days out of order, 409 for the website without consent, 422 for unknown works */
  execute(caller: Caller, input: DisplayAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const { entryIds = [], noteIds = [], contestId = null } = input;
    if (entryIds.length + noteIds.length === 0) throw invalid({ pointer: '/entryIds', code: 'missing' });
    const today = this.clock.today();
    const showsFrom = (input.showsFrom ?? today) as CalendarDay;
    const showsUntil = (input.showsUntil ?? null) as CalendarDay | null;
    if (showsUntil !== null && showsUntil < showsFrom)
      throw invalid({ pointer: '/showsUntil', code: 'too-early' });
    return this.once.run(request, 201, async (tx) => {
      if (input.place === 'website' && input.agreed !== true) throw conflict('work-display.not-agreed');
      const displays = tx.use(WorkDisplaysRepository);
      if (contestId !== null && !(await displays.isContestOf(schoolId, contestId)))
        throw unknownReference('/contestId');
      const entries = await displays.entries(schoolId, entryIds);
      const isOfContest = contestId === null || entries.every((entry) => entry.contestId === contestId);
      if (entries.length < entryIds.length || !isOfContest) throw unknownReference('/entryIds');
      const notes = await displays.notes(schoolId, noteIds);
      if (notes.length < noteIds.length) throw unknownReference('/noteIds');
      const id = newId();
      const itemOf = (work: FoundWork, of: Pick<DisplayItem, 'entryId' | 'noteId'>): DisplayItem => ({
        id: newId(),
        displayId: id,
        ...of,
        readerId: work.readerId,
        classId: work.classId,
        grade: work.grade ?? gradeOfNote(work, today),
        withdrawn: false,
      });
      await displays.add(
        {
          id,
          schoolId,
          contestId: contestId as ContestId | null,
          name: input.name,
          place: input.place,
          showsFrom,
          showsUntil,
          status: 'shown',
          reason: null,
          madeOn: today,
          madeBy: caller.id,
        },
        [
          ...entries.map((entry) => itemOf(entry, { entryId: entry.id, noteId: null })),
          ...notes.map((note) => itemOf(note, { entryId: null, noteId: note.id })),
        ],
      );
      return displays.view(id);
    });
  }

  /** All of it, or one work, as when a pupil does not want it any more. @throws Problem 404, 409 for what is down already */
  withdraw(
    caller: Caller,
    id: string,
    { itemId, why = null }: DisplayWithdrawalAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const displays = tx.use(WorkDisplaysRepository);
      const display = await displays.locked(id);
      if (display === null || !caller.mayWorkAt(display.schoolId)) throw unknownThing();
      if (display.status === 'withdrawn') throw conflict('work-display.withdrawn');
      if (itemId === undefined) await displays.withdraw(id, why);
      else if (!(await displays.withdrawItem(id, itemId))) throw unknownReference('/itemId');
      return displays.view(id);
    });
  }
}

const gradeOfNote = ({ section, entryYear }: FoundWork, day: CalendarDay): number | null =>
  section === null || entryYear === null ? null : gradeOn({ section, entryYear }, day);
