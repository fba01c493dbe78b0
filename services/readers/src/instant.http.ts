import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

/** An instant of this millennium with its offset. Whole seconds: a token cannot end between two. */
const INSTANT = /^2\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.0+)?)?(Z|[+-]\d\d:\d\d)$/;
const shape = (description: string) => ({ type: 'string', format: 'date-time', description }) as const;

export const Instant = (description: string): PropertyDecorator =>
  applyDecorators(ApiProperty(shape(description)), Matches(INSTANT), IsISO8601({ strict: true }));

export const InstantOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional(shape(description)),
    IsOptional(),
    Matches(INSTANT),
    IsISO8601({ strict: true }),
  );

export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
