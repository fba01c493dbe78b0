import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { FormatAsked, Id, type ListFormat } from '@shulian/service-kit';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whose report, and for which days. */
export class ReportScopeAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'left out: the own school, or the county for its people',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'first day of the period; left out: the term that runs',
  })
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'last day of the period; left out: today' })
  @IsOptional()
  @Matches(DAY)
  to?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'one class alone, where the report knows classes' })
  @IsOptional()
  @Id()
  classId?: string;
}

export class ReportAsked extends ReportScopeAsked {
  @FormatAsked()
  format: ListFormat = 'json';
}

/** One row: values by column key; numbers stay numbers. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

export class ReportColumnView {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: ['id', 'text', 'integer', 'decimal', 'day', 'fen'] })
  type!: string;
}

export class ReportParameterView {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: ['id', 'day'] })
  type!: string;
}

export class ReportSummary {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ type: [ReportParameterView] })
  parameters!: ReportParameterView[];
  @ApiProperty({ type: [ReportColumnView] })
  columns!: ReportColumnView[];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'fewest readers of a row of which the county learns what they borrowed',
  })
  privacyFloor!: number | null;
  @ApiProperty({ type: [String] })
  formats!: string[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'rows as they may look',
  })
  sample!: readonly ReportRow[];
}

export class ReportsList {
  @ApiProperty({ type: [ReportSummary] })
  items!: ReportSummary[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ReportView {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ format: 'date-time' })
  asOf!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  parameters!: Readonly<Record<string, string | null>>;
  @ApiProperty({ type: [ReportColumnView] })
  columns!: ReportColumnView[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows!: ReportRow[];
}
