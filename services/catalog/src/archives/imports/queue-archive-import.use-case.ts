import { Injectable } from '@nestjs/common';
import {
  fieldId,
  invalid,
  Jobs,
  OncePerKey,
  Problem,
  queueUpload,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type RequestOfCaller,
} from '@shulian/service-kit';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import { ARCHIVE_FORMATS, ARCHIVE_IMPORT_KIND } from './archive-imports.http.js';
import { archiveFileKind } from './archive-list.format.js';

/** A workbook is held in memory while it is read. */
const MOST_WORKBOOK_BYTES = 20 * 1024 * 1024;

/** Takes a list of an archive in and queues its import. */
@Injectable()
export class QueueArchiveImport {
  constructor(
    private readonly jobs: Jobs,
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 400, 403, 413, 415 `import.format-unsupported` `import.xls-unsupported`, 422 */
  execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    const asked = { kind: ARCHIVE_IMPORT_KIND, caller, request, once };
    return queueUpload(this.jobs, this.oncePerKey, asked, async ({ jobId, size, fields }) => {
      const schoolId = caller.schoolFor(fieldId('schoolId', fields['schoolId']));
      const { dryRun = 'false', format = 'auto' } = fields;
      if (!ARCHIVE_FORMATS.includes(format)) throw invalid({ pointer: '/format', code: 'is-in' });
      if (!['true', 'false', '1', '0', ''].includes(dryRun))
        throw invalid({ pointer: '/dryRun', code: 'is-boolean' });
      if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
      const kind = await archiveFileKind(this.jobs.bytes(jobId));
      if (kind === 'unsupported') throw new Problem(415, 'import.xls-unsupported');
      if (format !== 'auto' && (format === 'excel') !== (kind === 'workbook'))
        throw new Problem(415, 'import.format-unsupported');
      if (kind === 'workbook' && size > MOST_WORKBOOK_BYTES) throw new Problem(413, 'request.too-large');
      return { schoolId, parameters: { kind, dryRun: dryRun === 'true' || dryRun === '1' } };
    });
  }
}
