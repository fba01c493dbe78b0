import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  Asked,
  DayOrNone,
  SchoolAsked,
  Text,
  TextOrNull,
  Things,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { SERIAL_KINDS, type SerialKind } from '../rules/serial.js';
import { FIRST_YEAR, LAST_YEAR, YearAsked } from '../subscriptions/subscriptions.http.js';

const MOST = 200;
const MOST_COPIES = 9_999;
const OFFICE = 60;

const Day = (description: string): PropertyDecorator => {
  const decorators = [
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  ];
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
};

class OfficeAsked {
  @Text(OFFICE, '校长室, 语文组')
  office!: string;

  @Whole(1, MOST_COPIES)
  copies!: number;
}

/** `PUT /serial-allotments`: in place of what was there for the serial. */
export class AllotmentsAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(FIRST_YEAR, LAST_YEAR)
  year!: number;

  @ApiProperty({ format: 'uuid' })
  @Id()
  serialId!: string;

  @ApiProperty({ type: [OfficeAsked], maxItems: MOST, description: 'each office once; none: all stays here' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => OfficeAsked)
  offices!: OfficeAsked[];
}

/** `GET /serial-allotments` */
export class AllotmentsListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YearAsked('the year that runs where left out')
  year?: number;

  @ApiPropertyOptional({ description: 'of one office' })
  @Asked(OFFICE)
  office?: string;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;
}

/** `GET /serial-distribution` */
export class DistributionAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('came on this day or later; today where left out')
  from?: string;

  @DayOrNone('came on this day or before; today where left out')
  to?: string;

  @ApiPropertyOptional({ description: 'of one office' })
  @Asked(OFFICE)
  office?: string;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;
}

class HandOutItem {
  @ApiProperty({ format: 'uuid' })
  @Id()
  issueId!: string;

  @TextOrNull(OFFICE, 'to an office')
  office?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'or to who has subscribed' })
  @IsOptional()
  @Id()
  subscriptionId?: string;
}

/** `POST /serial-handouts` */
export class HandOutAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(HandOutItem, MOST)
  items!: HandOutItem[];

  @ApiPropertyOptional({ default: false, description: 'takes it back' })
  @IsOptional()
  @IsBoolean()
  undo?: boolean;
}

class PersonalAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  readerId!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a pupil: with whose class it is handed out' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiProperty({ format: 'uuid' })
  @Id()
  serialId!: string;

  @Day('the first day')
  startsOn!: string;

  @Day('the last day, within a year')
  endsOn!: string;

  @WholeOrNull(1, 99, 'one where left out')
  copies?: number | null;
}

/** `POST /personal-subscriptions` */
export class PersonalsAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(PersonalAsked, MOST)
  items!: PersonalAsked[];
}

/** `POST /personal-subscriptions/{id}/end` */
export class EndAsked {
  @Day('the last day for which it is')
  endsOn!: string;
}

/** `GET /personal-subscriptions` */
export class PersonalsListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  serialId?: string;
}

export const DELIVERIES_SHOWN = ['to-hand-out', 'handed-out', 'all'] as const;

/** `GET /personal-deliveries` */
export class PersonalDeliveriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @DayOrNone('came on this day or later; today where left out')
  from?: string;

  @DayOrNone('came on this day or before; today where left out')
  to?: string;

  @ApiPropertyOptional({ enum: DELIVERIES_SHOWN, default: 'all' })
  @IsOptional()
  @IsIn(DELIVERIES_SHOWN)
  show: (typeof DELIVERIES_SHOWN)[number] = 'all';
}

/** `GET /vacation-serials` */
export class VacationAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: ['open', 'all'], default: 'open', description: 'open: not worked off yet' })
  @IsOptional()
  @IsIn(['open', 'all'])
  show: 'open' | 'all' = 'open';
}

const orNull = { type: 'string', nullable: true } as const;
const day = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

export class AllotmentView {
  @ApiProperty() office!: string;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) year!: number;
  @ApiProperty(whole) copies!: number;
}
export class AllotmentsPage {
  @ApiProperty({ type: [AllotmentView] }) items!: AllotmentView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class AllottedAnswer {
  @ApiProperty({ ...whole, description: 'that the school subscribed to' }) subscribed!: number;
  @ApiProperty({ ...whole, description: 'to offices' }) allotted!: number;
  @ApiProperty({ ...whole, description: 'that stay in the library' }) left!: number;
}

/** An issue that goes to an office. */
export class DistributionView {
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty() office!: string;
  @ApiProperty({ format: 'uuid' }) issueId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) year!: number;
  @ApiProperty() label!: string;
  @ApiProperty(whole) copies!: number;
  @ApiProperty(day) handedOn!: string | null;
}
export class DistributionPage {
  @ApiProperty({ type: [DistributionView] }) items!: DistributionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class HandedOutAnswer {
  @ApiProperty({ ...whole, description: 'the others were so already, or are not to be handed out' })
  changed!: number;
}

export class PersonalView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) copies!: number;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ format: 'date' }) endsOn!: string;
}
export class PersonalsPage {
  @ApiProperty({ type: [PersonalView] }) items!: PersonalView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class PersonalsAnswer {
  @ApiProperty({ type: [PersonalView] }) items!: PersonalView[];
}

/** An issue that came for somebody. */
export class PersonalDeliveryView {
  @ApiProperty({ format: 'uuid' }) subscriptionId!: string;
  @ApiProperty({ format: 'uuid' }) issueId!: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) year!: number;
  @ApiProperty() label!: string;
  @ApiProperty(whole) copies!: number;
  @ApiProperty(day) handedOn!: string | null;
}
export class PersonalDeliveriesPage {
  @ApiProperty({ type: [PersonalDeliveryView] }) items!: PersonalDeliveryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** An issue of the vacation. */
export class VacationView {
  @ApiProperty({ format: 'uuid' }) issueId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(whole) year!: number;
  @ApiProperty() label!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ ...whole, description: 'copies' }) expected!: number;
  @ApiProperty(day) receivedOn!: string | null;
  @ApiProperty(day) displayedOn!: string | null;
  @ApiProperty({ ...whole, description: 'offices and readers who have not got theirs' })
  toHandOut!: number;
}
export class VacationPage {
  @ApiProperty({ type: [VacationView] }) items!: VacationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
