import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean } from 'class-validator';
import {
  DayOrNone,
  IdOrNone,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { RULE_KINDS, type RuleKind } from './rules/rule-set.js';

const { dayOrNull, orNull, whole } = shown;

const LONGEST_NAME = 100;
/** Some twenty pages. */
const LONGEST_TEXT = 20_000;

/** `POST /rule-sets` */
export class RuleSetAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(RULE_KINDS, '采编、加工、借还、保管、赔偿、清点、剔除、借书、阅览、岗位职责、其他')
  kind!: RuleKind;

  @Text(LONGEST_NAME)
  name!: string;

  @Text(LONGEST_TEXT, 'one paragraph a line')
  text!: string;

  @DayOrNone('day from which on it holds; today where left out')
  holdsFrom?: string | null;
}

/** `POST /rule-sets/{id}/versions` */
export class VersionAsked {
  @Text(LONGEST_TEXT, 'one paragraph a line')
  text!: string;

  @DayOrNone('day from which on it holds, today or later; today where left out')
  holdsFrom?: string | null;
}

/** `GET /rule-sets` */
export class RuleSetsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(RULE_KINDS)
  kind?: RuleKind;

  @YesOfQuery('those that hold no more, too')
  all?: boolean;
}

/** `GET /rule-sets/{id}/text` */
export class TextAsked extends ListAsked {
  @WholeOrNone(1, 10_000, 'number of the version; the one that holds where left out')
  version?: number | null;
}

/** `POST /rule-sets/{id}/ending` */
export class EndingAsked {
  @ApiProperty({ description: 'false: the set holds, after all' })
  @IsBoolean()
  ended!: boolean;
}

/** `POST /rule-sets/{id}/postings` */
export class PostingAsked {
  @Text(LONGEST_NAME, 'the room whose wall it hangs on')
  room!: string;
}

/** `POST /rule-sets/{id}/readings` */
export class ReadingAsked {
  @IdOrNone('the class that was told; neither class nor reader: the teacher who asks')
  classId?: string | null;

  @IdOrNone('the reader who read it')
  readerId?: string | null;
}

/** A set of rules, as it holds today. */
export class RuleSetView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: RULE_KINDS }) kind!: RuleKind;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'of the version that holds; null: none yet' })
  number!: number | null;
  @ApiProperty(orNull) text!: string | null;
  @ApiProperty(dayOrNull) holdsFrom!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'day of the version to come' }) nextFrom!: string | null;
  @ApiProperty(whole) versions!: number;
  @ApiProperty({ type: [String], description: 'where it hangs' }) rooms!: string[];
  @ApiProperty({ ...whole, description: 'teachers, classes and readers who read what holds' })
  readings!: number;
  @ApiProperty(dayOrNull) endedOn!: string | null;
}
export type RuleSetRow = RuleSetView;
export class RuleSetsPage {
  @ApiProperty({ type: [RuleSetView] }) items!: RuleSetView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class VersionView {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ format: 'date' }) holdsFrom!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty() writtenBy!: string;
}
export class VersionsPage {
  @ApiProperty({ type: [VersionView] }) items!: VersionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class Paragraph {
  @ApiProperty(whole) line!: number;
  @ApiProperty() text!: string;
}
export class ParagraphsPage {
  @ApiProperty({ type: [Paragraph] }) items!: Paragraph[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class PostingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) setId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...whole, description: 'of the version that hangs there' }) number!: number;
  @ApiProperty() room!: string;
  @ApiProperty({ format: 'date' }) postedOn!: string;
  @ApiProperty() postedBy!: string;
  @ApiProperty(dayOrNull) removedOn!: string | null;
}
export class PostingsPage {
  @ApiProperty({ type: [PostingView] }) items!: PostingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class ReadingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) number!: number;
  @ApiProperty({ enum: ['teacher', 'class', 'reader'] }) who!: 'teacher' | 'class' | 'reader';
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({ description: 'who said so' }) account!: string;
  @ApiProperty({ ...orNull, description: 'the name that account signs in with' }) accountName!: string | null;
  @ApiProperty({ format: 'date' }) readOn!: string;
}
export class ReadingsPage {
  @ApiProperty({ type: [ReadingView] }) items!: ReadingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
