import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const LONGEST = 64;

/** `externalId` in a body; null takes it away, where something is changed. Its shape is looked at when it is known to whom it belongs. */
export const ExternalIdAsked = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'string',
      nullable: true,
      maxLength: LONGEST,
      description:
        '学校自有系统中的编号（不得为身份证号或学籍号） what the school’s own system calls it; never an identity or student number',
    }),
    IsOptional(),
    IsString(),
    MaxLength(200),
  );

/** `externalId` of a view. */
export const ExternalIdShown = (): PropertyDecorator =>
  ApiProperty({
    type: 'string',
    nullable: true,
    description: '学校自有系统中的编号 what the school’s own system calls it',
  });
