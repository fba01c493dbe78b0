import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { SchoolId } from '@shulian/contracts/ids';
import {
  idAfter,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { EXPORT_VIEW } from './asset-export.row.js';
import type {
  AssetExportsAsked,
  AssetExportStep,
  AssetExportView,
  AssetExportWhole,
} from './asset-exports.http.js';
import { usualProfile, type AssetFormat, type AssetProfile } from './rules/asset-profile.js';

const PROFILE = 'select version, format, columns from asset_profile order by version desc limit 1';
const LIST = `${EXPORT_VIEW} where ($1::uuid is null or e.school_id = $1) and ($2::text is null or s.state = $2)
    and ($3::uuid is null or e.id < $3) order by e.id desc limit $4`;
const STEPS = `select state, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, by, receipt, note
  from asset_export_step where export_id = $1 order by place`;

/** The files for the asset system, and how they look. */
@Injectable()
export class AssetExportsQuery {
  constructor(private readonly lists: Lists) {}

  /** The newest that the county has set, or the usual one. */
  async profile(rows: Rows = this.lists): Promise<AssetProfile> {
    return (await rows.rows<AssetProfile>(PROFILE))[0] ?? usualProfile;
  }

  async list(schoolId: SchoolId | null, input: AssetExportsAsked): Promise<Page<AssetExportView>> {
    const values = [schoolId, input.state ?? null, idAfter(input.cursor), input.limit + 1];
    return pageOf(
      await this.lists.rows<AssetExportView>(LIST, values),
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async whole(caller: Caller, id: string, rows: Rows = this.lists): Promise<AssetExportWhole> {
    const [row] = await rows.rows<AssetExportView>(`${EXPORT_VIEW} where e.id = $1`, [id]);
    if (row === undefined || !reachesExport(caller, row.schoolId)) throw unknownThing();
    return { ...row, steps: await rows.rows<AssetExportStep>(STEPS, [id]) };
  }

  /** @throws Problem 404 out of reach */
  async file(
    caller: Caller,
    id: string,
  ): Promise<{ readonly content: Buffer; readonly format: AssetFormat; readonly name: string }> {
    const { format, from, to } = await this.whole(caller, id);
    const [row] = await this.lists.rows<{ content: Buffer }>(
      'select content from asset_export where id = $1',
      [id],
    );
    if (row === undefined) throw unknownThing();
    return { content: row.content, format, name: `special-rooms-${from}-${to}` };
  }
}

/** A file of the county is for the county alone. */
export const reachesExport = ({ reach }: Caller, schoolId: string | null): boolean =>
  schoolId === null ? reach.county : reachesSchool(reach, schoolId);
