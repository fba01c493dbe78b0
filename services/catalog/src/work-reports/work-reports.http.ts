import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { REPORT_KINDS, REPORT_STATUSES, type ReportKind, type ReportStatus } from './rules/report.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

/** `POST /work-reports` */
export class ReportAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: REPORT_KINDS })
  @IsIn(REPORT_KINDS)
  kind!: ReportKind;

  @DayOrNone('first day of what was catalogued; of the ledgers none')
  from?: string;

  @DayOrNone('as the registers stand on this day, or its last day; today where left out')
  asOf?: string;

  @Text(limits.personName, 'the leader it goes to')
  toWhom!: string;

  @TextOrNull(limits.remark)
  words?: string | null;
}

/** `POST /work-reports/{id}/acknowledgement` and `/withdrawal` */
export class ReportRemark {
  @TextOrNull(limits.remark)
  remark?: string | null;
}

/** `GET /work-reports` */
export class ReportsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: REPORT_KINDS })
  @IsOptional()
  @IsIn(REPORT_KINDS)
  kind?: ReportKind;

  @ApiPropertyOptional({ enum: REPORT_STATUSES })
  @IsOptional()
  @IsIn(REPORT_STATUSES)
  status?: ReportStatus;
}

/** A report of the library to the leaders of its school (汇报). */
export class ReportView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: REPORT_KINDS }) kind!: ReportKind;
  @ApiProperty({ ...orNull, format: 'date' }) from!: string | null;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty() toWhom!: string;
  @ApiProperty(orNull) words!: string | null;
  @ApiProperty({ format: 'date' }) sentOn!: string;
  @ApiProperty({ description: 'account or client' }) sentBy!: string;
  @ApiProperty({ ...whole, description: 'days from the day of its figures until it was sent' })
  daysAfter!: number;
  @ApiProperty({ enum: REPORT_STATUSES }) status!: ReportStatus;
  @ApiProperty({ ...orNull, format: 'date' }) settledOn!: string | null;
  @ApiProperty(orNull) settledBy!: string | null;
  @ApiProperty(orNull) remark!: string | null;
  @ApiProperty(whole) lines!: number;
}
export class ReportsPage {
  @ApiProperty({ type: [ReportView] }) items!: ReportView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class ReportLineView {
  @ApiProperty({
    description:
      'individual-in, individual-out, individual-balance, summary-balance, class-A … class--, classified-balance; entered, withdrawn, reclassified, stage-…, waiting, mended',
  })
  line!: string;
  @ApiProperty(wholeOrNull) titles!: number | null;
  @ApiProperty(wholeOrNull) volumes!: number | null;
  @ApiProperty(wholeOrNull) fen!: number | null;
}
export class ReportLinesPage {
  @ApiProperty({ type: [ReportLineView] }) items!: ReportLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
