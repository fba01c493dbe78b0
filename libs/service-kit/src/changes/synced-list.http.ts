import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** `?updatedSince` of a list that others keep a copy of. */
export const UpdatedSince = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'string',
      description:
        '上次答复的 syncToken：只列其后变动的，deleted 为已删除的；不与其他条件同用 syncToken of an earlier answer: what changed since, and in `deleted` what is no more; not with another question',
    }),
    IsOptional(),
    IsString(),
    MaxLength(500),
  );

/** What is no more. */
export class TombstoneView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  deletedAt!: string;
}

/** A page of a list that others keep a copy of. */
export class SyncedPage {
  @ApiPropertyOptional({
    type: [TombstoneView],
    description: '已删除的（带 updatedSince 时） what was deleted, with updatedSince',
  })
  deleted?: TombstoneView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
  @ApiPropertyOptional({
    type: 'string',
    description: '下次用作 updatedSince for updatedSince of the next question',
  })
  syncToken?: string;
}
