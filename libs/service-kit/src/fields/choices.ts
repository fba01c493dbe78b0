import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { described } from './described.js';

/** One of some words. */
export const OneOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ enum: [...words], ...described(description) }), IsIn(words));

/** One of some words, or left out. */
export const OneOfOrNone = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...words], ...described(description) }),
    IsOptional(),
    IsIn(words),
  );

/** Some of these words, each once; may be left out. */
export const SomeOf = (words: readonly string[], description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', enum: [...words] },
      maxItems: words.length,
      ...described(description),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(words.length),
    ArrayUnique(),
    IsIn(words, { each: true }),
  );

/** Yes or no in a body; may be left out. @param otherwise what is taken then, where the document shall say it */
export const YesOrNone = (description?: string, otherwise?: boolean): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'boolean',
      ...described(description),
      ...(otherwise === undefined ? {} : { default: otherwise }),
    }),
    IsOptional(),
    IsBoolean(),
  );

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
