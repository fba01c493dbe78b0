import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, IdAsked, IdOrNone, OneOfOrNone, SchoolAsked, shown } from '@shulian/service-kit/fields';
import { RECIPIENTS, type Recipient } from '../notice-templates/rules/notice-template.js';
import { CHANNELS, NOTICE_STATES, WHYS, type NoticeState } from './rules/notice.js';

const { dayOrNull, idOrNull, orNull, whole, wholeOrNull } = shown;

/** `GET /notices` */
export class NoticesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(NOTICE_KINDS)
  kind?: NoticeKind;

  @OneOfOrNone(NOTICE_STATES)
  state?: NoticeState;

  @OneOfOrNone(RECIPIENTS)
  recipient?: Recipient;

  @IdOrNone('about this class or its pupils')
  classId?: string;

  @IdOrNone('about this reader')
  readerId?: string;

  @DayOrNone('made on this day or later')
  from?: string;

  @DayOrNone('made on this day or before')
  to?: string;
}

/** `GET /notice-sheets` */
export class NoticeSheetAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('the class')
  classId!: string;
}

const instantOrNull = { type: 'string', format: 'date-time', nullable: true } as const;

/** A notice: what it is about, who gets it, what became of it. Never its text, never an address. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: NOTICE_KINDS }) kind!: string;
  @ApiProperty({
    format: 'uuid',
    description:
      'the hold, campaign, run, compensation, request or delivery it comes from; the school where it is all that somebody has',
  })
  causeId!: string;
  @ApiProperty({ format: 'date' }) causeOn!: string;
  @ApiProperty(idOrNull) readerId!: string | null;
  @ApiProperty(idOrNull) classId!: string | null;
  @ApiProperty({ enum: RECIPIENTS }) recipient!: string;
  @ApiProperty({ enum: CHANNELS }) channel!: string;
  @ApiProperty() language!: string;
  @ApiProperty(wholeOrNull) count!: number | null;
  @ApiProperty(wholeOrNull) daysLate!: number | null;
  @ApiProperty(dayOrNull) dueOn!: string | null;
  @ApiProperty(wholeOrNull) amountFen!: number | null;
  @ApiProperty({ format: 'date', description: 'later than this it is not sent' }) untilOn!: string;
  @ApiProperty({ enum: NOTICE_STATES }) state!: NoticeState;
  @ApiProperty({ ...orNull, enum: [...WHYS, null] }) why!: string | null;
  @ApiProperty(whole) attempts!: number;
  @ApiProperty({ format: 'date' }) madeOn!: string;
  @ApiProperty({ ...instantOrNull, description: 'when it was sent, or given up' }) endedAt!: string | null;
}
export class NoticesPage {
  @ApiProperty({ type: [NoticeView] }) items!: NoticeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What a pupil of a class is to be told. */
export class NoticeSheetLine {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() readerName!: string;
  @ApiProperty({ enum: NOTICE_KINDS }) kind!: string;
  @ApiProperty({ format: 'date' }) causeOn!: string;
  @ApiProperty(wholeOrNull) count!: number | null;
  @ApiProperty(wholeOrNull) daysLate!: number | null;
  @ApiProperty(dayOrNull) dueOn!: string | null;
  @ApiProperty(wholeOrNull) amountFen!: number | null;
  @ApiProperty({ description: 'whether a notice of it was sent to the reader or a guardian' }) sent!: boolean;
}
export class NoticeSheet {
  @ApiProperty({ type: [NoticeSheetLine] }) items!: NoticeSheetLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
