import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, Ids } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
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
import { PRINTABLE } from './desk/printable.http.js';

/** A hundred thousand yuan: more is a slip of the pen. */
export const MOST_FEN = 10_000_000;
/** What a person writes beside a decision, in characters. */
export const LONGEST_NOTE = 500;
/** Loans, copies or readers that one call names. */
export const MOST_AT_ONCE = 500;

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };
const isGiven = (_: object, value: unknown): boolean => value !== undefined && value !== null;
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** An id that must be there. */
export const IdAsked = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'uuid', ...said(description) }), Id());

/** An id that may be left out. */
export const IdOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid', ...said(description) }), IsOptional(), Id());

/** One to `most` ids. */
export const IdsOf = (description: string, most = MOST_AT_ONCE): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: most, description }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ArrayUnique(),
    Ids(),
  );

/** A text that must be there: trimmed, 1 to `max` characters. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...said(description) }),
    trimmed,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(PRINTABLE),
  );

/** A text that may be left out or null. */
export const TextOrNull = (max = LONGEST_NOTE, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, maxLength: max, ...said(description) }),
    trimmed,
    ValidateIf(isGiven),
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(PRINTABLE),
  );

/** A day that must be there. */
export const DayAsked = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

/** A day that may be left out. */
export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

/** A whole number that must be there. */
export const Whole = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum, maximum, ...said(description) }),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number, in a body or a query, that may be left out. */
export const WholeOrNone = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum, maximum, ...said(description) }),
    ValidateIf(isGiven),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** One of some words, that must be there. */
export const OneOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: words, ...said(description) }), IsIn(words));

/** One of some words, that may be left out. */
export const OneOfOrNone = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: words, ...said(description) }), IsOptional(), IsIn(words));

/** Yes or no in a query, that may be left out. */
export const YesOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** What a document says of a field that may be null. */
export const orNull = { type: 'string', nullable: true } as const;
export const idOrNull = { type: 'string', nullable: true, format: 'uuid' } as const;
export const dayOrNull = { type: 'string', nullable: true, format: 'date' } as const;
export const whole = { type: 'integer' } as const;
export const wholeOrNull = { type: 'integer', nullable: true } as const;
