import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { NOTICE_COLUMNS, NOTICE_STATUSES, type NoticeColumn, type NoticeStatus } from './rules/notice.js';

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;

/** `PUT /library-introduction` */
export class IntroductionAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.introduction, 'who the library is: history, rooms, holdings, traditions')
  zh!: string;

  @TextOrNull(limits.introduction, 'the same in English')
  en?: string | null;

  @TextOrNull(limits.openingWords, 'when it is open, in words')
  hours?: string | null;
}

/** `POST /library-notices` */
export class NoticeAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description:
      'may be left out by who works at one school; the county office leaves it out for the pages of all schools',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty({ enum: NOTICE_COLUMNS })
  @IsIn(NOTICE_COLUMNS)
  column!: NoticeColumn;

  @Text(limits.noticeTitle)
  title!: string;

  @Text(limits.noticeWords, 'plain text; a blank line ends a paragraph')
  words!: string;

  @ApiPropertyOptional({ default: false, description: 'stands above the others of its column' })
  @IsOptional()
  @IsBoolean()
  pinned?: boolean;
}

/** `PATCH /library-notices/{id}` */
export class NoticeChangeAsked {
  @ApiPropertyOptional({ enum: NOTICE_COLUMNS })
  @IsOptional()
  @IsIn(NOTICE_COLUMNS)
  column?: NoticeColumn;

  @TextOrNull(limits.noticeTitle)
  title?: string | null;

  @TextOrNull(limits.noticeWords)
  words?: string | null;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  pinned?: boolean;

  @DayOrNone('the last day it is shown')
  showsUntil?: string;
}

/** `POST /library-notices/{id}/publication` */
export class PublicationAsked {
  @DayOrNone('the first day it is shown; today where it is left out')
  showsFrom?: string;

  @DayOrNone('the last day; until it is withdrawn where it is left out')
  showsUntil?: string;
}

/** `GET /library-notices` */
export class NoticesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: NOTICE_COLUMNS })
  @IsOptional()
  @IsIn(NOTICE_COLUMNS)
  column?: NoticeColumn;

  @ApiPropertyOptional({ enum: NOTICE_STATUSES })
  @IsOptional()
  @IsIn(NOTICE_STATUSES)
  status?: NoticeStatus;
}

export class IntroductionView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() zh!: string;
  @ApiProperty(orNull) en!: string | null;
  @ApiProperty(orNull) hours!: string | null;
  @ApiProperty({ format: 'date' }) changedOn!: string;
}

/** A notice as those see it who write it. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county office, on all pages' })
  schoolId!: string | null;
  @ApiProperty({ enum: NOTICE_COLUMNS }) column!: NoticeColumn;
  @ApiProperty() title!: string;
  @ApiProperty() words!: string;
  @ApiProperty() pinned!: boolean;
  @ApiProperty(dayOrNull) showsFrom!: string | null;
  @ApiProperty(dayOrNull) showsUntil!: string | null;
  @ApiProperty({ enum: NOTICE_STATUSES }) status!: NoticeStatus;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty(dayOrNull) publishedOn!: string | null;
}
export class NoticesPage {
  @ApiProperty({ type: [NoticeView] }) items!: NoticeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What strangers page by. */
class PublicPageAsked {
  @ApiPropertyOptional({ minimum: 1, maximum: 50, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit = 20;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/** `GET /library-pages` */
export class LibraryPagesAsked extends PublicPageAsked {}

/** `GET /library-pages/{schoolId}/notices` */
export class ShownNoticesAsked extends PublicPageAsked {
  @ApiPropertyOptional({ enum: NOTICE_COLUMNS })
  @IsOptional()
  @IsIn(NOTICE_COLUMNS)
  column?: NoticeColumn;
}

export class LibraryNamed {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
}
export class LibraryPagesPage {
  @ApiProperty({ type: [LibraryNamed] }) items!: LibraryNamed[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A notice as everybody sees it: nobody who wrote it, nothing of its making. */
export class ShownNotice {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: NOTICE_COLUMNS }) column!: NoticeColumn;
  @ApiProperty() title!: string;
  @ApiProperty() words!: string;
  @ApiProperty() pinned!: boolean;
  @ApiProperty({ description: 'whether the county office says it' }) ofCounty!: boolean;
  @ApiProperty({ format: 'date' }) showsFrom!: string;
  @ApiProperty(dayOrNull) showsUntil!: string | null;
}
export class ShownNoticesPage {
  @ApiProperty({ type: [ShownNotice] }) items!: ShownNotice[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class LibraryPageView extends LibraryNamed {
  @ApiProperty({ ...orNull, description: 'who the library is' }) zh!: string | null;
  @ApiProperty(orNull) en!: string | null;
  @ApiProperty(orNull) hours!: string | null;
  @ApiProperty({ type: [ShownNotice], description: 'of each column the newest ten, pinned ones first' })
  notices!: ShownNotice[];
}
