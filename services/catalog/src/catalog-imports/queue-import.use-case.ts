import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Answer,
  hashBody,
  invalid,
  Jobs,
  OncePerKey,
  Problem,
  receiveUpload,
  unknownReference,
  type Caller,
  type DeskRequest,
  type RequestOfCaller,
  type Upload,
} from '@shulian/service-kit';
import type { CatalogStore } from '../catalog.store.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { IMPORT_FORMATS, IMPORT_KIND } from './catalog-imports.http.js';
import { fileKindOf } from './file-kind.format.js';
import { HOLDINGS_PROFILES } from './rules/holdings-profiles.js';

/** Takes an uploaded file in and queues its import; what is wrong with the request is said at once, not by the job. */
@Injectable()
export class QueueImport {
  constructor(
    private readonly jobs: Jobs,
    private readonly oncePerKey: OncePerKey<CatalogStore>,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 400, 403, 413, 415 `import.format-unsupported`, 422 */
  async execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    const upload = await receiveUpload(this.jobs, request, IMPORT_KIND, caller.id);
    try {
      const schoolId = caller.schoolFor(schoolIn(upload));
      const parameters = await this.parametersOf(upload);
      if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
      const key = once && {
        ...once,
        bodyHash: hashBody(IMPORT_KIND, { ...upload.fields, digest: await this.digestOf(upload) }),
      };
      // The job and the memory of its key are one commit; only then is there something to run.
      const answer = await this.oncePerKey.run(key, 202, (store) =>
        this.jobs.queue(upload.jobId, schoolId, parameters, store.rows),
      );
      if (answer.replayed) await this.jobs.discard(upload.jobId);
      else this.jobs.bell.ring();
      return answer;
    } catch (error) {
      await this.jobs.discard(upload.jobId);
      throw error;
    }
  }

  /** The same key with other bytes is another request, whatever the file is called. */
  private async digestOf({ jobId }: Upload): Promise<string> {
    const hash = createHash('sha256');
    for await (const bytes of this.jobs.bytes(jobId)) hash.update(bytes);
    return hash.digest('hex');
  }

  private async parametersOf({ fields, jobId }: Upload): Promise<Readonly<Record<string, unknown>>> {
    const { format = 'auto', profile = '', dryRun = 'false' } = fields;
    if (!IMPORT_FORMATS.includes(format)) throw invalid({ pointer: '/format', code: 'is-in' });
    if (!['true', 'false', '1', '0', ''].includes(dryRun))
      throw invalid({ pointer: '/dryRun', code: 'is-boolean' });
    if (profile !== '' && !HOLDINGS_PROFILES.some(({ name }) => name === profile))
      throw invalid({ pointer: '/profile', code: 'import.profile-unknown' });
    const kind = await fileKindOf(this.jobs.bytes(jobId));
    const isList = format === 'csv' || (format === 'auto' && kind === 'text');
    // Workbooks come with their own issue; a list is saved as CSV till then.
    if (
      format === 'excel' ||
      kind === 'workbook' ||
      (isList && kind === 'marc') ||
      (!isList && kind === 'text')
    )
      throw new Problem(415, 'import.format-unsupported');
    return {
      format,
      profile: profile === '' ? null : profile,
      dryRun: dryRun === 'true' || dryRun === '1',
      list: isList,
    };
  }
}

const schoolIn = ({ fields }: Upload): string | undefined => {
  const { schoolId } = fields;
  if (schoolId === undefined || schoolId === '') return undefined;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(schoolId))
    throw invalid({ pointer: '/schoolId', code: 'is-uuid' });
  return schoolId.toLowerCase();
};
