import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { Id, Ids } from '../http/id.js';
import { described, unlessNull } from './described.js';

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** An id in a body. */
export const IdAsked = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ format: 'uuid', ...described(description) }), Id());

/** An id in a body or a query that may be left out. */
export const IdOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid', ...described(description) }), IsOptional(), Id());

/** An id that may be left out or null. */
export const IdOrNull = (description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'uuid', nullable: true, ...described(description) }),
    unlessNull,
    Id(),
  );

/** Ids of things in a body, each once. @param fewest 0: the list may be left out */
export const IdsOf = (most: number, fewest: 0 | 1 = 1, description?: string): PropertyDecorator => {
  const list = {
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: fewest,
    maxItems: most,
    ...described(description),
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
