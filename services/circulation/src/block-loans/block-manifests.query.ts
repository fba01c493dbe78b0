import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  idAfter,
  Lists,
  numberAfter,
  pageOf,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { whoBorrows } from '../desk/loan.row.js';
import { MANIFEST_LINE_VIEW, MANIFEST_VIEW } from './block-manifest.row.js';
import type {
  ManifestLine,
  ManifestLinesAsked,
  ManifestsAsked,
  ManifestView,
} from './block-manifests.http.js';
import { reachesBlock } from './block-rights.step.js';

/** Newest first; `$2` null: all of the school, else of these classes. */
const LIST = `${MANIFEST_VIEW}
  where m.school_id = $1 and ($2::uuid[] is null or m.class_id = any($2)) and ($3::text is null or m.purpose = $3)
    and ($4::uuid is null or m.target_id = $4) and ($5::uuid is null or m.class_id = $5)
    and ($6::text is null or m.state = $6)
    and m.sent_on between coalesce($7::date, '-infinity') and coalesce($8::date, 'infinity')
    and ($9::uuid is null or m.id < $9)
  order by m.id desc limit $10`;
const LINES = `${MANIFEST_LINE_VIEW} where l.manifest_id = $1 and l.position > $2 order by l.position limit $3`;

/** The documents by which copies went to corners, in boxes and to offices. */
@Injectable()
export class BlockManifestsQuery {
  constructor(private readonly lists: Lists) {}

  /** @throws Problem 403 for a school out of reach */
  async list(caller: Caller, input: ManifestsAsked): Promise<Page<ManifestView>> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rows = await this.lists.rows<ManifestView>(LIST, [
      schoolId,
      reachesSchool(caller.reach, schoolId) ? null : [...caller.reach.classes.keys()],
      input.purpose ?? null,
      input.targetId ?? null,
      input.classId ?? null,
      input.state ?? null,
      input.from ?? null,
      input.to ?? null,
      idAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ id }) => [id],
    );
  }

  /** @throws Problem 404 out of reach */
  async one(caller: Caller, id: string): Promise<ManifestView> {
    const [row] = await this.lists.rows<ManifestView>(`${MANIFEST_VIEW} where m.id = $1`, [id]);
    if (row === undefined) throw unknownThing();
    const who = whoBorrows({
      reader_id: row.readerId as ReaderId | null,
      class_id: row.borrower.kind === 'class' ? (row.borrower.id as SchoolClassId) : null,
    });
    if (!reachesBlock(caller, { schoolId: row.schoolId as SchoolId, who })) throw unknownThing();
    return row;
  }

  async lines(manifest: ManifestView, input: ManifestLinesAsked): Promise<Page<ManifestLine>> {
    const rows = await this.lists.rows<ManifestLine>(LINES, [
      manifest.id,
      numberAfter(input.cursor),
      input.limit + 1,
    ]);
    return pageOf(
      rows,
      input.limit,
      (row) => row,
      ({ position }) => [position],
    );
  }
}
