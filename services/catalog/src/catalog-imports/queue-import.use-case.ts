import { Injectable } from '@nestjs/common';
import {
  Clock,
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
import { isDateString } from 'class-validator';
import { limits } from '@shulian/contracts/limits';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { askedWithoutDelivery } from '../accession/bought-without-delivery.step.js';
import { ACCESSION_SOURCES, type AccessionSource } from '@shulian/contracts/words';
import type { BoughtWithoutDelivery } from '../registers/rules/movement.js';
import { IMPORT_FORMATS, IMPORT_KIND } from './catalog-imports.http.js';
import { fileKindOf, type FileKind } from './file-kind.format.js';
import { HOLDINGS_PROFILES } from './rules/holdings-profiles.js';

/** A workbook is held in memory while it is read: 20 MB are some 300,000 rows. */
const MOST_WORKBOOK_BYTES = 20 * 1024 * 1024;

/** Takes an uploaded file in and queues its import; what is wrong with the request is said at once, not by the job. */
@Injectable()
export class QueueImport {
  constructor(
    private readonly jobs: Jobs,
    private readonly oncePerKey: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400, 403, 409 `copy.purchase-not-accepted`, 413, 415 `import.format-unsupported` `import.xls-unsupported`, 422 */
  async execute(caller: Caller, request: RequestOfCaller, once: DeskRequest | null): Promise<Answer> {
    return queueUpload(
      this.jobs,
      this.oncePerKey,
      { kind: IMPORT_KIND, caller, request, once },
      async (upload) => {
        const schoolId = caller.schoolFor(fieldId('schoolId', upload.fields['schoolId']));
        const parameters = await this.parametersOf(upload);
        if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
        return { schoolId, parameters };
      },
    );
  }

  private async parametersOf(upload: Upload): Promise<Readonly<Record<string, unknown>>> {
    const { format = 'auto', profile = '', dryRun = 'false', source = 'not-recorded' } = upload.fields;
    const documentNumber = (upload.fields['documentNumber'] ?? '').normalize('NFC').trim();
    if (!IMPORT_FORMATS.includes(format))
      throw invalid({ pointer: '/format', code: 'is-in', allowed: IMPORT_FORMATS });
    if (!(ACCESSION_SOURCES as readonly string[]).includes(source))
      throw invalid({ pointer: '/source', code: 'is-in', allowed: ACCESSION_SOURCES });
    if (documentNumber.length > limits.documentNumber)
      throw invalid({ pointer: '/documentNumber', code: 'max-length' });
    if (!['true', 'false', '1', '0', ''].includes(dryRun))
      throw invalid({ pointer: '/dryRun', code: 'is-boolean' });
    if (profile !== '' && !HOLDINGS_PROFILES.some(({ name }) => name === profile))
      throw invalid({ pointer: '/profile', code: 'import.profile-unknown' });
    return {
      format,
      profile: profile === '' ? null : profile,
      dryRun: dryRun === 'true' || dryRun === '1',
      kind: await this.kindOf(upload, format),
      source,
      documentNumber: documentNumber === '' ? null : documentNumber,
      withoutDelivery: this.withoutDelivery(upload, source as AccessionSource),
    };
  }

  private withoutDelivery({ fields }: Upload, source: AccessionSource): BoughtWithoutDelivery | null {
    const reason = (fields['withoutDeliveryReason'] ?? '').normalize('NFC').trim();
    const boughtOn = fields['boughtOn'] ?? '';
    if (reason.length > limits.correctionNote)
      throw invalid({ pointer: '/withoutDeliveryReason', code: 'max-length' });
    if (
      boughtOn !== '' &&
      !(/^[1-9]\d{3}-\d\d-\d\d$/.test(boughtOn) && isDateString(boughtOn, { strict: true }))
    )
      throw invalid({ pointer: '/boughtOn', code: 'is-date-string' });
    const said = { withoutDeliveryReason: reason === '' ? null : reason };
    return askedWithoutDelivery(source, boughtOn === '' ? said : { ...said, boughtOn }, this.clock.today());
  }

  private async kindOf({ jobId, size }: Upload, format: string): Promise<FileKind> {
    const kind = await fileKindOf(this.jobs.bytes(jobId));
    if (kind === 'old-workbook') throw new Problem(415, 'import.xls-unsupported');
    const expected = { auto: kind, excel: 'workbook', csv: 'text' }[format] ?? 'marc';
    if (kind !== expected) throw new Problem(415, 'import.format-unsupported');
    if (kind === 'workbook' && size > MOST_WORKBOOK_BYTES) throw new Problem(413, 'request.too-large');
    return kind;
  }
}
