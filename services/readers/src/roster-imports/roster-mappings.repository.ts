import { violatedUnique, type Session } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import type { RosterMapping } from './rules/roster-mapping.js';

/** A mapping with its name, as a school keeps it. */
export type KeptMapping = Omit<RosterMapping, 'headings'> & {
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly version: number;
};

export const MAPPING = `m.id, m.school_id as "schoolId", m.name, m.columns, m.told, m.version`;
/** Remembered mappings that are tried for one file. */
const MOST_REMEMBERED = 200;

/** How schools read their lists. */
export class RosterMappingsRepository {
  constructor(private readonly session: Session) {}

  /** False when the school has one of that name; the transaction is then lost. */
  async put(mapping: KeptMapping): Promise<boolean> {
    try {
      await this.session.rows(
        `insert into roster_mapping (id, school_id, name, columns, told, version) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set name = excluded.name, columns = excluded.columns, told = excluded.told,
           version = excluded.version`,
        [
          mapping.id,
          mapping.schoolId,
          mapping.name,
          JSON.stringify(mapping.columns),
          JSON.stringify(mapping.told),
          mapping.version,
        ],
      );
      return true;
    } catch (error) {
      if (violatedUnique(error) === 'roster_mapping_name') return false;
      throw error;
    }
  }

  async locked(id: string): Promise<KeptMapping | null> {
    const [row] = await this.session.rows<KeptMapping>(
      `select ${MAPPING} from roster_mapping m where id = $1 for no key update`,
      [id],
    );
    return row ?? null;
  }

  async remove(id: string): Promise<void> {
    await this.session.rows('delete from roster_mapping where id = $1', [id]);
  }

  /** The one that is wished; none for `none`; for null what is remembered, what was used last first. */
  async forFile(schoolId: SchoolId, wished: string | null): Promise<RosterMapping[]> {
    if (wished === 'none') return [];
    if (wished !== null)
      return this.session.rows<RosterMapping>(
        `select ${MAPPING}, null as headings from roster_mapping m where school_id = $1 and id = $2`,
        [schoolId, wished],
      );
    return this.session.rows<RosterMapping>(
      `select ${MAPPING}, r.headings from roster_memory r join roster_mapping m on m.id = r.mapping_id
       where r.school_id = $1 order by r.used_at desc limit ${MOST_REMEMBERED}`,
      [schoolId],
    );
  }

  async remember(
    schoolId: SchoolId,
    used: readonly { readonly headings: string; readonly mappingId: string }[],
    at: Date,
  ): Promise<void> {
    if (used.length === 0) return;
    await this.session.rows(
      `insert into roster_memory (school_id, headings, mapping_id, used_at)
       select distinct on (headings) $1::uuid, headings, "mappingId", $3
       from jsonb_to_recordset($2::jsonb) as t(headings text, "mappingId" uuid)
       on conflict (school_id, headings) do update set mapping_id = excluded.mapping_id, used_at = excluded.used_at`,
      [schoolId, JSON.stringify(used), at],
    );
  }
}
