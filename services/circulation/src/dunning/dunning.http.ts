import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { BorrowerView } from '../desk/loan.http.js';
import {
  DayOrNone,
  IdOrNone,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  WholeOrNone,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { CONTACTED, MARKS, PRIORITIES, type Contacted, type Mark, type Priority } from './rules/dunning.js';

const DUNNED_SINCE = ['open', 'returned', 'lost'] as const;
type DunnedSince = (typeof DUNNED_SINCE)[number];

/** `POST /dunning-runs` */
export class DunningRunAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNone(1, 1_000, 'calendar days past the due day, at least; 1 where left out')
  leastDays?: number;

  @DayOrNone('by when the books shall be back, as it stands on the slips')
  answerBy?: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}

/** `GET /dunning-runs`, `/dunning-priorities` */
export class OfSchoolAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /dunning-runs/{id}/lines` */
export class DunningLinesAsked extends ListAsked {
  @IdOrNone()
  classId?: string;

  @YesOfQuery('only who leaves, is about to, or is a guest')
  priority?: boolean;

  @YesOfQuery('only what is still out')
  open?: boolean;
}

export class DunningRunView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly madeOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly madeBy!: string;
  @ApiProperty(shown.whole) readonly leastDays!: number;
  @ApiProperty(shown.dayOrNull) readonly answerBy!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ ...shown.whole, description: 'copies on the sheets' }) readonly lines!: number;
  @ApiProperty({ ...shown.whole, description: 'pupils, others and classes that have them' })
  readonly borrowers!: number;
  @ApiProperty({ ...shown.whole, description: 'of the copies, those of who leaves first' })
  readonly priority!: number;
  @ApiProperty({ ...shown.whole, description: 'that came back since' }) readonly returned!: number;
  @ApiProperty({ ...shown.whole, description: 'that were declared lost since' }) readonly lost!: number;
}
export class DunningRunsPage {
  @ApiProperty({ type: [DunningRunView] }) readonly items!: DunningRunView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** A copy on a sheet. */
export class DunningLine {
  @ApiProperty({
    ...shown.whole,
    description: 'from 1; who leaves first stands first, then by class and borrower',
  })
  readonly position!: number;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class has it' }) readonly readerId!: string | null;
  @ApiProperty({ ...shown.idOrNull, description: 'on the day of the sheet' }) readonly classId!:
    string | null;
  @ApiProperty({
    enum: [...PRIORITIES, null],
    type: 'string',
    nullable: true,
    description: 'has left; in the last grade; changes school; guest pupil',
  })
  readonly priority!: Priority | null;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty(shown.orNull) readonly callNumber!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'fen' }) readonly priceFen!: number | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date', description: 'when the sheet was made' }) readonly dueOn!: string;
  @ApiProperty({ ...shown.whole, description: 'calendar days, when the sheet was made' })
  readonly daysLate!: number;
  @ApiProperty({ enum: DUNNED_SINCE, description: 'what became of it' }) readonly since!: DunnedSince;
}
export class DunningLinesPage {
  @ApiProperty({ type: [DunningLine] }) readonly items!: DunningLine[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `GET /dunning-reminders` */
export class ReminderAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class ReminderView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly termStartsOn!: string;
  @ApiProperty({ format: 'date' }) readonly termEndsOn!: string;
  @ApiProperty({ format: 'date', description: 'from this day on a term without sheets is late' })
  readonly dueOn!: string;
  @ApiProperty({ ...shown.dayOrNull, description: 'the last sheets of this term' })
  readonly lastMadeOn!: string | null;
  @ApiProperty({ enum: ['done', 'due', 'not-yet'] }) readonly state!: 'done' | 'due' | 'not-yet';
  @ApiProperty({ ...shown.whole, description: 'copies that are overdue today' }) readonly overdue!: number;
}

/** `PUT /dunning-priorities/{id}` */
export class PriorityAsked {
  @OneOf(MARKS, 'changes school, or is here for a while')
  why!: Mark;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class PriorityView {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'today' }) readonly classId!: string | null;
  @ApiProperty({ enum: MARKS }) readonly why!: Mark;
  @ApiProperty({ format: 'date' }) readonly markedOn!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ ...shown.whole, description: 'copies the reader has' }) readonly openLoans!: number;
}
export class PrioritiesPage {
  @ApiProperty({ type: [PriorityView] }) readonly items!: PriorityView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /return-contacts` */
export class ContactAsked {
  @IdOrNone('of whose books it was about; or name one reader')
  classId?: string;

  @IdOrNone()
  readerId?: string;

  @OneOf(CONTACTED, 'whom somebody spoke with, or that somebody went there')
  whom!: Contacted;

  @LineOrNull(LONGEST_NOTE, 'what was agreed; whoever may see the class reads it')
  note?: string | null;
}

/** `GET /return-contacts` */
export class ContactsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone()
  classId?: string;

  @IdOrNone()
  readerId?: string;

  @OneOfOrNone(CONTACTED)
  whom?: Contacted;
}
export class ContactView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.idOrNull) readonly readerId!: string | null;
  @ApiProperty({ enum: CONTACTED }) readonly whom!: Contacted;
  @ApiProperty({ format: 'date' }) readonly contactedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly notedBy!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class ContactsPage {
  @ApiProperty({ type: [ContactView] }) readonly items!: ContactView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
