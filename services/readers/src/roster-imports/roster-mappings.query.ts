import { Injectable } from '@nestjs/common';
import { afterCursor, Database, Lists, pageOf, unknownReference, type Page } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { idOfCursor } from '../plain-text.http.js';
import type { MappingsAsked, MappingView } from './roster-mappings.http.js';
import { MAPPING } from './roster-mappings.repository.js';

const VIEW = `select ${MAPPING}, (select max(used_at) from roster_memory r where r.mapping_id = m.id) as "usedAt" from roster_mapping m`;
type Row = Omit<MappingView, 'usedAt'> & { usedAt: Date | null };
const toView = ({ usedAt, ...row }: Row): MappingView => ({ ...row, usedAt: usedAt?.toISOString() ?? null });

/** The mappings of a school. */
@Injectable()
export class RosterMappings {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  async page(input: MappingsAsked, schoolId: SchoolId): Promise<Page<MappingView>> {
    const after = afterCursor(input.cursor, 1);
    const rows = await this.lists.rows<Row>(
      `${VIEW} where school_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [schoolId, after === null ? null : idOfCursor(after[0] ?? ''), input.limit + 1],
    );
    return pageOf(rows, input.limit, toView, ({ id }) => [id]);
  }

  /** @throws Problem 422 for a mapping that the school has not; `none` and nothing are none */
  async refuseUnknown(schoolId: SchoolId, wished: string | undefined): Promise<void> {
    if (wished === undefined || wished === 'none') return;
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wished);
    const rows = isId
      ? await this.database.rows('select 1 from roster_mapping where id = $1 and school_id = $2', [
          wished,
          schoolId,
        ])
      : [];
    if (rows.length === 0) throw unknownReference('/mapping');
  }
}
