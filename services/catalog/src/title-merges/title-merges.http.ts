import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { TitleView } from '../titles/titles.http.js';
import { LIKENESS_REASONS } from './rules/title-likeness.js';

const VERSIONS = 2_147_483_647;
const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

const Version =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: 'integer', minimum: 1, maximum: VERSIONS, description })(target, key);
    IsInt()(target, key);
    Min(1)(target, key);
    Max(VERSIONS)(target, key);
  };

/** `GET /title-merge-previews` */
export class MergePreviewAsked {
  @ApiProperty({ format: 'uuid', description: 'the title that would go' })
  @Id()
  titleId!: string;

  @ApiProperty({ format: 'uuid', description: 'the title that would stay' })
  @Id()
  intoTitleId!: string;
}

/** `POST /title-merges` */
export class MergeAsked {
  @ApiProperty({ format: 'uuid', description: 'the title that goes' })
  @Id()
  titleId!: string;

  @Version('of the title that goes, as it was read')
  version!: number;

  @ApiProperty({ format: 'uuid', description: 'the title that stays' })
  @Id()
  intoTitleId!: string;

  @Version('of the title that stays, as it was read')
  intoVersion!: number;
}

/** `GET /title-merge-candidates` */
export class MergeCandidatesAsked extends ListAsked {
  @ApiPropertyOptional({
    enum: ['open', 'dismissed'],
    default: 'open',
    description: 'to be decided, or said to be two titles',
  })
  @IsIn(['open', 'dismissed'])
  status: 'open' | 'dismissed' = 'open';
}

export class TitleInBrief {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String] }) contributors!: readonly string[];
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ ...whole, nullable: true }) publishedYear!: number | null;
  @ApiProperty({ type: [String] }) isbns!: readonly string[];
  @ApiProperty({ ...whole, description: 'copies not withdrawn, of all schools' }) copies!: number;
}

/** Two titles that look like one. */
export class MergeCandidateView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...whole, minimum: 0, maximum: 100, description: 'how much speaks for it' }) score!: number;
  @ApiProperty({ type: [String], enum: LIKENESS_REASONS }) reasons!: readonly string[];
  @ApiProperty({ enum: ['open', 'dismissed'] }) status!: string;
  @ApiProperty({ type: [TitleInBrief], description: 'the two, that with more copies first' })
  titles!: readonly TitleInBrief[];
}

export class MergeCandidatesPage {
  @ApiProperty({ type: [MergeCandidateView] }) items!: MergeCandidateView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What would move in a school. */
export class SchoolInMerge {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty({ ...whole, description: 'all that would move, struck ones among them' }) copies!: number;
  @ApiProperty({ ...whole, description: 'of them with readers now' }) onLoan!: number;
  @ApiProperty({ ...whole, description: 'of them laid ready for readers who wait' }) onHoldShelf!: number;
  @ApiProperty({ type: [String], description: 'on the spines of those that move; they keep them' })
  callNumbers!: readonly string[];
  @ApiProperty({ type: [String], description: 'on the spines of those that are there already' })
  otherCallNumbers!: readonly string[];
}

export class MergePreview {
  @ApiProperty({ type: TitleInBrief }) from!: TitleInBrief;
  @ApiProperty({ type: TitleInBrief }) into!: TitleInBrief;
  @ApiProperty({ ...whole, minimum: 0, maximum: 100 }) score!: number;
  @ApiProperty({ type: [String], enum: LIKENESS_REASONS }) reasons!: readonly string[];
  @ApiProperty({ type: TitleView, description: 'the title that stays, as it would be' }) after!: TitleView;
  @ApiProperty({ type: [SchoolInMerge] }) schools!: readonly SchoolInMerge[];
}

export class MergeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ format: 'uuid' }) intoTitleId!: string;
  @ApiProperty() intoTitle!: string;
  @ApiProperty({ ...whole, description: 'copies that moved, struck ones among them' }) copies!: number;
  @ApiProperty({ format: 'date-time' }) mergedAt!: string;
  @ApiProperty({ description: 'account or client' }) mergedBy!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client' }) undoneBy!: string | null;
}

export class MergesPage {
  @ApiProperty({ type: [MergeView] }) items!: MergeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
