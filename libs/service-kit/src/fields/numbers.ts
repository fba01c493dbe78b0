import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { described, unlessNull } from './described.js';

/** The largest `integer` of the database. */
export const LARGEST_WHOLE = 2_147_483_647;

/** A whole number in a body that must be there. */
export const Whole = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum, maximum, ...described(description) }),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number in a body that may be left out or null. */
export const WholeOrNull = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum, maximum, ...described(description) }),
    unlessNull,
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number in a query or a body that may be left out. */
export const WholeOrNone = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum, maximum, ...described(description) }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A grade, 1 to 12, in a query or a body; may be left out. */
export const GradeOrNone = (description: string): PropertyDecorator => WholeOrNone(1, 12, description);

const wholes = (maximum: number, fewest: number, description: string) =>
  ({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum },
    minItems: fewest,
    maxItems: maximum,
    description,
  }) as const;
const eachOnce = (maximum: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(maximum, { each: true }),
  );

/** Grades 1 to 12, each once; may be left out. */
export const Grades = (description = 'grades 1 to 12; left out: all'): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional(wholes(12, 0, description)), IsOptional(), eachOnce(12));

/** Weekdays, 1 Monday to 7 Sunday, one at least. */
export const Weekdays = (): PropertyDecorator =>
  applyDecorators(ApiProperty(wholes(7, 1, '1 Monday to 7 Sunday')), ArrayMinSize(1), eachOnce(7));
