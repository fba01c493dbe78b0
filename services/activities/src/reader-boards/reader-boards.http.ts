import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { BOARD_KINDS, POST_STATUSES, type BoardKind, type PostStatus } from './rules/reader-board.js';

const DECISIONS = ['shown', 'removed'] as const;

/** `POST /reader-boards` */
export class BoardAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(BOARD_KINDS, '读者留言, 书评专栏, 读书心语, 在线书社')
  kind!: BoardKind;

  @IdOrNone('for one class only; a teacher names the own one')
  classId?: string;

  @IdOrNone('the book that a club reads')
  titleId?: string;

  @Text(limits.activityName)
  name!: string;

  @TextOrNull(limits.noticeWords, 'what to write about')
  task?: string | null;

  @YesOrNone('who writes says what was looked for, with which words, and what was found', false)
  asksRetrieval?: boolean;
}

/** `PATCH /reader-boards/{id}`: what is left out stays. */
export class BoardChangeAsked {
  @TextOrNull(limits.activityName)
  name?: string | null;

  @TextOrNull(limits.noticeWords)
  task?: string | null;

  @YesOrNone('whether anything more may be written')
  open?: boolean;
}

/** `GET /reader-boards` */
export class BoardsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(BOARD_KINDS)
  kind?: BoardKind;
}

/** `POST /reader-boards/{id}/posts` */
export class PostAsked {
  @Text(limits.postWords)
  words!: string;

  @IdOrNone('the post that it answers')
  answers?: string;

  @IdOrNone('the title that it is about')
  titleId?: string;

  @TextOrNull(limits.remark, 'what was looked for')
  sought?: string | null;

  @TextOrNull(limits.remark, 'with which words, in which catalogue')
  searchTerms?: string | null;

  @IdsOf(20, 0, 'titles that were found')
  foundTitleIds?: string[];
}

/** `GET /reader-boards/{id}/posts` */
export class PostsAsked extends ListAsked {
  @OneOfOrNone(POST_STATUSES)
  status?: PostStatus;
}

/** `POST /board-posts/{id}/decision` */
export class PostDecisionAsked {
  @OneOf(DECISIONS)
  become!: (typeof DECISIONS)[number];

  @TextOrNull(limits.remark, 'why it is removed, said to who wrote it')
  why?: string | null;
}

/** `GET /reader-boards/{id}/participants` */
export class ParticipantsAsked extends ListAsked {}

export class BoardView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ enum: BOARD_KINDS }) kind!: BoardKind;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.idOrNull) titleId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) task!: string | null;
  @ApiProperty() asksRetrieval!: boolean;
  @ApiProperty() open!: boolean;
  @ApiProperty({ ...shown.whole, description: 'posts that are shown' }) posts!: number;
  @ApiProperty({ ...shown.whole, description: 'posts that nobody has decided about' }) waiting!: number;
  @ApiProperty({ ...shown.whole, description: 'readers with a post that is shown' }) participants!: number;
}
export class BoardsPage {
  @ApiProperty({ type: [BoardView] }) items!: BoardView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class PostView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) boardId!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'null: of the staff' }) readerId!: string | null;
  @ApiProperty(shown.idOrNull) answers!: string | null;
  @ApiProperty(shown.idOrNull) titleId!: string | null;
  @ApiProperty(shown.orNull) title!: string | null;
  @ApiProperty() words!: string;
  @ApiProperty(shown.orNull) sought!: string | null;
  @ApiProperty(shown.orNull) searchTerms!: string | null;
  @ApiProperty({ type: [String], format: 'uuid' }) foundTitleIds!: string[];
  @ApiProperty({ enum: POST_STATUSES }) status!: PostStatus;
  @ApiProperty(shown.day) writtenOn!: string;
  @ApiProperty(shown.orNull) removedWhy!: string | null;
}
export class PostsPage {
  @ApiProperty({ type: [PostView] }) items!: PostView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class ParticipantView {
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ ...shown.whole, description: 'posts that are shown' }) posts!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, answers to others' }) answers!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, with what was looked for and found' })
  withRetrieval!: number;
}
export class ParticipantsPage {
  @ApiProperty({ type: [ParticipantView] }) items!: ParticipantView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `GET /library-pages/{schoolId}/messages` */
export class ShownMessagesAsked {
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
class ShownAnswer {
  @ApiProperty() words!: string;
  @ApiProperty(shown.day) writtenOn!: string;
}
/** A message as everybody sees it: nobody who wrote it. */
export class ShownMessage {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty() words!: string;
  @ApiProperty(shown.day) writtenOn!: string;
  @ApiProperty({ type: [ShownAnswer], description: 'the newest twenty' }) answers!: ShownAnswer[];
}
export class ShownMessagesPage {
  @ApiProperty({ type: [ShownMessage] }) items!: ShownMessage[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
