import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class ReportAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'left out: the own school, or the county for its people',
  })
  @IsOptional()
  @IsUUID()
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

  @ApiPropertyOptional({ enum: ['json', 'csv', 'xlsx', 'pdf'], default: 'json' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  format: string = 'json';
}

export class ReportColumn {
  @ApiProperty()
  key!: string;
  @ApiProperty()
  title!: string;
}

export class ReportSummary {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ type: [String] })
  parameters!: string[];
  @ApiProperty({ type: [String] })
  formats!: string[];
}

export class ReportsList {
  @ApiProperty({ type: [ReportSummary] })
  items!: ReportSummary[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** One row: values by column key; numbers stay numbers. */
export type ReportRow = Readonly<Record<string, string | number | null>>;

export class ReportView {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ format: 'date-time' })
  asOf!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  parameters!: Readonly<Record<string, string | null>>;
  @ApiProperty({ type: [ReportColumn] })
  columns!: ReportColumn[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows!: ReportRow[];
}
