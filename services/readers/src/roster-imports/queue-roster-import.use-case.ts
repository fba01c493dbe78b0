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
  type Upload,
} from '@shulian/service-kit';
import { RosterMappings } from './roster-mappings.query.js';
import { Schools } from '../schools/schools.query.js';
import { MOST_BYTES, rosterFileKind } from './roster-file.format.js';
import { MOST_LEAVERS, ROSTER_KIND, rosterFormats } from './roster-imports.http.js';

/** Takes an uploaded roster in and queues its import; what is wrong with the request is said at once, not by the job. */
@Injectable()
export class QueueRosterImport {
  constructor(
    private readonly jobs: Jobs,
    private readonly once: OncePerKey,
    private readonly schools: Schools,
    private readonly mappings: RosterMappings,
  ) {}

  /** @throws Problem 400, 403, 413, 415 `roster.format-unsupported` `roster.xls-unsupported`, 422 */
  async execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    return queueUpload(this.jobs, this.once, { kind: ROSTER_KIND, caller, request, once }, async (upload) => {
      const schoolId = caller.schoolFor(fieldId('schoolId', upload.fields['schoolId']));
      const parameters = await this.parametersOf(upload);
      if (!(await this.schools.exists(schoolId))) throw unknownReference('/schoolId');
      await this.mappings.refuseUnknown(schoolId, upload.fields['mapping']);
      return { schoolId, parameters };
    });
  }

  private async parametersOf({ fields, jobId, size }: Upload): Promise<Readonly<Record<string, unknown>>> {
    const { format = 'auto', dryRun = 'false', maxLeavers = String(MOST_LEAVERS) } = fields;
    refuseOddFields(fields);
    if (!/^\d{1,3}$/.test(maxLeavers) || Number(maxLeavers) > 100)
      throw invalid({ pointer: '/maxLeavers', code: 'out-of-range' });
    if (size > MOST_BYTES) throw new Problem(413, 'request.too-large');
    const kind = rosterFileKind(await this.beginningOf(jobId));
    if (kind === 'old-excel') throw new Problem(415, 'roster.xls-unsupported');
    const readable: Readonly<Record<string, readonly string[]>> = {
      excel: ['auto', 'excel'],
      text: ['auto', 'csv'],
      'zip-of-csv': ['auto', 'oneroster'],
    };
    if (readable[kind]?.includes(format) !== true) throw new Problem(415, 'roster.format-unsupported');
    return {
      kind,
      dryRun: dryRun === 'true' || dryRun === '1',
      maxLeavers: Number(maxLeavers),
      mapping: fields['mapping'] ?? null,
    };
  }

  private async beginningOf(jobId: string): Promise<Buffer> {
    for await (const bytes of this.jobs.bytes(jobId)) return bytes;
    return Buffer.alloc(0);
  }
}

/** The fields that an import and its preview share. @throws Problem 400 */
export function refuseOddFields({
  format = 'auto',
  dryRun = 'false',
}: Readonly<Record<string, string>>): void {
  if (!rosterFormats.includes(format))
    throw invalid({ pointer: '/format', code: 'is-in', allowed: rosterFormats });
  if (!['true', 'false', '1', '0', ''].includes(dryRun))
    throw invalid({ pointer: '/dryRun', code: 'is-boolean' });
}
