import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked, TextOrNull, Things, WholeOrNull } from '@shulian/service-kit/fields';
import { SERIAL_KINDS, type SerialKind } from '../rules/serial.js';

/** Issues in one call: a day's mail is a hundred. */
const MOST = 200;
const MOST_COPIES = 9_999;

class ArrivalAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'picked from the list of what is expected' })
  @IsOptional()
  @Id()
  issueId?: string;

  @TextOrNull(40, 'else as scanned: the bar code of the issue, its ISSN or its postal code')
  code?: string | null;

  @WholeOrNull(1, 366, 'the number of the issue, where the code does not say it')
  number?: number | null;

  @TextOrNull(60, 'of an issue outside the pattern, 增刊1')
  supplement?: string | null;

  @WholeOrNull(1, MOST_COPIES, 'counted; as many as expected where left out')
  copies?: number | null;
}

/** `POST /serial-check-ins` */
export class CheckInAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('on which they came; today where left out, no later')
  receivedOn?: string;

  @ApiPropertyOptional({ default: false, description: 'they are put out on the same day' })
  @IsOptional()
  @IsBoolean()
  displayed?: boolean;

  @Things(ArrivalAsked, MOST)
  items!: ArrivalAsked[];
}

export const ISSUE_STEPS = ['processed', 'displayed'] as const;

/** `POST /serial-receipt-steps` */
export class IssueStepAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: ISSUE_STEPS, description: 'stamped and given its place; put out on the rack' })
  @IsIn(ISSUE_STEPS)
  step!: (typeof ISSUE_STEPS)[number];

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: MOST,
    description: 'receipts',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @Ids()
  receiptIds!: string[];

  @ApiPropertyOptional({ default: false, description: 'takes the step back' })
  @IsOptional()
  @IsBoolean()
  undo?: boolean;
}

export const ISSUE_SHOWN = ['all', 'not-checked-in', 'not-processed', 'not-displayed', 'checked-in'] as const;

/** `GET /serial-issues` */
export class IssuesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('due on this day or later; a week ago where left out')
  from?: string;

  @DayOrNone('due on this day or before; today where left out')
  to?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of one serial' })
  @IsOptional()
  @Id()
  serialId?: string;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;

  @ApiPropertyOptional({ enum: ISSUE_SHOWN, default: 'all' })
  @IsOptional()
  @IsIn(ISSUE_SHOWN)
  show: (typeof ISSUE_SHOWN)[number] = 'all';
}

/** `GET /serial-days` */
export class DaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('the first day; four weeks ago where left out')
  from?: string;

  @DayOrNone('the last day; today where left out')
  to?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** An issue as one school sees it. */
export class IssueView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty(orNull) issn!: string | null;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ description: 'its number, 7, 7-8, 增刊1' }) label!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ format: 'date', description: 'who does not have it on this day misses it' })
  missingFrom!: string;
  @ApiProperty({ ...orNull, description: '排架号' }) shelfOrder!: string | null;
  @ApiProperty({ ...whole, description: 'copies' }) expected!: number;
  @ApiProperty({ ...whole, description: 'copies' }) received!: number;
  @ApiProperty({ ...orNull, format: 'uuid' }) receiptId!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) receivedOn!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) processedOn!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) displayedOn!: string | null;
}
export class IssuesPage {
  @ApiProperty({ type: [IssueView] }) items!: IssueView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const CHECK_IN_CODES = [
  'serial.unknown',
  'serial.not-subscribed',
  'issue.unknown',
  'issue.checked-in-already',
] as const;
export class CheckedInItem {
  @ApiProperty({ type: IssueView, nullable: true }) issue!: IssueView | null;
  @ApiProperty({ enum: CHECK_IN_CODES, nullable: true, description: 'why nothing was done' })
  code!: (typeof CHECK_IN_CODES)[number] | null;
}
export class CheckedInAnswer {
  @ApiProperty({ ...whole, description: 'issues that were not there before' }) checkedIn!: number;
  @ApiProperty({ type: [CheckedInItem], description: 'in the order asked' }) items!: CheckedInItem[];
}
export class StepAnswer {
  @ApiProperty({ ...whole, description: 'receipts; the others had the step already, or are not there' })
  changed!: number;
}

/** What a day brought. */
export class DayView {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ ...whole, description: 'issues due' }) newspapersDue!: number;
  @ApiProperty({ ...whole, description: 'of these, checked in on the day' }) newspapersSameDay!: number;
  @ApiProperty({ ...whole, description: 'of these, put out on the day' }) newspapersDisplayedSameDay!: number;
  @ApiProperty({ ...whole, description: 'issues checked in on the day' }) newspapersReceived!: number;
  @ApiProperty(whole) periodicalsReceived!: number;
  @ApiProperty({ ...whole, description: 'copies of all of them' }) copiesReceived!: number;
  @ApiProperty({ ...whole, description: 'due on the day, not checked in until now' }) notCheckedIn!: number;
  @ApiProperty({ ...whole, description: 'received on the day, not put out until now' }) notDisplayed!: number;
}
export class DaysPage {
  @ApiProperty({ type: [DayView] }) items!: DayView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
