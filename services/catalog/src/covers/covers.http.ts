import { ApiProperty } from '@nestjs/swagger';
import type { Cover } from './cover.row.js';

/** A form with one file. */
export class CoverAsked {
  @ApiProperty({ type: 'string', format: 'binary', description: 'JPEG, PNG or WebP, at most 10 MB' })
  readonly file!: unknown;
}

export class CoverView {
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty({ type: 'integer', description: 'pixels, as it is kept' }) readonly width!: number;
  @ApiProperty({ type: 'integer' }) readonly height!: number;
  @ApiProperty({ type: 'integer', description: 'bytes of the JPEG' }) readonly size!: number;
}

export const toCoverView = ({ titleId, width, height, size }: Cover): CoverView => ({
  titleId,
  width,
  height,
  size,
});
