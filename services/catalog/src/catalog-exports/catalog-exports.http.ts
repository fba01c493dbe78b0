import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { Language } from '@shulian/service-kit';
import { limits } from '@shulian/contracts/limits';
import { HOLDINGS_PROFILES } from '../catalog-imports/rules/holdings-profiles.js';
import { Asked, SchoolAsked } from '@shulian/service-kit/fields';

/** Kind of the job. */
export const EXPORT_KIND = 'catalog-export';

export const EXPORT_FORMS = ['iso2709', 'marcxml', 'list'] as const;
export const EXPORT_CODINGS = ['utf-8', 'gb18030'] as const;
export const EXPORT_DIALECTS = ['as-received', 'cnmarc', 'marc21'] as const;
export const EXPORT_COPIES: readonly string[] = [
  'as-received',
  'none',
  ...HOLDINGS_PROFILES.map(({ name }) => name),
];

const Choice =
  (values: readonly string[], otherwise: string, description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ enum: values, default: otherwise, description })(target, key);
    IsOptional()(target, key);
    IsIn(values)(target, key);
  };

/** `POST /catalog-exports` */
export class CatalogExportAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({
    maxLength: limits.clc,
    description: 'titles of this class, or whose class begins so',
  })
  @Asked(limits.clc)
  clc?: string;

  @Choice(EXPORT_FORMS, 'iso2709', 'list: a line for each copy, as workbook or text when it is fetched')
  form: (typeof EXPORT_FORMS)[number] = 'iso2709';

  @Choice(EXPORT_CODINGS, 'utf-8', 'of ISO 2709; each record says it in 100/26-29 or in leader/09')
  coding: (typeof EXPORT_CODINGS)[number] = 'utf-8';

  @Choice(
    EXPORT_DIALECTS,
    'as-received',
    'as-received: each record as it came, CNMARC for titles that came with none; else what came in the other dialect is described anew',
  )
  dialect: (typeof EXPORT_DIALECTS)[number] = 'as-received';

  @Choice(
    EXPORT_COPIES,
    'as-received',
    'as-received: the fields of copies as they came; a profile: the copies of the school in the fields it names, its dialect for all',
  )
  copies: string = 'as-received';

  @Choice(['one', 'all'], 'one', 'all: every record that a title came with; one: the first')
  records: 'one' | 'all' = 'one';
}

/** What an export is queued with: everything was decided when it was asked for. */
export type CatalogExport = Required<Omit<CatalogExportAsked, 'schoolId' | 'clc'>> & {
  readonly schoolId: string | null;
  readonly clc: string | null;
  readonly language: Language;
};
