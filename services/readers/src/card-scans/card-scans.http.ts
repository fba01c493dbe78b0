import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** `POST /card-scans` */
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

/** A reader on the screen of a device in the room: no name that others could read. */
export class CardScanView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ example: '王*明' }) maskedName!: string;
  @ApiProperty({ type: 'string', nullable: true }) className!: string | null;
}
