import { applyDecorators } from '@nestjs/common';
import { invalid } from '@shulian/service-kit';
import { IsString, Length, Matches } from 'class-validator';

const NO_CONTROL = /^\P{Cc}*$/u;

/** A line of text without control characters: the database cannot hold all of them, and no form has them. */
export const PlainText = (min: number, max: number): PropertyDecorator =>
  applyDecorators(IsString(), Length(min, max), Matches(NO_CONTROL));

type CursorPart = string | number;

/** A part of a cursor that is text. @throws Problem 400 */
export function textOfCursor(part: CursorPart): string {
  if (typeof part !== 'string' || !NO_CONTROL.test(part))
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return part;
}

/** A part of a cursor that is a small whole number. @throws Problem 400 */
export function numberOfCursor(part: CursorPart): number {
  if (typeof part !== 'number' || !Number.isInteger(part) || Math.abs(part) > 1_000_000)
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return part;
}

/** A part of a cursor that is an id. @throws Problem 400 */
export function idOfCursor(part: CursorPart): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(part)))
    throw invalid({ pointer: '?cursor', code: 'malformed' });
  return String(part);
}
