import { ApiPropertyOptional } from '@nestjs/swagger';
import { IdAsked } from '@shulian/service-kit/fields';
import { IsIn, IsOptional } from 'class-validator';

const FORMATS = ['xlsx', 'json', 'csv', 'pdf'] as const;

/** `GET /reader-packs` */
export class ReaderPackAsked {
  @IdAsked('whose')
  readerId!: string;

  @ApiPropertyOptional({ enum: FORMATS, default: 'xlsx', description: 'of the lists in the archive' })
  @IsOptional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'xlsx';
}
