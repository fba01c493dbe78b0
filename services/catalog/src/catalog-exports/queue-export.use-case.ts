import { Injectable } from '@nestjs/common';
import {
  invalid,
  Jobs,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Language,
} from '@shulian/service-kit';
import { HOLDINGS_PROFILES } from '../catalog-imports/rules/holdings-profiles.js';
import { KnownSchoolsQuery } from '../from-readers/known-schools.query.js';
import { EXPORT_KIND, type CatalogExport, type CatalogExportAsked } from './catalog-exports.http.js';

/** Asks for an export; what is wrong with the question is said at once, not by the job. */
@Injectable()
export class QueueExport {
  constructor(
    private readonly jobs: Jobs,
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
  ) {}

  /** @throws Problem 400 for a profile of another dialect, or of no school, 403, 422, 429 `job.too-many-waiting` */
  async execute(
    caller: Caller,
    input: CatalogExportAsked,
    language: Language,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    if (schoolId !== null && (await this.schools.awaited(schoolId)) === null)
      throw unknownReference('/schoolId');
    const parameters: CatalogExport = {
      ...input,
      schoolId,
      clc: input.clc ?? null,
      dialect: dialectFor(input, schoolId),
      language,
    };
    const answer = await this.once.run(request, 202, (tx) =>
      this.jobs.add(tx.session, { kind: EXPORT_KIND, caller: caller.id, schoolId, parameters }),
    );
    if (!answer.replayed) this.jobs.signal.raise();
    return answer;
  }
}

/** A profile writes the copies of one school into records of one dialect. */
const dialectFor = (input: CatalogExportAsked, schoolId: string | null): CatalogExport['dialect'] => {
  const profile = HOLDINGS_PROFILES.find(({ name }) => name === input.copies);
  if (profile === undefined) return input.dialect;
  if (schoolId === null) throw invalid({ pointer: '/schoolId', code: 'is-defined' });
  const dialect = profile.dialect === 'unimarc' ? 'cnmarc' : 'marc21';
  if (input.dialect !== 'as-received' && input.dialect !== dialect)
    throw invalid({ pointer: '/copies', code: 'not-of-this-dialect' });
  return dialect;
};
