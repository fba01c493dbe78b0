import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { ASKERS, type Asker } from '../selection/rules/suggestion.js';
import { REQUEST_STATUSES, type RequestStatus } from './rules/request.js';

const LONGEST = { topic: 200, about: 2_000, words: 2_000, material: 500, link: 1_000 };
const MOST_MATERIALS = 50;
const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `POST /research-requests` */
export class RequestAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(LONGEST.topic)
  topic!: string;

  @TextOrNull(LONGEST.about, 'what it is for, what is known already')
  about?: string | null;

  @DayOrNone('by which it is needed')
  neededBy?: string;
}

class MaterialAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'a title of the catalogue' })
  @IsOptional()
  @Id()
  titleId?: string;

  @TextOrNull(LONGEST.material, 'an article, a page, why it helps')
  words?: string | null;

  @TextOrNull(LONGEST.link, 'http or https')
  @Matches(/^https?:\/\/[^\s<>"]+$/i)
  link?: string | null;
}

/** `POST /research-requests/{id}/answer` */
export class AnswerAsked {
  @ApiProperty({ enum: ['answered', 'declined'] })
  @IsIn(['answered', 'declined'])
  status!: 'answered' | 'declined';

  @TextOrNull(LONGEST.words, 'needed where nothing is named, and to decline')
  words?: string | null;

  @ApiPropertyOptional({ type: [MaterialAsked], maxItems: MOST_MATERIALS })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_MATERIALS)
  @ValidateNested({ each: true })
  @Type(() => MaterialAsked)
  materials?: MaterialAsked[];
}

/** `GET /research-requests` */
export class RequestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: REQUEST_STATUSES })
  @IsOptional()
  @IsIn(REQUEST_STATUSES)
  status?: RequestStatus;

  @DayOrNone('asked on this day or later')
  from?: string;

  @DayOrNone('asked on this day or before')
  to?: string;
}

/** `GET /research-request-months` */
export class RequestMonthsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the first month; a year ago where left out')
  from?: string;

  @DayOrNone('a day of the last month; today where left out')
  to?: string;
}

class MaterialView {
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) words!: string | null;
  @ApiProperty(orNull) link!: string | null;
}

/** A topic for which somebody looks for material, and what was found. */
export class RequestView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() topic!: string;
  @ApiProperty(orNull) about!: string | null;
  @ApiProperty({ enum: ASKERS }) asker!: Asker;
  @ApiProperty({ description: 'account' }) askedBy!: string;
  @ApiProperty({ description: 'whether the caller asked' }) mine!: boolean;
  @ApiProperty({ format: 'date' }) askedOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) neededBy!: string | null;
  @ApiProperty({ enum: REQUEST_STATUSES }) status!: RequestStatus;
  @ApiProperty(orNull) words!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) settledOn!: string | null;
  @ApiProperty({ ...whole, description: 'from asking to the answer, or until today' }) days!: number;
  @ApiProperty({ description: 'answered later than it was needed, or not yet' }) late!: boolean;
  @ApiProperty({ type: [MaterialView] }) materials!: MaterialView[];
}
export class RequestsPage {
  @ApiProperty({ type: [RequestView] }) items!: RequestView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What was asked in a month. */
export class RequestMonth {
  @ApiProperty({ format: 'date', description: 'its first day' }) month!: string;
  @ApiProperty(whole) asked!: number;
  @ApiProperty(whole) open!: number;
  @ApiProperty(whole) answered!: number;
  @ApiProperty(whole) declined!: number;
  @ApiProperty({ ...whole, description: 'answered later than needed, or not yet' }) late!: number;
  @ApiProperty({
    ...whole,
    nullable: true,
    description: 'days to the answer, in tenths: 15 is a day and a half',
  })
  averageDays!: number | null;
  @ApiProperty({ ...whole, nullable: true, description: 'days' }) longestDays!: number | null;
}
export class RequestMonthsPage {
  @ApiProperty({ type: [RequestMonth] }) items!: RequestMonth[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
