import { Injectable } from '@nestjs/common';
import {
  Clock,
  newId,
  OncePerKey,
  Problem,
  unknownReference,
  type Answer,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownToBatch } from '../catalog-imports/known-to-batch.use-case.js';
import { NOTHING_YET, RecordBatch } from '../catalog-imports/record-batch.use-case.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { deflated } from '../title-records/kept-records.repository.js';
import { withFinding } from '../titles/title-finding.use-case.js';
import { titleView } from '../titles/titles.query.js';
import type { CopiedTitleAsked } from './copy-cataloguing.http.js';
import { describedOutside, isbnOf } from './look-up-isbn.use-case.js';
import { SruSource } from './sru.adapter.js';

/**
 * Takes a record of another library into the catalogue, as an import would: matched with what is there, kept as it came.
 * The record is asked for again: what a client sends is not what a library said.
 */
@Injectable()
export class CopyTitle {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly source: SruSource,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 404 `copied-title.no-record`, 409 `copied-title.source-off`, 422, 503 `copied-title.source-away` */
  async execute(
    input: CopiedTitleAsked,
    schoolId: SchoolId,
    by: string,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const isbn = isbnOf(input.isbn, '/isbn');
    const school = await this.schools.awaited(schoolId);
    if (school === null) throw unknownReference('/schoolId');
    if (!this.source.isConfigured) throw new Problem(409, 'copied-title.source-off');
    const answer = await this.source.byIsbn(isbn);
    if (answer.is !== 'answered')
      throw new Problem(503, 'copied-title.source-away', { retryAfterSeconds: 10 });
    const found = answer.records[input.position - 1];
    const record = found === undefined ? null : describedOutside(found, input.position, schoolId);
    if (record?.is !== 'title') throw new Problem(404, 'copied-title.no-record');
    const bodies = new Map(
      record.original === null ? [] : [[record, deflated(record.original.text)] as const],
    );
    return this.oncePerKey.run(request, 201, async (tx) => {
      const asked = {
        jobId: newId(),
        attempt: 1,
        school,
        records: [record],
        before: NOTHING_YET,
        total: 1,
        entry: { source: 'not-recorded' as const, documentNumber: null, by },
        imagined: null,
      };
      const known = new KnownToBatch();
      await known.gather(tx, asked, true);
      const batch = new RecordBatch(known, asked, this.clock);
      const titleId = batch.take(record);
      await batch.write(tx, withFinding, bodies);
      if (titleId === null) throw new Error('a record that is a title has none');
      return titleView(tx.session, titleId);
    });
  }
}
