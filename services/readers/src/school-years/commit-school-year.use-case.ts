import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest, type Tx } from '@shulian/service-kit';
import { openClass } from '../classes/open-class.use-case.js';
import { schoolYearOf, type SchoolClass } from '../classes/rules/school-class.js';
import { classChanged } from '../classes/school-class.events.js';
import { announceReaders } from '../enrolment/keep-readers.use-case.js';
import { refuse } from '../refuse.adapter.js';
import { mayReview } from './rules/school-year.js';
import { lockedYear, OPEN_STATES } from './school-year-of-caller.step.js';
import type { SchoolYear } from './school-year.row.js';
import { schoolYearView } from './school-years.query.js';
import { SchoolYearsRepository } from './school-years.repository.js';
import { SchoolYearStepsRepository, type Stepped } from './school-year-steps.repository.js';

/** Somebody else than who prepared it looks at the step into a school year: it is taken, sent back, or undone afterwards. */
@Injectable()
export class CommitSchoolYear {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /**
   * The whole school at once. @throws Problem 409 `school-year.own-review`, `school-year.not-its-time` (from 1 September on, in its
   * year), `class.exists` where a class is at the new place of another
   */
  commit(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const year = await lockedYear(tx, caller, id, version, ['draft']);
      if (!mayReview(caller.id, year.editedBy)) throw refuse('school-year.own-review');
      if (schoolYearOf(this.clock.today()) !== year.year) throw refuse('school-year.not-its-time');
      await this.take(tx, year);
      await tx.use(SchoolYearsRepository).committed(id, caller.id, this.clock.now());
      return schoolYearView(tx.session, id);
    });
  }

  /** @throws Problem 409 `school-year.own-review` */
  sendBack(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    note: string,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const year = await lockedYear(tx, caller, id, version, OPEN_STATES);
      if (!mayReview(caller.id, year.editedBy)) throw refuse('school-year.own-review');
      await tx.use(SchoolYearsRepository).change(id, { status: 'sent-back', note });
      return schoolYearView(tx.session, id);
    });
  }

  /** Everything as it was. @throws Problem 409 `school-year.built-upon` */
  undo(request: DeskRequest | null, caller: Caller, id: string, version: number): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const year = await lockedYear(tx, caller, id, version, ['committed']);
      const steps = tx.use(SchoolYearStepsRepository);
      await steps.lock(year.schoolId);
      const built = await steps.builtOn(id);
      if (built > 0) throw refuse('school-year.built-upon', { things: built });
      const readers = await steps.readersBack(id);
      const classes = await steps.classesBack(id);
      if (classes === null) throw refuse('school-year.built-upon');
      await this.tellClasses(tx, classes);
      await announceReaders(
        tx,
        readers.map(({ reader, from }) => ({
          reader,
          fact: from === reader.classId ? { is: 'enrolled' } : { is: 'moved-class', from },
        })),
      );
      await tx.use(SchoolYearsRepository).undone(id, caller.id, this.clock.now());
      return schoolYearView(tx.session, id);
    });
  }

  private async take(tx: Tx, { id, schoolId }: SchoolYear): Promise<void> {
    const steps = tx.use(SchoolYearStepsRepository);
    await steps.lock(schoolId);
    await steps.keepClassLists(id);
    await steps.decide(id);
    const classes = await steps.moveClasses(id);
    if (classes === null) throw refuse('class.exists');
    await this.tellClasses(tx, classes);
    const opened: SchoolClass[] = [];
    for (const place of await steps.placesWithoutClass(id, schoolId)) {
      const schoolClass = await openClass(tx, this.clock, schoolId, place);
      if (schoolClass !== null) opened.push(schoolClass);
    }
    await steps.noteOpened(id, opened);
    await this.tellStepped(tx, await steps.moveReaders(id, schoolId));
  }

  private tellClasses(tx: Tx, classes: readonly SchoolClass[]): Promise<void> {
    const today = this.clock.today();
    return tx.outbox.append(...classes.map((each) => classChanged(each, today)));
  }

  private tellStepped(tx: Tx, stepped: readonly Stepped[]): Promise<void> {
    return announceReaders(
      tx,
      stepped.map(({ reader, from }) => ({
        reader,
        fact: reader.presence.is === 'left' ? { is: 'left' } : { is: 'moved-class', from },
      })),
    );
  }
}
