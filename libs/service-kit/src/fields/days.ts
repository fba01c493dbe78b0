import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDateString, IsOptional, Matches } from 'class-validator';
import { described, unlessNull } from './described.js';

const isDay = applyDecorators(Matches(/^[1-9]\d{3}-\d\d-\d\d$/), IsDateString({ strict: true }));
const isTime = Matches(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

/** A day, `YYYY-MM-DD`, that must be there. */
export const Day = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'string', format: 'date', ...described(description) }), isDay);

/** A day, in a body or a query; may be left out. */
export const DayOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', ...described(description) }),
    IsOptional(),
    isDay,
  );

/** A day that may be left out or null. */
export const DayOrNull = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', nullable: true, ...described(description) }),
    unlessNull,
    isDay,
  );

/** `HH:MM` on the wall clock of the county. */
export const TimeOfDay = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ example: '12:00', description }), isTime);

/** The same where it may be left out or null. */
export const TimeOrNull = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, example: '12:50', description }),
    unlessNull,
    isTime,
  );
