import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Database,
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { reachesReader } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import { classesInReach } from '../classes-in-reach.step.js';
import { textOfCursor } from '../plain-text.http.js';
import { GUARDIAN_VIEW, PARTICIPATION_VIEW } from './guardian.row.js';
import type {
  GuardiansAsked,
  GuardianView,
  ParticipationsAsked,
  ParticipationView,
} from './guardians.http.js';

const LIST = `${GUARDIAN_VIEW} where g.school_id = $1 and ($2::uuid[] is null or r.class_id = any($2))
    and ($3::uuid is null or r.class_id = $3) and ($4::uuid is null or g.reader_id = $4)
    and ($5::boolean is null or $5 = (g.consent_on is not null and g.withdrawn_on is null))
    and ($6::uuid is null or g.id > $6) order by g.id limit $7`;
const PARTICIPATIONS = `${PARTICIPATION_VIEW} where p.school_id = $1
    and p.took_place_on between coalesce($2::date, '-infinity') and coalesce($3::date, 'infinity')
    and ($4::date is null or (p.took_place_on, p.id) < ($4::date, $5::uuid))
  order by p.took_place_on desc, p.id desc limit $6`;

/** Guardians, as far as a caller reaches their pupils; whoever shows them also logs the read. */
@Injectable()
export class GuardiansQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** @throws Problem 403 for a class out of reach */
  async page(caller: Caller, input: GuardiansAsked, schoolId: SchoolId): Promise<Page<GuardianView>> {
    const { classId, readerId = null, consent = null, cursor, limit } = input;
    const rows = await this.lists.rows<GuardianView>(LIST, [
      schoolId,
      classesInReach(caller, schoolId, classId),
      classId ?? null,
      readerId,
      consent,
      idAfter(cursor),
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async byId(caller: Caller, id: string): Promise<GuardianView> {
    const [row] = await this.database.rows<GuardianView>(`${GUARDIAN_VIEW} where g.id = $1`, [id]);
    if (row === undefined || !reachesReader(caller.reach, row)) throw unknownThing();
    return row;
  }

  async participations(input: ParticipationsAsked, schoolId: SchoolId): Promise<Page<ParticipationView>> {
    const after = afterCursor(input.cursor, 2)?.map(textOfCursor);
    const rows = await this.lists.rows<ParticipationView>(PARTICIPATIONS, [
      schoolId,
      input.from ?? null,
      input.to ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ tookPlaceOn, id }) => [tookPlaceOn, id],
    );
  }
}
