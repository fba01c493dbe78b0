import type { CalendarDay } from '@shulian/contracts/ids';
import { statement, type Rows } from '@shulian/service-kit';
import { EXPORT_VIEW } from './asset-export.row.js';
import type { AssetExportView } from './asset-exports.http.js';
import type { AssetProfile, ExportState } from './rules/asset-profile.js';

const LOCK_PROFILE = statement(
  'asset-profile.lock',
  `select pg_advisory_xact_lock(hashtext('reporting.asset-profile'))`,
);
const PUT_PROFILE = statement(
  'asset-profile.put',
  'insert into asset_profile (version, format, columns, put_on, put_by) values ($1, $2, $3::jsonb, $4, $5)',
);
const ADD = statement(
  'asset-export.add',
  `insert into asset_export (id, school_id, from_day, to_day, profile_version, rooms, format, content, sha256, made_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const LOCK = statement(
  'asset-export.lock',
  'select school_id as "schoolId" from asset_export where id = $1 for update',
);
const ADD_STEP = statement(
  'asset-export.add-step',
  `insert into asset_export_step (export_id, place, state, at, by, receipt, note)
   select $1, coalesce(max(place), 0) + 1, $2, $3, $4, $5, $6 from asset_export_step where export_id = $1`,
);
const VIEW = statement('asset-export.view', `${EXPORT_VIEW} where e.id = $1`);

export type MadeExport = Omit<AssetExportView, 'state' | 'receipt'> & { readonly content: Buffer };

export class AssetExportsRepository {
  constructor(private readonly rows: Rows) {}

  /** Two who set the profile go one after the other. */
  async lockProfile(): Promise<void> {
    await this.rows.rows(LOCK_PROFILE);
  }

  async putProfile({ version, format, columns }: AssetProfile, on: CalendarDay, by: string): Promise<void> {
    await this.rows.rows(PUT_PROFILE, [version, format, JSON.stringify(columns), on, by]);
  }

  async add(made: MadeExport): Promise<void> {
    await this.rows.rows(ADD, [
      made.id,
      made.schoolId,
      made.from,
      made.to,
      made.profileVersion,
      made.rooms,
      made.format,
      made.content,
      made.sha256,
      made.madeOn,
    ]);
  }

  /** Whose it is, as a list of one; whoever else notes a step of it waits. */
  lock(id: string): Promise<{ readonly schoolId: string | null }[]> {
    return this.rows.rows<{ schoolId: string | null }>(LOCK, [id]);
  }

  async addStep(
    id: string,
    step: {
      readonly state: ExportState;
      readonly at: Date;
      readonly by: string;
      readonly receipt: string | null;
      readonly note: string | null;
    },
  ): Promise<void> {
    await this.rows.rows(ADD_STEP, [id, step.state, step.at, step.by, step.receipt, step.note]);
  }

  async view(id: string): Promise<AssetExportView> {
    const [view] = await this.rows.rows<AssetExportView>(VIEW, [id]);
    if (view === undefined) throw new Error('the export is gone');
    return view;
  }
}
