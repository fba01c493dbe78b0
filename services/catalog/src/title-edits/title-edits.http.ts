import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { TextOrNull, Texts } from '@shulian/service-kit/fields';
import { longestList, longestText } from '../titles/rules/title-limits.js';

/** Titles of one change: a transaction of a second or two. */
export const MOST_TITLES = 500;
/** Lines of a preview. */
export const LINES_SHOWN = 50;

export class TitleEditFilter {
  @TextOrNull(longestText.clc, 'class number or its beginning')
  clc?: string | null;

  @TextOrNull(longestText.publisher, 'exactly as it is written now')
  publisher?: string | null;

  @TextOrNull(longestText.audience, 'exactly as it is written now')
  audience?: string | null;
}

export class TitleEditFields {
  @TextOrNull(longestText.clc)
  clc?: string | null;

  @TextOrNull(longestText.publisher)
  publisher?: string | null;

  @TextOrNull(longestText.publishedIn)
  publishedIn?: string | null;

  @TextOrNull(longestText.audience)
  audience?: string | null;

  @TextOrNull(longestText.binding)
  binding?: string | null;

  @Texts(...longestList.languages)
  languages?: string[];
}

/** `POST /title-edit-previews` */
export class TitleEditPreviewAsked {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: MOST_TITLES,
    description: 'these titles, or a filter',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TITLES)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  titleIds?: string[];

  @ApiPropertyOptional({ type: TitleEditFilter, description: 'all titles that have all of it' })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => TitleEditFilter)
  filter?: TitleEditFilter;

  @ApiProperty({ type: TitleEditFields, description: 'what is left out stays, null empties' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TitleEditFields)
  change!: TitleEditFields;

  @ApiPropertyOptional({ description: 'the class is meant, although it can hardly be one' })
  @IsOptional()
  @IsBoolean()
  acceptDoubtfulClass?: boolean;
}

/** `POST /title-edits` */
export class TitleEditAsked extends TitleEditPreviewAsked {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: MOST_TITLES,
    description: 'titles of the preview: when there are others by now nothing is changed',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_TITLES)
  expectedTitles?: number;

  @TextOrNull(limits.remark, 'why')
  remark?: string | null;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const fields = { type: 'object', additionalProperties: true } as const;

export class TitleEditLine {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ ...fields, example: { publisher: '人民文学出版社(北京)' } }) before!: Record<
    string,
    unknown
  >;
  @ApiProperty({ ...fields, example: { publisher: '人民文学出版社' } }) after!: Record<string, unknown>;
  @ApiProperty({
    enum: ['done', 'restored', 'kept'],
    description: 'kept: somebody changed it before the edit was undone',
  })
  state!: 'done' | 'restored' | 'kept';
}

export class TitleEditPreview {
  @ApiProperty({ ...whole, description: 'titles that would change' }) titles!: number;
  @ApiProperty({ ...whole, description: 'titles that have it already' }) unchanged!: number;
  @ApiProperty({ ...whole, description: 'copies that would get another call number' }) copies!: number;
  @ApiProperty({ type: [TitleEditLine], description: `the first ${String(LINES_SHOWN)}` })
  lines!: TitleEditLine[];
}

export class TitleEditView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) editedAt!: string;
  @ApiProperty({ description: 'account' }) editedBy!: string;
  @ApiProperty({ ...fields, description: '`filter`, or how many `titleIds`' }) selection!: Record<
    string,
    unknown
  >;
  @ApiProperty(fields) change!: Record<string, unknown>;
  @ApiProperty(orNull) remark!: string | null;
  @ApiProperty({ ...whole, description: 'titles that were changed' }) titles!: number;
  @ApiProperty({ ...whole, description: 'of them given back what they had' }) restored!: number;
  @ApiProperty({ ...whole, description: 'of them left as they are, changed since' }) kept!: number;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
}

export class TitleEditsPage {
  @ApiProperty({ type: [TitleEditView] }) items!: TitleEditView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class TitleEditLinesPage {
  @ApiProperty({ type: [TitleEditLine] }) items!: TitleEditLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
