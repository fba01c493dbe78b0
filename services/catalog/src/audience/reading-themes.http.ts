import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsOptional } from 'class-validator';
import { Text } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;

/** `POST /reading-themes` */
export class ThemeAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'may be left out by who works at one school; of the county where the office leaves it out',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @Text(limits.groupName)
  name!: string;
}

class WordsOfTheme {
  @Text(limits.groupName)
  name!: string;
}

/** `PATCH /reading-themes/{id}`: what is left out stays. */
export class ThemeChange extends PartialType(WordsOfTheme) {
  @ApiPropertyOptional({ description: 'a closed theme stays on its titles and is put on no more' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

export class ThemesAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'also those of this school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class ThemeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty() closed!: boolean;
}
export class ThemesPage {
  @ApiProperty({ type: [ThemeView] }) items!: ThemeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
