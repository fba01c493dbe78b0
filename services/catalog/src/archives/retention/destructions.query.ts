import { Injectable } from '@nestjs/common';
import {
  afterCursor,
  Clock,
  Database,
  Lists,
  pageOf,
  statement,
  unknownThing,
  type Caller,
  type ListAsked,
  type Page,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { DESTRUCTION_VIEW, EXPIRIES, HAS_EXPIRED } from './destruction.row.js';
import type { DestructionsAsked, DestructionView, ExpiriesAsked, ExpiryView } from './destructions.http.js';

const EXPIRED = `${EXPIRIES} where f.school_id = $1 and ${HAS_EXPIRED}
    and ($3::date is null or (f.filed_on, f.id) > ($3::date, $4::uuid))
  order by f.filed_on, f.id limit $5`;
const BY_ID = statement('archive-destructions.byId', `${DESTRUCTION_VIEW} where d.id = $1`);
const LIST = `${DESTRUCTION_VIEW} where d.school_id = $1 and ($2::text is null or d.state = $2) and ($3::uuid is null or d.id < $3)
  order by d.id desc limit $4`;
const FILES = `select e.* from archive_destruction_file t cross join lateral (${EXPIRIES} where f.id = t.file_id limit 1) e
  where t.destruction_id = $1 and ($2::uuid is null or t.file_id > $2) order by t.file_id limit $3`;

/** What has run out, and what was proposed to be destroyed. */
@Injectable()
export class DestructionsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  async expiries(asked: ExpiriesAsked, schoolId: SchoolId): Promise<Page<ExpiryView>> {
    const after = afterCursor(asked.cursor, 2);
    const on = asked.on ?? this.clock.today();
    const values = [schoolId, on, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<ExpiryView>(EXPIRED, values),
      asked.limit,
      (row) => row,
      ({ filedOn, id }) => [filedOn, id],
    );
  }

  /** @throws Problem 404 also for a proposal of another school */
  async byId(caller: Caller, id: string): Promise<DestructionView> {
    const [proposal] = await this.database.rows<DestructionView>(BY_ID, [id]);
    if (proposal === undefined || !caller.mayWorkAt(proposal.schoolId)) throw unknownThing();
    return proposal;
  }

  async find(asked: DestructionsAsked, schoolId: SchoolId): Promise<Page<DestructionView>> {
    const values = [
      schoolId,
      asked.state ?? null,
      afterCursor(asked.cursor, 1)?.[0] ?? null,
      asked.limit + 1,
    ];
    return pageOf(
      await this.lists.rows<DestructionView>(LIST, values),
      asked.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  async files(id: string, asked: ListAsked): Promise<Page<ExpiryView>> {
    const values = [id, afterCursor(asked.cursor, 1)?.[0] ?? null, asked.limit + 1];
    return pageOf(
      await this.lists.rows<ExpiryView>(FILES, values),
      asked.limit,
      (row) => row,
      (row) => [row.id],
    );
  }
}
