import { createHmac, timingSafeEqual } from 'node:crypto';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, isUUID, Max, MaxLength, Min } from 'class-validator';
import { invalid } from '../problem/refused.js';

/** `?limit&cursor` of every list: at most 500 at once, 50 if not said. */
export class PageAsked {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;

  @ApiPropertyOptional({ type: 'string', description: 'nextCursor of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export type Page<Item> = { readonly items: Item[]; readonly nextCursor: string | null };

let secret = '';
/** Sets the key that cursors are signed with, once at boot; all replicas of a service have the same. */
export const setCursorSecret = (value: string): void => {
  secret = value;
};
const signatureOf = (key: string): Buffer =>
  createHmac('sha256', secret).update(key).digest().subarray(0, 12);

/** Keyset paging: `rows` holds one row more than asked when there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  keyOf: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: shown.map(show),
    nextCursor: more ? cursorOf(keyOf(last)) : null,
  };
}

/** Signed, because its parts go into a query as they are: a made-up one would ask the database for nonsense. */
export function cursorOf(key: readonly (string | number)[]): string {
  const text = Buffer.from(JSON.stringify(key)).toString('base64url');
  return `${text}.${signatureOf(text).toString('base64url')}`;
}

/** The key to go on after, or null for the first page. @throws Problem 400 for a cursor that is not ours */
export function afterCursor(
  cursor: string | undefined,
  parts: number,
  pointer = '?cursor',
): (string | number)[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const [text = '', signature = ''] = cursor.split('.');
    const given = Buffer.from(signature, 'base64url');
    const own = signatureOf(text);
    if (given.length !== own.length || !timingSafeEqual(given, own)) throw new Error('not ours');
    const key = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    const sound = (part: unknown): boolean => typeof part === 'string' || typeof part === 'number';
    if (Array.isArray(key) && key.length === parts && key.every(sound)) return key as (string | number)[];
  } catch {
    // falls through to the refusal
  }
  throw invalid({ pointer, code: 'malformed' });
}

/** The whole number a cursor of one part holds, 0 for the first page. @throws Problem 400 */
export function numberAfter(cursor: string | undefined): number {
  const [key] = afterCursor(cursor, 1) ?? [0];
  if (!Number.isSafeInteger(key)) throw invalid({ pointer: '?cursor', code: 'malformed' });
  return Number(key);
}

/** The id a cursor of one part holds, null for the first page. @throws Problem 400 */
export function idAfter(cursor: string | undefined): string | null {
  const [key] = afterCursor(cursor, 1) ?? [null];
  if (key !== null && !(typeof key === 'string' && isUUID(key)))
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return key;
}

/** For what comes whole, on one page: there is nothing behind it. @throws Problem 400 for any cursor */
export function refuseCursor(cursor: string | undefined): void {
  if (cursor !== undefined && cursor !== '') throw invalid({ pointer: '?cursor', code: 'malformed' });
}
