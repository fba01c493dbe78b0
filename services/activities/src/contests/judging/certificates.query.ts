import { Injectable } from '@nestjs/common';
import { Lists } from '@shulian/service-kit';
import { SchoolLifeQuery } from '../../from-readers/school-life.query.js';
import type { SchoolContestView } from '../contest-views.http.js';
import { SHIPPED_TYPES } from '../rules/contest-types.js';

/** What stands on every certificate of a contest. */
export type CertificateWords = {
  readonly contest: string;
  readonly per: 'reader' | 'class';
  readonly school: string;
  readonly organisers: readonly string[];
  readonly publishedOn: string;
  readonly type: { readonly zh: string; readonly en: string };
};

@Injectable()
export class CertificatesQuery {
  constructor(
    private readonly lists: Lists,
    private readonly life: SchoolLifeQuery,
  ) {}

  async words({
    name,
    per,
    type,
    schoolId,
    organisers,
    publishedOn,
  }: SchoolContestView): Promise<CertificateWords> {
    const [own] = await this.lists.rows<CertificateWords['type']>(
      'select zh, en from contest_type where school_id = $1 and code = $2',
      [schoolId, type],
    );
    const shipped = SHIPPED_TYPES.find(({ code }) => code === type);
    return {
      contest: name,
      per,
      school: (await this.life.schoolName(schoolId)) ?? '',
      organisers,
      publishedOn: publishedOn ?? '',
      type: own ?? shipped ?? { zh: '', en: '' },
    };
  }
}
