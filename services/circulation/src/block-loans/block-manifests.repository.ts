import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { statement, type Session } from '@shulian/service-kit';
import { whoBorrows } from '../desk/loan.row.js';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { MANIFEST_VIEW } from './block-manifest.row.js';
import type { ManifestState, ManifestView } from './block-manifests.http.js';

const LOCK = statement(
  'block-manifest.lock',
  `select school_id as "schoolId", reader_id, class_id, target_id as "targetId", state, version
   from block_manifest where id = $1 for update`,
);
const VIEW = statement('block-manifest.view', `${MANIFEST_VIEW} where m.id = any($1::uuid[]) order by m.id`);
const BARCODES = statement(
  'block-manifest.barcodes',
  `select k.barcode, l.loan_id as "loanId", n.closed_how is null as "isOpen"
   from block_line l join loan n on n.id = l.loan_id join known_copy k on k.copy_id = l.copy_id
   where l.manifest_id = $1 and k.barcode is not null order by l.position`,
);
const FIND = statement(
  'block-manifest.find',
  `update block_line l set finding = case when k.barcode = any($2::text[]) then 'missing'
       when k.barcode = any($3::text[]) then 'damaged' end
   from known_copy k where l.manifest_id = $1 and k.copy_id = l.copy_id`,
);
const RECEIVE = statement(
  'block-manifest.receive',
  `update block_manifest set state = 'received', received_on = $2, received_by = $3, handed_to = $4,
     note = coalesce($5, note), version = version + 1 where id = $1`,
);
const CANCEL = statement(
  'block-manifest.cancel',
  `update block_manifest set state = 'cancelled', version = version + 1 where id = $1`,
);

/** A document with its lock held. */
export type LockedManifest = {
  readonly schoolId: SchoolId;
  readonly who: WhoBorrows;
  readonly targetId: string | null;
  readonly state: ManifestState;
  readonly version: number;
};

export type LineOfManifest = { readonly barcode: string; readonly loanId: string; readonly isOpen: boolean };

export class BlockManifestsRepository {
  constructor(private readonly session: Session) {}

  async locked(id: string): Promise<LockedManifest | null> {
    type Row = Omit<LockedManifest, 'who'> & { reader_id: ReaderId | null; class_id: SchoolClassId | null };
    const [row] = await this.session.rows<Row>(LOCK, [id]);
    if (row === undefined) return null;
    const { reader_id, class_id, ...manifest } = row;
    return { ...manifest, who: whoBorrows({ reader_id, class_id }) };
  }

  /** Those of its copies that have a barcode. */
  lines(id: string): Promise<LineOfManifest[]> {
    return this.session.rows<LineOfManifest>(BARCODES, [id]);
  }

  /** Says what differs, for all lines; what was said before of others is no more. */
  async find(id: string, missing: readonly string[], damaged: readonly string[]): Promise<void> {
    await this.session.rows(FIND, [id, missing, damaged]);
  }

  async receive(
    id: string,
    how: {
      readonly on: CalendarDay;
      readonly by: string;
      readonly to: string | null;
      readonly note: string | null;
    },
  ): Promise<void> {
    await this.session.rows(RECEIVE, [id, how.on, how.by, how.to, how.note]);
  }

  async cancel(id: string): Promise<void> {
    await this.session.rows(CANCEL, [id]);
  }

  async view(id: string): Promise<ManifestView> {
    const [view] = await this.views([id]);
    if (view === undefined) throw new Error('the document is gone');
    return view;
  }

  views(ids: readonly string[]): Promise<ManifestView[]> {
    return this.session.rows<ManifestView>(VIEW, [ids]);
  }
}
