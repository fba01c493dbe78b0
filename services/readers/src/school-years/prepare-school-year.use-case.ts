import { Injectable } from '@nestjs/common';
import {
  Clock,
  invalid,
  OncePerKey,
  Transaction,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { refuse } from '../refuse.adapter.js';
import { SchoolsRepository } from '../schools/schools.repository.js';
import { isYearInSight } from './rules/school-year.js';
import { lockedYear, OPEN_STATES } from './school-year-of-caller.step.js';
import { schoolYearView } from './school-years.query.js';
import type { PrepareYearAsked, WishesAsked, WishOfClassAsked } from './school-years.http.js';
import { SchoolYearsRepository } from './school-years.repository.js';

/** A school prepares the step into a school year: by the rule, and where it wishes otherwise, class by class and pupil by pupil. */
@Injectable()
export class PrepareSchoolYear {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for a year that is not about, 409 `school-year.exists` */
  begin(request: DeskRequest | null, caller: Caller, input: PrepareYearAsked): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const schoolId = caller.schoolFor(input.schoolId);
      if ((await tx.use(SchoolsRepository).byId(schoolId)) === null) throw unknownReference('/schoolId');
      if (!isYearInSight(input.year, this.clock.today()))
        throw invalid({ pointer: '/year', code: 'out-of-range' });
      const id = await tx.use(SchoolYearsRepository).add(schoolId, input.year, caller.id, this.clock.now());
      if (id === null) throw refuse('school-year.exists');
      return schoolYearView(tx.session, id);
    });
  }

  /** @throws Problem 400 where a merger names no class, 422 for a class that the school has not */
  wishOfClass(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    classId: string,
    version: number,
    input: WishOfClassAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const year = await lockedYear(tx, caller, id, version, OPEN_STATES);
      const { fate = null, classNo = null, stream, campus } = input;
      if (fate === 'merges' && classNo === null) throw invalid({ pointer: '/classNo', code: 'required' });
      const years = tx.use(SchoolYearsRepository);
      const wish = { fate, classNo, stream, campus: campus === '' ? null : campus };
      if (!(await years.wishOfClass(id, year.schoolId, classId, wish))) throw unknownReference('/classId');
      await years.edited(id, caller.id);
      return schoolYearView(tx.session, id);
    });
  }

  /** @throws Problem 400 where a move names no class, 422 when one of them is no pupil of a class of the school */
  wishOfReaders(
    request: DeskRequest | null,
    caller: Caller,
    id: string,
    version: number,
    { readers }: WishesAsked,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const year = await lockedYear(tx, caller, id, version, OPEN_STATES);
      const wishes = readers.map(({ readerId, fate, classNo = null, why }, n) => {
        if (fate === 'moves' && classNo === null)
          throw invalid({ pointer: `/readers/${n}/classNo`, code: 'required' });
        return { readerId, fate, classNo, why: fate === 'leaves' ? (why ?? 'left') : null };
      });
      const years = tx.use(SchoolYearsRepository);
      if ((await years.wishOfReaders(id, year.schoolId, wishes)) < wishes.length)
        throw unknownReference('/readers');
      await years.edited(id, caller.id);
      return schoolYearView(tx.session, id);
    });
  }

  /** It is not taken at all, and the school may prepare it anew. */
  async giveUp(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      await lockedYear(tx, caller, id, null, OPEN_STATES);
      await tx.use(SchoolYearsRepository).change(id, { status: 'given-up' });
    });
  }
}
