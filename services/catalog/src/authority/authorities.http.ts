import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { limits } from '@shulian/contracts/limits';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { Asked, Text, TextOrNull, Texts, Whole } from '@shulian/service-kit/fields';
import { AUTHORITY_KINDS, MOST_VARIANTS, type AuthorityKind } from './rules/authority.js';

const FORM = limits.contributor;

/** `POST /authorities` */
export class AuthorityAsked {
  @ApiProperty({ enum: AUTHORITY_KINDS })
  @IsIn(AUTHORITY_KINDS)
  kind!: AuthorityKind;

  @Text(FORM, 'the form that is used here')
  preferred!: string;

  @Texts(FORM, MOST_VARIANTS, 'other forms that are in use: pen names, other writings, other languages')
  variants?: string[];

  @TextOrNull(60, 'of a person or a body: 1881-1936')
  dates?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `PATCH /authorities/{id}` */
export class AuthorityChange extends PartialType(
  PickType(AuthorityAsked, ['preferred', 'variants', 'dates', 'note']),
) {}

/** `GET /authorities` */
export class AuthoritiesAsked extends ListAsked {
  @ApiProperty({ enum: AUTHORITY_KINDS })
  @IsIn(AUTHORITY_KINDS)
  kind!: AuthorityKind;

  @ApiPropertyOptional({
    description: 'how any of its forms begins, a variant, too; traditional or simplified',
  })
  @Asked(FORM)
  q?: string;
}

/** `GET /authority-proposals` */
export class AuthorityProposalsAsked extends ListAsked {
  @ApiProperty({ enum: AUTHORITY_KINDS })
  @IsIn(AUTHORITY_KINDS)
  kind!: AuthorityKind;
}

/** `GET /titles-by-name` */
export class TitlesByNameAsked extends ListAsked {
  @ApiProperty({ enum: AUTHORITY_KINDS })
  @IsIn(AUTHORITY_KINDS)
  kind!: AuthorityKind;

  @ApiProperty({ description: 'any form of a name, as it is written' })
  @Text(FORM)
  name!: string;
}

/** `PUT /authorities/{id}/titles` */
export class PointersAsked {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: 500,
    description: 'titles that shall point to it',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  add?: string[];

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: 500,
    description: 'titles that mean somebody else',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID('all', { each: true })
  remove?: string[];
}

/** `GET /authority-merge-previews` */
export class AuthorityMergePreviewAsked {
  @ApiProperty({ format: 'uuid', description: 'the one that would go' })
  @Id()
  authorityId!: string;

  @ApiProperty({ format: 'uuid', description: 'the one that would stay' })
  @Id()
  intoAuthorityId!: string;
}

/** `POST /authority-merges` */
export class AuthorityMergeAsked extends AuthorityMergePreviewAsked {
  @Whole(1, 2_147_483_647, 'of the one that goes, as it was read')
  version!: number;

  @Whole(1, 2_147_483_647, 'of the one that stays, as it was read')
  intoVersion!: number;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class AuthorityView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ enum: AUTHORITY_KINDS }) kind!: AuthorityKind;
  @ApiProperty() preferred!: string;
  @ApiProperty({ type: [String] }) variants!: readonly string[];
  @ApiProperty(orNull) dates!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...whole, description: 'titles that point to it' }) titles!: number;
}

export class AuthoritiesPage {
  @ApiProperty({ type: [AuthorityView] }) items!: AuthorityView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class AuthorityTitle {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) contributors!: string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ ...whole, nullable: true }) publishedYear!: number | null;
}

export class AuthorityTitlesPage {
  @ApiProperty({ type: [AuthorityTitle] }) items!: AuthorityTitle[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class AuthorityProposal {
  @ApiProperty({ ...whole, description: 'how likely they are one: 0 to 100' }) score!: number;
  @ApiProperty({ description: 'the form they share' }) form!: string;
  @ApiProperty({ type: [AuthorityView] }) authorities!: AuthorityView[];
}

export class AuthorityProposalsPage {
  @ApiProperty({ type: [AuthorityProposal] }) items!: AuthorityProposal[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class AuthorityMergePreview {
  @ApiProperty({ type: AuthorityView }) from!: AuthorityView;
  @ApiProperty({ type: AuthorityView }) into!: AuthorityView;
  @ApiProperty({ type: AuthorityView, description: 'the one that stays, after it' }) after!: AuthorityView;
}

export class AuthorityMergeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) authorityId!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ format: 'uuid' }) intoAuthorityId!: string;
  @ApiProperty() into!: string;
  @ApiProperty({ ...whole, description: 'titles that point to the other since' }) titles!: number;
  @ApiProperty({ format: 'date-time' }) mergedAt!: string;
  @ApiProperty({ description: 'account' }) mergedBy!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
}

export class AuthorityMergesPage {
  @ApiProperty({ type: [AuthorityMergeView] }) items!: AuthorityMergeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
