import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  hashBody,
  invalid,
  Jobs,
  OncePerKey,
  Problem,
  receiveUpload,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type RequestOfCaller,
  type Upload,
} from '@shulian/service-kit';
import type { ReadersStore } from '../readers.store.js';
import { Schools } from '../schools/schools.query.js';
import { MOST_BYTES, rosterFileKind } from './roster-file.format.js';
import { MOST_LEAVERS, ROSTER_KIND, rosterFormats } from './roster-imports.http.js';

/** Takes an uploaded roster in and queues its import; what is wrong with the request is said at once, not by the job. */
@Injectable()
export class QueueRosterImport {
  constructor(
    private readonly jobs: Jobs,
    private readonly once: OncePerKey<ReadersStore>,
    private readonly schools: Schools,
  ) {}

  /** @throws Problem 400, 403, 413, 415 `roster.format-unsupported`, 422 */
  async execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    const upload = await receiveUpload(this.jobs, request, ROSTER_KIND, caller.id);
    try {
      const schoolId = caller.schoolFor(schoolIn(upload));
      const { parameters, digest } = await this.readyToRun(upload);
      if (!(await this.schools.exists(schoolId))) throw unknownReference('/schoolId');
      const key = once && { ...once, bodyHash: hashBody(ROSTER_KIND, { ...upload.fields, digest }) };
      // The job and the memory of its key are one commit; only then is there something to run.
      const answer = await this.once.run(key, 202, (store) =>
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

  private async readyToRun({ fields, jobId }: Upload): Promise<{
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly digest: string;
  }> {
    const { format = 'auto', dryRun = 'false', maxLeavers = String(MOST_LEAVERS) } = fields;
    if (!rosterFormats.includes(format)) throw invalid({ pointer: '/format', code: 'is-in' });
    if (!['true', 'false', '1', '0', ''].includes(dryRun))
      throw invalid({ pointer: '/dryRun', code: 'is-boolean' });
    if (!/^\d{1,3}$/.test(maxLeavers) || Number(maxLeavers) > 100)
      throw invalid({ pointer: '/maxLeavers', code: 'out-of-range' });
    const hash = createHash('sha256');
    let start: Buffer | undefined;
    let size = 0;
    for await (const bytes of this.jobs.bytes(jobId)) {
      start ??= bytes;
      hash.update(bytes);
      size += bytes.length;
      if (size > MOST_BYTES) throw new Problem(413, 'request.too-large');
    }
    const kind = rosterFileKind(start ?? Buffer.alloc(0));
    const readable = kind === 'excel' ? format !== 'csv' : kind === 'text' && format !== 'excel';
    if (format === 'oneroster' || !readable) throw new Problem(415, 'roster.format-unsupported');
    return {
      parameters: { kind, dryRun: dryRun === 'true' || dryRun === '1', maxLeavers: Number(maxLeavers) },
      digest: hash.digest('hex'),
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
