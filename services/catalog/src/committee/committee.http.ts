import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsDateString, IsIn, IsOptional, Matches } from 'class-validator';
import { SchoolAsked, Text, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { MEMBER_KINDS, VOTES, type CommitteeVote, type MemberKind } from './rules/committee-member.js';

const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: 'string', format: 'date', description })(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** `POST /committee-members` */
export class MemberAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: MEMBER_KINDS })
  @IsIn(MEMBER_KINDS)
  kind!: MemberKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'who is a reader; this or `name`' })
  @IsOptional()
  @Id()
  readerId?: string;

  @TextOrNull(limits.personName, 'of somebody from outside')
  name?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the account by which the member votes without the librarian',
  })
  @IsOptional()
  @Id()
  accountId?: string;

  @DayAsked('first day of the term of office')
  startsOn!: string;

  @DayAsked('last day of it')
  endsOn!: string;
}

/** `PUT /committee-members/{id}/end` */
export class TermEndAsked {
  @DayAsked('last day of the term of office')
  endsOn!: string;
}

/** `GET /committee-members` */
export class MembersAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /committee-rules` */
export class RuleOfSchoolAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `PUT /committee-rules` */
export class CommitteeRuleAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ description: 'the head approves no order before the committee has spoken' })
  @IsBoolean()
  required!: boolean;

  @Whole(1, 100, 'members who must have voted; a teacher and a pupil are among them')
  quorum!: number;
}

/** `PUT /orders/{id}/committee-votes/{memberId}` */
export class VoteAsked {
  @ApiProperty({ enum: VOTES })
  @IsIn(VOTES)
  vote!: CommitteeVote;

  @TextOrNull(limits.remark, 'needed with a no')
  words?: string | null;
}

/** `GET /orders/{id}/committee-votes` */
export class VotesAsked extends ListAsked {}

/** `POST /orders/{id}/committee-return` */
export class ReturnAsked {
  @Text(limits.remark, 'what the committee wants otherwise')
  remark!: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class CommitteeMemberView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: MEMBER_KINDS }) kind!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty(orNull) name!: string | null;
  @ApiProperty({ description: 'by an account of the own' }) votesAlone!: boolean;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ format: 'date' }) endsOn!: string;
  @ApiProperty() inOffice!: boolean;
}
export class CommitteeMembersPage {
  @ApiProperty({ type: [CommitteeMemberView] }) items!: CommitteeMemberView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class CommitteeRuleView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() required!: boolean;
  @ApiProperty({ type: 'integer' }) quorum!: number;
  @ApiProperty({ ...orNull, format: 'date', description: 'null: nobody has said anything' }) setOn!:
    string | null;
}

export class VoteView {
  @ApiProperty({ format: 'uuid' }) memberId!: string;
  @ApiProperty({ enum: MEMBER_KINDS }) kind!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty(orNull) name!: string | null;
  @ApiProperty({ ...orNull, enum: [...VOTES, null], description: 'null: none yet' }) vote!: string | null;
  @ApiProperty(orNull) words!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) on!: string | null;
}
export class VotesPage {
  @ApiProperty({ type: [VoteView] }) items!: VoteView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
