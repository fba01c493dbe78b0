import { Injectable } from '@nestjs/common';
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
  type Tx,
} from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import type { ReaderId } from '@shulian/contracts/ids';
import { classNamed } from '../classes-in-reach.step.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import type { ReadingAsked } from './rule-sets.http.js';
import { RuleSetsRepository, type NewReading } from './rule-sets.repository.js';
import { versionOn, type RuleSet } from './rules/rule-set.js';
import { refuseIfEnded } from './set-in-reach.step.js';

/** Somebody has read what holds: a teacher for himself or for the class that was told, a reader (RDR-019). */
@Injectable()
export class ConfirmReading {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** The first time counts. @throws Problem 404, 422 out of reach, 409 `rule-set.ended`, `rule-set.not-yet` */
  execute(caller: Caller, id: string, input: ReadingAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const sets = tx.use(RuleSetsRepository);
      const set = await sets.locked(id);
      if (set === null) throw unknownThing();
      const reading = await this.readingOf(tx, caller, set, input);
      refuseIfEnded(set);
      const version = versionOn(await sets.versions(id), today);
      if (version === null) throw conflict('rule-set.not-yet');
      await sets.addReading(id, version.number, { id: newId(), ...reading }, today);
      return sets.view(id, today);
    });
  }

  private async readingOf(
    tx: Tx,
    caller: Caller,
    { schoolId }: RuleSet,
    { classId = null, readerId = null }: ReadingAsked,
  ): Promise<Omit<NewReading, 'id'>> {
    const account = caller.id;
    if (classId !== null && readerId !== null)
      throw invalid({ pointer: '/readerId', code: 'class-or-reader' });
    const works = caller.mayWorkAt(schoolId);
    if (readerId !== null || !works) {
      const [only = null, ...others] = caller.reach.readers;
      const own = readerId ?? (others.length > 0 ? null : only);
      const reader = own === null ? null : await tx.use(ReadersRepository).lockedOne(own as ReaderId);
      const isOfSchool = reader?.schoolId === schoolId && reader.presence.is === 'active';
      if (
        reader === null ||
        !isOfSchool ||
        !reachesReader(caller.reach, { ...reader, readerId: reader.id })
      ) {
        if (!works) throw unknownThing();
        throw unknownReference('/readerId');
      }
      return { who: 'reader', classId: null, readerId: reader.id, account };
    }
    if (classId !== null) {
      const { id } = await classNamed(tx, caller, schoolId, classId);
      return { who: 'class', classId: id, readerId: null, account };
    }
    return { who: 'teacher', classId: null, readerId: null, account };
  }
}
