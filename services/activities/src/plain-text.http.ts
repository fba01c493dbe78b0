import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';

const isText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
/** Control signs have no place in what people write, and the database holds neither NUL nor half a surrogate pair. */
const NO_CONTROL = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;
const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };

/** A text that must be there: trimmed, 1 to `max` characters. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...said(description) }),
    isText,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );

/** A text that may be left out or null. */
export const TextOrNull = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', nullable: true, maxLength: max, ...said(description) }),
    isText,
    ValidateIf((_: object, value: unknown) => value !== undefined && value !== null),
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROL),
  );
