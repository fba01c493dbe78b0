import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { described, trimmed, unlessNull } from './described.js';

/** Lines may be broken; other control signs spoil a list, and the database holds neither NUL nor half a surrogate pair. */
const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const CODE = /^[a-z][a-z0-9-]{0,39}$/;
/** Characters of a link. */
const LONGEST_ADDRESS = 500;

const mustBeThere = (max: number, form: RegExp, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...described(description) }),
    trimmed,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(form),
  );
const orNull = (max: number, form: RegExp, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, maxLength: max, ...described(description) }),
    trimmed,
    unlessNull,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(form),
  );

/** A text that must be there: trimmed, 1 to `max` characters, in one line or several. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  mustBeThere(max, NO_CONTROL, description);

/** A text that may be left out or null (which empties it in a PATCH). */
export const TextOrNull = (max: number, description?: string): PropertyDecorator =>
  orNull(max, NO_CONTROL, description);

/** A text in one line that must be there: trimmed, 1 to `max` characters. */
export const Line = (max: number, description?: string): PropertyDecorator =>
  mustBeThere(max, ONE_LINE, description);

/** A text in one line that may be left out or null. */
export const LineOrNull = (max: number, description?: string): PropertyDecorator =>
  orNull(max, ONE_LINE, description);

/** Texts, at most `most` of them; may be left out. */
export const Texts = (max: number, most: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      maxItems: most,
      ...described(description),
    }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(max, { each: true }),
    Matches(NO_CONTROL, { each: true }),
  );

/** The same, each once. */
export const DistinctTexts = (max: number, most: number, description?: string): PropertyDecorator =>
  applyDecorators(Texts(max, most, description), ArrayUnique());

/** A word of a query string or a scanned number: not trimmed, its form is read later. */
export const Asked = (max: number): PropertyDecorator =>
  applyDecorators(IsOptional(), IsString(), MaxLength(max), Matches(NO_CONTROL));

const ofCode = { type: 'string', pattern: CODE.source, maxLength: 40, example: 'library-log' } as const;

/** A code that programs know a thing by. */
export const Code = (description?: string): PropertyDecorator =>
  applyDecorators(ApiProperty({ ...ofCode, ...described(description) }), Matches(CODE));

/** The same where it may be left out. */
export const CodeOrNone = (description?: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ ...ofCode, ...described(description) }), IsOptional(), Matches(CODE));

/** An address on the web that may be left out or null: https only, without a name and password in it. */
export const WebAddress = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'string',
      format: 'uri',
      nullable: true,
      maxLength: LONGEST_ADDRESS,
      description: `${description}; https`,
    }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    unlessNull,
    MaxLength(LONGEST_ADDRESS),
    Matches(/^https:\/\/[^\u0000-\u0020\u007f\p{Cs}"<>\\]+$/u),
    IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }),
  );
