import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** `POST /desk/card-scans` */
export class CardScanAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by devices of one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty({ description: 'as the scanner read it' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(/^\P{Cc}*$/u)
  cardNumber!: string;
}

export class ReaderOnDevice {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ example: '王*明' }) readonly maskedName!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly className!: string | null;
}
export class LoanOnDevice {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly title!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly copyBarcode!: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ enum: ['open', 'overdue'] }) readonly status!: string;
}
export class DeviceDeskView {
  @ApiProperty({ type: ReaderOnDevice }) readonly reader!: ReaderOnDevice;
  @ApiProperty({
    type: [LoanOnDevice],
    nullable: true,
    description: 'null: circulation is away, see `missing`',
  })
  readonly loans!: readonly LoanOnDevice[] | null;
  @ApiPropertyOptional({ type: [String], description: 'services that are away: what they know is null' })
  readonly missing?: readonly string[];
}
