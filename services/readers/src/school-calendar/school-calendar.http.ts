import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { limits } from '@shulian/contracts/limits';
import { PlainText } from '../plain-text.http.js';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { ResolvedCalendar, SchoolDay } from './rules/resolved-calendar.js';
import type { Term } from './rules/term.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class OpenTermAsked {
  @ApiProperty({ maxLength: limits.termName })
  @PlainText(1, limits.termName)
  name!: string;

  @ApiProperty({ type: 'string', format: 'date' })
  @Matches(DAY)
  startsOn!: CalendarDay;

  @ApiProperty({ type: 'string', format: 'date', description: 'the last day of the term' })
  @Matches(DAY)
  endsOn!: CalendarDay;
}

export class ChangeTermAsked {
  @ApiPropertyOptional({ maxLength: limits.termName })
  @IsOptional()
  @PlainText(1, limits.termName)
  name?: string;

  @ApiPropertyOptional({ type: 'string', format: 'date' })
  @IsOptional()
  @Matches(DAY)
  startsOn?: CalendarDay;

  @ApiPropertyOptional({ type: 'string', format: 'date' })
  @IsOptional()
  @Matches(DAY)
  endsOn?: CalendarDay;
}

export class TermView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ type: 'string', format: 'date' })
  startsOn!: CalendarDay;
  @ApiProperty({ type: 'string', format: 'date' })
  endsOn!: CalendarDay;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class TermPage {
  @ApiProperty({ type: [TermView] })
  items!: TermView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

export class CalendarAsked {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1900,
    maximum: 2999,
    description: 'calendar year; else this one',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1900)
  @Max(2999)
  year?: number;
}

export class SchoolDayView {
  @ApiProperty({ type: 'string', format: 'date' })
  @Matches(DAY)
  on!: CalendarDay;

  @ApiProperty({ enum: ['open', 'closed'] })
  @IsIn(['open', 'closed'])
  state!: 'open' | 'closed';

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    maxLength: 100,
    description: 'e.g. 运动会; stays here',
  })
  @IsOptional()
  @PlainText(0, 100)
  note: string | null = null;
}

export class SetCalendarDaysAsked {
  @ApiProperty({ type: 'integer', minimum: 1900, maximum: 2999 })
  @IsInt()
  @Min(1900)
  @Max(2999)
  year!: number;

  @ApiProperty({
    type: [SchoolDayView],
    description: 'all days of the year that differ; those before are replaced',
  })
  @IsArray()
  @ArrayMaxSize(limits.daysOfYear)
  @ValidateNested({ each: true })
  @Type(() => SchoolDayView)
  days!: SchoolDayView[];
}

export class CalendarView {
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty({
    description:
      'false: the notice of the year is not published yet; weekends and the holidays named by law are closed',
  })
  holidaysKnown!: boolean;
  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'date' },
    description: 'weekends, holidays, days between two terms, closings of the school',
  })
  closedOn!: readonly CalendarDay[];
  @ApiProperty({ type: [SchoolDayView], description: 'where the school differs from the nation' })
  days!: readonly SchoolDay[];
  @ApiProperty({ type: [TermView] })
  terms!: TermView[];
}

export const toTermView = ({ id, schoolId, name, startsOn, endsOn, version }: Term): TermView => ({
  id,
  schoolId,
  name,
  startsOn,
  endsOn,
  version,
});

export const toCalendarView = (
  schoolId: string,
  { year, holidaysKnown, closedOn }: ResolvedCalendar,
  days: readonly SchoolDay[],
  terms: readonly Term[],
): CalendarView => ({ schoolId, year, holidaysKnown, closedOn, days, terms: terms.map(toTermView) });
