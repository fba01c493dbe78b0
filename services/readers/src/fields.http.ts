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
  ValidateNested,
} from 'class-validator';

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
const isThere = ValidateIf((_: object, value: unknown) => value !== undefined && value !== null);
/** Lines may be broken; other control signs and half surrogate pairs the database does not hold. */
const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;
const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** An id in a body. */
export const IdAsked = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'uuid', ...said(description) }), Id());

/** An id in a body or query that may be left out. */
export const IdOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid', ...said(description) }), IsOptional(), Id());

/** An id that may be left out or null. */
export const IdOrNull = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true, ...said(description) }),
    isThere,
    Id(),
  );

/** Ids of things in a body, each once. @param fewest 0: the list may be left out */
export const IdsOf = (most: number, fewest: 0 | 1 = 1, description?: string): PropertyDecorator => {
  const list = {
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: fewest,
    maxItems: most,
    ...said(description),
  } as const;
  return applyDecorators(
    ...(fewest === 0 ? [ApiPropertyOptional(list), IsOptional()] : [ApiProperty(list)]),
    IsArray(),
    ArrayMinSize(fewest),
    ArrayMaxSize(most),
    ArrayUnique(),
    Ids(),
  );
};

/** A text that must be there: trimmed, 1 to `max` characters. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...said(description) }),
    trimmed,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );

/** A text that may be left out or null (which empties it in a PATCH). */
export const TextOrNull = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, maxLength: max, ...said(description) }),
    trimmed,
    isThere,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );

/** Texts, at most `most` of them, each once; may be left out. */
export const Texts = (max: number, most: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      maxItems: most,
      ...said(description),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(max, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  );

/** One of some words. */
export const OneOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: [...words], ...said(description) }), IsIn(words));

/** One of some words, or left out. */
export const OneOfOrNone = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: [...words], ...said(description) }), IsOptional(), IsIn(words));

/** Some of some words, each once; may be left out. */
export const SomeOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', enum: [...words] },
      maxItems: words.length,
      ...said(description),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, { each: true }),
  );

/** A list of things in a body, one at least. */
export const Things = (of: new () => object, most: number, least = 1): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [of], minItems: least, maxItems: most }),
    IsArray(),
    ArrayMinSize(least),
    ArrayMaxSize(most),
    ValidateNested({ each: true }),
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

/** A whole number that may be left out or null. */
export const WholeOrNull = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum, maximum, ...said(description) }),
    isThere,
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A whole number of a query string; may be left out. */
export const WholeOfQuery = (minimum: number, maximum: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum, maximum, ...said(description) }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** Grades 1 to 12, each once; may be left out. */
export const Grades = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 12 },
      maxItems: 12,
      description,
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(12),
    ArrayUnique(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(12, { each: true }),
  );

/** A day that must be there. */
export const Day = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', format: 'date', description }),
    Matches(DAY),
    IsDateString({ strict: true }),
  );

/** A day, in a body or a query; may be left out. */
export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(DAY),
    IsDateString({ strict: true }),
  );

/** A day that may be left out or null. */
export const DayOrNull = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', nullable: true, description }),
    isThere,
    Matches(DAY),
    IsDateString({ strict: true }),
  );

/** Yes or no in a body; may be left out. */
export const YesOrNone = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ type: 'boolean', description }), IsOptional(), IsBoolean());

/** Yes or no in a query string; may be left out. */
export const YesOfQuery = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'boolean', description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

/** How a property of an answer is described where it may be null, is a number, a day. */
export const shown = {
  orNull: { type: 'string', nullable: true },
  whole: { type: 'integer' },
  wholeOrNull: { type: 'integer', nullable: true },
  day: { format: 'date' },
  dayOrNull: { type: 'string', format: 'date', nullable: true },
  id: { format: 'uuid' },
  idOrNull: { type: 'string', format: 'uuid', nullable: true },
} as const;
