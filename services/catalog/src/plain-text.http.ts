import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';

const isText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
/** Control signs have no place in a catalogue, and the database holds neither NUL nor half a surrogate pair. */
const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;

/** A word of a query string or a scanned number: not trimmed, its form is read later. */
export const Asked = (max: number): PropertyDecorator =>
  applyDecorators(IsOptional(), IsString(), MaxLength(max), Matches(NO_CONTROL));

/** A text that must be there: trimmed, 1 to `max` characters. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'string',
      minLength: 1,
      maxLength: max,
      ...(description === undefined ? {} : { description }),
    }),
    isText,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );

/** A text that may be left out or null (which empties it in a PATCH). */
export const TextOrNull = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'string',
      nullable: true,
      maxLength: max,
      ...(description === undefined ? {} : { description }),
    }),
    isText,
    ValidateIf((_: object, value: unknown) => value !== undefined && value !== null),
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );

/** A list of texts, at most `most` of them; may be left out. */
export const Texts = (max: number, most: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', maxLength: max },
      maxItems: most,
      ...(description === undefined ? {} : { description }),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(max, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  );
