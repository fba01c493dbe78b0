import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';

/** Copies that one document takes along. */
export const MOST_OF_BLOCK = 200;

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };
const isText = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
/** Control signs spoil a list, and the database holds neither NUL nor half a surrogate pair. */
const PLAIN = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u;

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** An id in a body or a query that may be left out. */
export const IdOrNone = (description: string): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ format: 'uuid', description }), IsOptional(), Id());

/** A day that may be left out. */
export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

/** A text that must be there: trimmed, 1 to `max` characters. */
export const Text = (max: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'string', minLength: 1, maxLength: max, ...said(description) }),
    isText,
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(PLAIN),
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
    Matches(PLAIN),
  );

const eachIsBarcode = [
  IsString({ each: true }),
  MaxLength(limits.barcode, { each: true }),
  Matches(PLAIN, { each: true }),
  Matches(/\S/, { each: true }),
];
const barcodes = (description: string, least: number, most: number) =>
  ({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.barcode },
    minItems: least,
    maxItems: most,
    description,
  }) as const;

/** Scanned barcodes, one at least. */
export const Barcodes = (description: string, most = MOST_OF_BLOCK): PropertyDecorator =>
  applyDecorators(
    ApiProperty(barcodes(description, 1, most)),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(most),
    ...eachIsBarcode,
  );

/** Scanned barcodes; none where left out. */
export const BarcodesOrNone = (description: string, most = MOST_OF_BLOCK): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional(barcodes(description, 0, most)),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    ...eachIsBarcode,
  );
