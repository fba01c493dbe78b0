import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import { isInReach, refuseOutOfReach } from '../classes-in-reach.step.js';
import { ClassesRepository } from '../classes/classes.repository.js';
import { HelperOfficeRepository } from './helper-office.repository.js';
import type { HelperAsked, HelperChangeAsked } from './helper-office.http.js';
import { refuseNotOfClass } from './pupil-of-class.step.js';
import { dutiesOf, type ClassHelper } from './rules/class-helper.js';

/** A class says whom it wants as its helper: by a vote, or its teacher recommends (RDR-025). */
@Injectable()
export class ProposeHelper {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a class out of reach, 400 for a term that ends before it begins, 409 */
  propose(caller: Caller, input: HelperAsked, request: DeskRequest | null): Promise<Answer> {
    if (input.endsOn < input.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
    return this.once.run(request, 201, async (tx) => {
      const schoolClass = await tx.use(ClassesRepository).locked(input.classId as SchoolClassId);
      if (
        schoolClass === null ||
        !isInReach(caller, { schoolId: schoolClass.schoolId, classId: schoolClass.id })
      )
        throw unknownReference('/classId');
      const office = tx.use(HelperOfficeRepository);
      const today = this.clock.today();
      const helper: ClassHelper = {
        id: newId(),
        version: 1,
        schoolId: schoolClass.schoolId,
        classId: schoolClass.id,
        readerId: input.readerId as ReaderId,
        chosenBy: input.chosenBy,
        votes: input.votes ?? null,
        criteria: input.criteria ?? [],
        duties: input.duties ?? dutiesOf(await office.ruleOf(schoolClass.schoolId)),
        words: input.words ?? null,
        startsOn: input.startsOn as CalendarDay,
        endsOn: input.endsOn as CalendarDay,
        status: 'proposed',
        enteredOn: today,
        enteredBy: caller.id,
        decidedOn: null,
        decidedBy: null,
        reason: null,
      };
      await refuseNotOfClass(tx, helper);
      if (await office.isTwice(helper)) throw conflict('class-helper.in-office-already');
      await office.add(helper);
      return office.view(helper.id, today);
    });
  }

  /** @throws Problem 404, 412, 400 for days in the wrong order, 409 for what is settled or too many in these days */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: HelperChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const office = tx.use(HelperOfficeRepository);
      const found = await office.byId(id);
      refuseOutOfReach(caller, found);
      await tx.use(ClassesRepository).locked(found.classId);
      const before = await office.locked(id);
      refuseOutOfReach(caller, before);
      refuseIfStale(version, before.version);
      if (before.status === 'declined' || before.status === 'ended') throw conflict('class-helper.settled');
      const after: ClassHelper = {
        ...before,
        version: before.version + 1,
        votes: input.votes === undefined ? before.votes : input.votes,
        criteria: input.criteria ?? before.criteria,
        duties: input.duties ?? before.duties,
        words: input.words === undefined ? before.words : input.words,
        startsOn: (input.startsOn ?? before.startsOn) as CalendarDay,
        endsOn: (input.endsOn ?? before.endsOn) as CalendarDay,
      };
      if (after.endsOn < after.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-starts-on' });
      if (await office.isTwice(after)) throw conflict('class-helper.in-office-already');
      const { perClass } = await office.ruleOf(after.schoolId);
      if (after.status === 'appointed' && (await office.othersOfClass(after)) >= perClass)
        throw conflict('class-helper.class-full');
      if (after.status === 'appointed' && (await office.isSecondOfficer(after)))
        throw conflict('class-helper.officer-already');
      await office.change(after);
      return office.view(id, this.clock.today());
    });
  }
}
