import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

const CLOCK = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;
/** No control signs, and no half of a surrogate pair, which the database does not hold. */
const PLAIN = /^[^\u0000-\u001f\u007f\p{Cs}]*$/u;

export const orNull = { type: 'string', nullable: true } as const;
export const whole = { type: 'integer' } as const;

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
const unlessNull = ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);

/** The school that is meant. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** An id that may be left out of a query or a body. */
export const IdOrNone = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid', description }), IsOptional(), Id());

/** An id that may be left out or null. */
export const IdOrNull = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true, description }),
    unlessNull,
    Id(),
  );

/** A text that must be there: trimmed, 1 to `max` characters, in one line. */
export const Line = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...said(description) }),
    trimmed,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(PLAIN),
  );

/** The same where it may be left out or null. */
export const LineOrNull = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, maxLength: max, ...said(description) }),
    trimmed,
    unlessNull,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(PLAIN),
  );

/** `HH:MM` on the wall clock of the county. */
export const TimeOfDay = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ example: '12:00', description }), Matches(CLOCK));

export const TimeOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, example: '12:50', description }),
    unlessNull,
    Matches(CLOCK),
  );

export const Day = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(DAY),
    IsDateString({ strict: true }),
  );

export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(DAY),
    IsDateString({ strict: true }),
  );

/** A whole number in a body. */
export const Whole = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...whole, minimum, maximum, ...said(description) }),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number of a query or a body that may be left out. */
export const WholeOrNone = (minimum: number, maximum: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ ...whole, minimum, maximum, description }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number that may be left out or null. */
export const WholeOrNull = (minimum: number, maximum: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ ...whole, nullable: true, minimum, maximum, description }),
    unlessNull,
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** Weekdays, 1 Monday to 7 Sunday. */
export const Weekdays = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 7 },
      minItems: 1,
      maxItems: 7,
      description: '1 Monday to 7 Sunday',
    }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(7),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(7, { each: true }),
  );

/** Grades 1 to 12; left out or empty: all. */
export const Grades = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 12 },
      maxItems: 12,
      description: 'grades 1 to 12; left out: all',
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(12),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(12, { each: true }),
  );

/** Yes or no in a body. */
export const YesNo = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: 'boolean', description }), IsOptional(), IsBoolean());

/** Yes or no in a query. */
export const YesNoAsked = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );
