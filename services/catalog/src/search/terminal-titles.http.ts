import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Text } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `GET /terminal-titles` */
export class TerminalTitlesAsked {
  @Text(100, 'words of title, contributor, publisher, subject; pinyin in full or initials; an ISBN')
  q!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'titles of which this school has copies' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 20, default: 10 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit = 10;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export class TerminalHolding {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
  @ApiProperty({ ...whole, description: 'copies that it has, wherever they are' }) copies!: number;
  @ApiProperty({ ...orNull, description: 'where to look on the shelf' }) callNumber!: string | null;
}

export class TerminalTitle {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) subtitle!: string | null;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ ...whole, nullable: true }) publishedYear!: number | null;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty(orNull) summary!: string | null;
  @ApiProperty({ type: [TerminalHolding], description: 'by school; of the school that was asked for alone' })
  holdings!: readonly TerminalHolding[];
}

export class TerminalTitlesPage {
  @ApiProperty({ type: [TerminalTitle] }) items!: TerminalTitle[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
