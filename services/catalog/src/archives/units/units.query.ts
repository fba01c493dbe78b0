import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  Lists,
  pageOf,
  queryId,
  statement,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { INTAKES } from './unit.row.js';
import type { IntakesAsked, IntakeView, ScopesAsked, ScopeView, UnitsAsked, UnitView } from './units.http.js';

const UNITS = `select id, version, school_id as "schoolId", name, officer, contact, closed from archive_unit`;
const UNIT = statement('archive-units.byId', `${UNITS} where id = $1`);
const LIST = `${UNITS} where school_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`;
const INTAKES_OF = `${INTAKES} where u.school_id = $1 and ($2::int is null or i.year = $2)
    and ($3::uuid is null or (i.unit_id, i.year) > ($3::uuid, $4::int))
  order by i.unit_id, i.year limit $5`;
const SCOPES = `select id, school_id as "schoolId", class, name, retention, closed from archive_scope
  where school_id = $1 and ($2::text is null or class = $2) and ($3::text is null or (class, name) > ($3::text, $4::text))
  order by class, name limit $5`;

/** Who hands in what, and how long it is kept. */
@Injectable()
export class UnitsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 404 also for a unit of another school */
  async byId(caller: Caller, id: string): Promise<UnitView> {
    const [unit] = await this.database.rows<UnitView>(UNIT, [id]);
    if (unit === undefined || !caller.mayWorkAt(unit.schoolId)) throw unknownThing();
    return unit;
  }

  async units(asked: UnitsAsked, schoolId: SchoolId): Promise<Page<UnitView>> {
    const after = afterCursor(asked.cursor, 1);
    const from = after === null ? null : queryId('cursor', String(after[0]));
    return pageOf(
      await this.lists.rows<UnitView>(LIST, [schoolId, from, asked.limit + 1]),
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async intakes(asked: IntakesAsked, schoolId: SchoolId): Promise<Page<IntakeView>> {
    const after = afterCursor(asked.cursor, 2);
    const values = [schoolId, asked.year ?? null, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<IntakeView>(INTAKES_OF, values),
      asked.limit,
      (row) => row,
      ({ unitId, year }) => [unitId, year],
    );
  }

  async scopes(asked: ScopesAsked, schoolId: SchoolId): Promise<Page<ScopeView>> {
    const after = afterCursor(asked.cursor, 2);
    const values = [schoolId, asked.class ?? null, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<ScopeView>(SCOPES, values),
      asked.limit,
      (row) => row,
      ({ class: kind, name }) => [kind, name],
    );
  }
}
