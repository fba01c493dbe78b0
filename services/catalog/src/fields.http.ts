import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

export const LARGEST_WHOLE = 2_147_483_647;
/** Characters of a link. */
export const LONGEST_ADDRESS = 500;

const said = (description: string | undefined): { description?: string } =>
  description === undefined ? {} : { description };

/** The school that is meant; who works at one leaves it out. */
export const SchoolAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' }),
    IsOptional(),
    Id(),
  );

/** A list of things in a body, one at least. */
export const Things = (of: new () => object, most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [of], minItems: 1, maxItems: most }),
    IsArray(),
    ArrayMinSize(1),
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
    ValidateIf((_: object, value: unknown) => value !== undefined && value !== null),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

/** A day, in a body or a query; may be left out. */
export const DayOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/),
    IsDateString({ strict: true }),
  );

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
    ValidateIf((_: object, value: unknown) => value !== undefined && value !== null),
    MaxLength(LONGEST_ADDRESS),
    Matches(/^https:\/\/[^\u0000-\u0020\u007f\p{Cs}"<>\\]+$/u),
    IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true }),
  );

/** Grades for which something is meant, 1 to 12. */
export const GradeOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 12, description }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(12),
  );
