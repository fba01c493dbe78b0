import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { SchoolAsked, Text, TextOrNull, Whole, WholeOrNull } from '@shulian/service-kit/fields';
import { YEARBOOK_STATES, type YearbookState } from '../rules/yearbook.js';

const MOST_COPIES = 100_000;

/** `POST /archive-yearbooks` */
export class YearbookAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1900, 2999)
  year!: number;

  @Text(limits.occasionName)
  name!: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /archive-yearbooks/{id}/step` */
export class YearbookStepAsked {
  @WholeOrNull(1, MOST_COPIES, 'printed; needed when it is printed, and only then')
  copies?: number | null;
}

/** `POST /archive-yearbooks/{id}/issues` */
export class YearbookIssueAsked {
  @Text(limits.schoolName, 'a unit or an office, a school')
  recipient!: string;

  @Whole(1, MOST_COPIES)
  copies!: number;
}

/** `GET /archive-yearbooks` */
export class YearbooksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

export class YearbookView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: YEARBOOK_STATES }) state!: YearbookState;
  @ApiProperty({ format: 'date' }) begunOn!: string;
  @ApiProperty(dayOrNull) editedOn!: string | null;
  @ApiProperty(dayOrNull) printedOn!: string | null;
  @ApiProperty(dayOrNull) boundOn!: string | null;
  @ApiProperty({ ...whole, nullable: true, description: 'printed' }) copies!: number | null;
  @ApiProperty({ ...whole, description: 'given out and not returned' }) issued!: number;
  @ApiProperty({ ...whole, nullable: true, description: 'in the archive' }) kept!: number | null;
  @ApiProperty(orNull) note!: string | null;
}
export class YearbooksPage {
  @ApiProperty({ type: [YearbookView] }) items!: YearbookView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class YearbookIssueView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) number!: number;
  @ApiProperty() recipient!: string;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty(dayOrNull) returnedOn!: string | null;
}
export class YearbookIssuesPage {
  @ApiProperty({ type: [YearbookIssueView] }) items!: YearbookIssueView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
