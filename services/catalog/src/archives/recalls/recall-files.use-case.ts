import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { ArchiveFilesRepository } from '../files/archive-files.repository.js';
import { stepFiles } from '../files/step-archive-files.step.js';
import { UnitsRepository } from '../units/units.repository.js';
import type { ExpectationAsked, ReminderAsked } from './recalls.http.js';
import { RecallsRepository } from './recalls.repository.js';

/** Units are reminded of what they have (CAT-103), and the archive of what is not entered yet (CAT-099). */
@Injectable()
export class RecallFiles {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** Calls in all that a unit has of a year. @throws Problem 422 for an unknown unit, 409 `archive-recall.nothing-out` */
  remind(caller: Caller, asked: ReminderAsked, request: DeskRequest | null): Promise<Answer> {
    const occasion = { on: this.clock.today(), by: caller.id };
    return this.once.run(request, 201, async (tx) => {
      const unit = await tx.use(UnitsRepository).locked(asked.unitId);
      if (unit === null || !caller.mayWorkAt(unit.schoolId)) throw unknownReference('/unitId');
      const files = await tx.use(ArchiveFilesRepository).outWith(unit.id, asked.year);
      if (files.length === 0) throw conflict('archive-recall.nothing-out');
      const fresh = files.filter(({ state }) => state === 'with-unit');
      await stepFiles(tx, unit.schoolId, fresh, 'call-in', { note: asked.note ?? null }, occasion);
      const reminder = { id: newId(), unitId: unit.id, year: asked.year, files: files.length };
      const words = { reminded: asked.reminded ?? unit.officer, note: asked.note ?? null };
      return tx.use(RecallsRepository).remind({ ...reminder, ...words }, occasion);
    });
  }

  /** @throws Problem 422 for an unknown school */
  async expect(caller: Caller, asked: ExpectationAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const occasion = { on: this.clock.today(), by: caller.id };
    return this.once.run(request, 200, (tx) => tx.use(RecallsRepository).expect(schoolId, asked, occasion));
  }
}
