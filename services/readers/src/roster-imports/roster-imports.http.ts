import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Kind of the job, also its first word in the log. */
export const ROSTER_KIND = 'roster-import';
export const rosterFormats: readonly string[] = ['auto', 'csv', 'excel', 'oneroster'];
/** Percent of the school's students that a file may make leave. */
export const MOST_LEAVERS = 20;

/** `POST /roster-imports`, multipart/form-data */
export class RosterImportAsked {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description:
      'CSV (UTF-8, UTF-16, GB18030), Excel workbook or OneRoster 1.1/1.2 package, at most 20 MB and 50,000 rows',
  })
  file!: unknown;
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by callers of one school' })
  schoolId?: string;
  @ApiPropertyOptional({ enum: rosterFormats, default: 'auto' })
  format?: string;
  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'only say what would be done' })
  dryRun?: string;
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 100,
    default: MOST_LEAVERS,
    description: 'percent of the students that may leave by this file; more, and nothing is done',
  })
  maxLeavers?: string;
  @ApiPropertyOptional({
    description:
      '列对照的编号；none 只按表头；省略则用上次的对照 id of a mapping; none: by headings alone; left out: as last time',
  })
  mapping?: string;
}

export class QueuedRosterView {
  @ApiProperty({ description: 'readers-<uuid>' })
  id!: string;
  @ApiProperty({ enum: [ROSTER_KIND] })
  kind!: string;
  @ApiProperty({ enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] })
  status!: string;
}
