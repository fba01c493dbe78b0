import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Text } from '@shulian/service-kit/fields';
import { TerminalTitle } from './terminal-titles.http.js';

const orNull = { type: 'string', nullable: true } as const;

/** `GET /findings` */
export class OneSearchAsked {
  @Text(100, 'words of a title, a database, an electronic resource; pinyin finds titles')
  q!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'titles of which this school has copies, and resources for it',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 20, default: 10, description: 'of each kind' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit = 10;
}

/** A database, package or website that the library shows. */
export class FoundResource {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) provider!: string | null;
  @ApiProperty(orNull) subject!: string | null;
  @ApiProperty({ ...orNull, description: 'where it is opened' }) url!: string | null;
}
/** An entry of a database that a library builds itself. */
export class FoundEntry {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) resourceId!: string;
  @ApiProperty({ description: 'name of its database' }) resource!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) subject!: string | null;
  @ApiProperty(orNull) url!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) titleId!: string | null;
}
export class FindingsView {
  @ApiProperty({ type: [TerminalTitle] }) titles!: readonly TerminalTitle[];
  @ApiProperty({ description: 'whether there are more titles: `GET /titles` pages through them' })
  moreTitles!: boolean;
  @ApiProperty({ type: [FoundResource] }) resources!: readonly FoundResource[];
  @ApiProperty({ type: [FoundEntry] }) entries!: readonly FoundEntry[];
}
