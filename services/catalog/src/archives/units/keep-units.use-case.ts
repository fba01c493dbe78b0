import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { ScopesRepository } from './scopes.repository.js';
import type { UnitRow } from './unit.row.js';
import type { IntakeAsked, ScopeAsked, UnitAsked, UnitChangeAsked } from './units.http.js';
import { UNIT_ONCE, UnitsRepository } from './units.repository.js';

/** Of a school; more are kept by no archive. */
const MOST_SCOPES = 2_000;

/** Units with their officers, what they hand in, and how long it is kept (CAT-096, CAT-102). */
@Injectable()
export class KeepUnits {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown school, 409 `archive-unit.name-taken` */
  async add(caller: Caller, asked: UnitAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const { name, officer = null, contact = null } = asked;
    const unit: UnitRow = { id: newId(), version: 1, schoolId, name, officer, contact, closed: false };
    return this.named(() =>
      this.once.run(request, 201, async (tx) => {
        await tx.use(UnitsRepository).add(unit);
        return unit;
      }),
    );
  }

  /** @throws Problem 404, 412, 409 `archive-unit.name-taken` */
  change(
    caller: Caller,
    id: string,
    version: number,
    asked: UnitChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.named(() =>
      this.once.run(request, 200, async (tx) => {
        const unit = await tx.use(UnitsRepository).locked(id);
        if (unit === null || !caller.mayWorkAt(unit.schoolId)) throw unknownThing();
        refuseIfStale(version, unit.version);
        const { officer = unit.officer, contact = unit.contact, closed = unit.closed } = asked;
        const next = {
          ...unit,
          version: unit.version + 1,
          name: asked.name ?? unit.name,
          officer,
          contact,
          closed,
        };
        await tx.use(UnitsRepository).change(next);
        return next;
      }),
    );
  }

  /** @throws Problem 404 for a unit of another school */
  putIntake(
    caller: Caller,
    id: string,
    year: number,
    asked: IntakeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const units = tx.use(UnitsRepository);
      const unit = await units.locked(id);
      if (unit === null || !caller.mayWorkAt(unit.schoolId)) throw unknownThing();
      const items = asked.items.map(({ name, doneOn }) => ({ name, doneOn: doneOn ?? null }));
      return units.putIntake(id, year, items, this.clock.today(), caller.id);
    });
  }

  /** @throws Problem 422 for an unknown school, 409 `archive-scope.too-many` */
  async putScope(caller: Caller, asked: ScopeAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(asked.schoolId);
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    const { class: kind, name, retention, closed = false } = asked;
    return this.once.run(request, 200, async (tx) => {
      const scopes = tx.use(ScopesRepository);
      const saved = await scopes.save({ id: newId(), schoolId, class: kind, name, retention, closed });
      if ((await scopes.count(schoolId)) > MOST_SCOPES) throw conflict('archive-scope.too-many');
      return saved;
    });
  }

  private async named(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      throw violatedUnique(error) === UNIT_ONCE ? conflict('archive-unit.name-taken') : error;
    }
  }
}
