import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { SchoolAsked } from '@shulian/service-kit/fields';

export const COPY_GAPS = ['class', 'call-number', 'price', 'place'] as const;
export type CopyGap = (typeof COPY_GAPS)[number];
export const TITLE_GAPS = ['class', 'kind', 'contributors', 'publisher', 'year'] as const;
export type TitleGap = (typeof TITLE_GAPS)[number];
export const ISSUE_GAPS = ['processing', 'class', 'issn', 'shelf-number'] as const;
export type IssueGap = (typeof ISSUE_GAPS)[number];

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class GapsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class UnclearCopiesAsked extends GapsAsked {
  @ApiPropertyOptional({ enum: COPY_GAPS, description: 'copies that lack this' })
  @IsOptional()
  @IsIn(COPY_GAPS)
  lacks?: CopyGap;
}
export class UnclearTitlesAsked extends GapsAsked {
  @ApiPropertyOptional({ enum: TITLE_GAPS, description: 'titles that lack this' })
  @IsOptional()
  @IsIn(TITLE_GAPS)
  lacks?: TitleGap;
}

export class GapLine {
  @ApiProperty({ enum: ['copies', 'titles', 'issues'] }) of!: string;
  @ApiProperty({ description: 'what is lacking; `all`: how many there are' }) gap!: string;
  @ApiProperty(whole) count!: number;
}
export class GapsPage {
  @ApiProperty({ type: [GapLine] }) items!: GapLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class UnclearCopyView {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty() barcode!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ enum: COPY_GAPS, isArray: true }) lacks!: readonly CopyGap[];
}
export class UnclearCopiesPage {
  @ApiProperty({ type: [UnclearCopyView] }) items!: UnclearCopyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class UnclearTitleView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ ...whole, description: 'that the school holds' }) copies!: number;
  @ApiProperty({ enum: TITLE_GAPS, isArray: true }) lacks!: readonly TitleGap[];
}
export class UnclearTitlesPage {
  @ApiProperty({ type: [UnclearTitleView] }) items!: UnclearTitleView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class UnclearIssueView {
  @ApiProperty({ format: 'uuid' }) receiptId!: string;
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() issue!: string;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ enum: ISSUE_GAPS, isArray: true }) lacks!: readonly IssueGap[];
}
export class UnclearIssuesPage {
  @ApiProperty({ type: [UnclearIssueView] }) items!: UnclearIssueView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
