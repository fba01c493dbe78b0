import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ACCESSION_SOURCES } from '@shulian/contracts/words';

/** Kind of the job, also its first word in the log. */
export const IMPORT_KIND = 'catalog-import';
export const IMPORT_FORMATS: readonly string[] = ['auto', 'cnmarc', 'unimarc', 'marc21', 'excel', 'csv'];

/** `POST /catalog-imports`, multipart/form-data */
export class CatalogImportAsked {
  @ApiProperty({ type: 'string', format: 'binary', description: 'at most 200 MB' })
  file!: unknown;
  @ApiPropertyOptional({ format: 'uuid', description: 'the school the copies belong to' })
  schoolId?: string;
  @ApiPropertyOptional({
    description:
      'where the file keeps its copies: cnmarc-905, cnmarc-905-accession, cnmarc-906, cnmarc-985, sirsi-999, marc21-952, marc21-852',
  })
  profile?: string;
  @ApiPropertyOptional({
    enum: IMPORT_FORMATS,
    default: 'auto',
    description: 'excel is .xlsx, at most 20 MB; an old .xls is saved as .xlsx first',
  })
  format?: string;
  @ApiPropertyOptional({ type: 'boolean', default: false })
  dryRun?: string;
  @ApiPropertyOptional({
    enum: ACCESSION_SOURCES,
    default: 'not-recorded',
    description: 'how the copies came to the school, for the registers',
  })
  source?: string;
  @ApiPropertyOptional({ maxLength: limits.documentNumber, description: 'of the invoice or list' })
  documentNumber?: string;
  @ApiPropertyOptional({
    maxLength: limits.correctionNote,
    description:
      'why copies that were bought are entered without an accepted delivery; needed with `source=purchase`, and stands in their lines of the registers',
  })
  withoutDeliveryReason?: string;
  @ApiPropertyOptional({
    format: 'date',
    description: 'on which they were bought, where they came without a delivery; today where left out',
  })
  boughtOn?: string;
}

export class QueuedImportView {
  @ApiProperty({ description: 'catalog-<uuid>' }) id!: string;
  @ApiProperty({ enum: [IMPORT_KIND] }) kind!: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] }) status!: string;
}
