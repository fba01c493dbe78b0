import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID } from 'class-validator';
import { invalid, unknownThing } from '../problem/refused.js';

/*
 * The one way ids come in, by path, query, body or form: a UUID is the same in upper and lower case (RFC 9562 §4), and
 * behind the door there are only lower-case ones, as PostgreSQL gives them back. They are compared as text everywhere.
 */

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const lowerCase = Transform(({ value }: { value: unknown }): unknown => {
  const one = (each: unknown): unknown => (typeof each === 'string' ? each.toLowerCase() : each);
  return Array.isArray(value) ? value.map(one) : one(value);
});

/** An id in a body or a query. */
export const Id = (): PropertyDecorator => applyDecorators(lowerCase, IsUUID());

/** A list of ids in a body. */
export const Ids = (): PropertyDecorator => applyDecorators(lowerCase, IsUUID('all', { each: true }));

/** Ids in a query, `?ids=…` repeated or with commas between them: things that a screen has the ids of already. */
export const IdsAsked = (most: number, description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: [String], format: 'uuid', minItems: 1, maxItems: most, description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      (Array.isArray(value) ? value : [value]).flatMap((each) => String(each).toLowerCase().split(',')),
    ),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    IsUUID('all', { each: true }),
  );

/** An id in a path, checked before it reaches the database. @throws Problem 404: what has no id does not exist */
export function pathId<Id extends string>(text: string): Id {
  if (!isId(text)) throw unknownThing();
  return text.toLowerCase() as Id;
}

/** An id in a query or a cursor. @throws Problem 400 */
export function queryId<Id extends string>(name: string, text: string | undefined): Id | undefined {
  if (text === undefined) return undefined;
  if (!isId(text)) throw invalid({ pointer: `?${name}`, code: 'not-an-id' });
  return text.toLowerCase() as Id;
}

/** An id in a field of a form; what is left empty was not said. @throws Problem 400 */
export function fieldId<Id extends string>(name: string, text: string | undefined): Id | undefined {
  if (text === undefined || text === '') return undefined;
  if (!isId(text)) throw invalid({ pointer: `/${name}`, code: 'is-uuid' });
  return text.toLowerCase() as Id;
}
