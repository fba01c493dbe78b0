import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Kind of the job, also its first word in the log. */
export const ARCHIVE_IMPORT_KIND = 'archive-import';
export const ARCHIVE_FORMATS: readonly string[] = ['auto', 'excel', 'csv'];

/** `POST /archive-imports`, multipart/form-data */
export class ArchiveImportAsked {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description:
      'csv or xlsx with 档号, 门类, 年度, 题名, 保管期限 and what else the export has; xlsx at most 20 MB',
  })
  file!: unknown;
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  schoolId?: string;
  @ApiPropertyOptional({ enum: ARCHIVE_FORMATS, default: 'auto', description: 'excel is .xlsx' })
  format?: string;
  @ApiPropertyOptional({ type: 'boolean', default: false })
  dryRun?: string;
}

export class QueuedArchiveImport {
  @ApiProperty({ description: 'catalog-<uuid>' }) id!: string;
  @ApiProperty({ enum: [ARCHIVE_IMPORT_KIND] }) kind!: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] }) status!: string;
}
