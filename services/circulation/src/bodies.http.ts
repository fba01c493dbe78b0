import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

export { DayOrNone, IdOrNone, SchoolAsked, Text, TextOrNull } from './fields.http.js';

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };
const isGiven = ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);

/** What a list or a column may hold nothing of. */
export const orNull = { type: 'string', nullable: true } as const;
export const whole = { type: 'integer' } as const;
export const wholeOrNull = { type: 'integer', nullable: true } as const;

/** An id that must be there. */
export const IdAsked = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'uuid', description }), Id());

/** A list of things in a body, one at least. */
export const Things = (of: new () => object, most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [of], minItems: 1, maxItems: most }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => of),
  );

/** The same where it may be left out. */
export const ThingsOrNone = (of: new () => object, most: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [of], maxItems: most, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
    Type(() => of),
  );

/** A thing in a body that must be there; a list of things is none. */
export const Thing = (of: new () => object): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: of }),
    IsObject(),
    ValidateNested(),
    Type(() => of),
  );

/** The same where it may be left out. */
export const ThingOrNone = (of: new () => object, description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: of, description }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(() => of),
  );

/** A whole number that must be there. */
export const Whole = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum, maximum, ...said(description) }),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number that may be left out or null; also in a query. */
export const WholeOrNull = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum, maximum, ...said(description) }),
    isGiven,
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** One of some words that must be there. */
export const OneOf = (allowed: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: allowed, ...said(description) }), IsIn(allowed));

/** One of some words that may be left out. */
export const OneOfOrNone = (allowed: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: allowed, ...said(description) }), IsOptional(), IsIn(allowed));

const isDay = applyDecorators(Matches(/^[1-9]\d{3}-\d\d-\d\d$/), IsDateString({ strict: true }));

/** A day that must be there. */
export const Day = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'string', format: 'date', description }), isDay);
