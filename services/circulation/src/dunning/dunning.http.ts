import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { BorrowerView } from '../desk/loan.http.js';
import {
  DayOrNone,
  dayOrNull,
  IdOrNone,
  idOrNull,
  LONGEST_NOTE,
  OneOf,
  OneOfOrNone,
  orNull,
  SchoolAsked,
  TextOrNull,
  whole,
  WholeOrNone,
  wholeOrNull,
  YesOrNone,
} from '../asked.http.js';
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

  @TextOrNull(LONGEST_NOTE)
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

  @YesOrNone('only who leaves, is about to, or is a guest')
  priority?: boolean;

  @YesOrNone('only what is still out')
  open?: boolean;
}

export class DunningRunView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly madeOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly madeBy!: string;
  @ApiProperty(whole) readonly leastDays!: number;
  @ApiProperty(dayOrNull) readonly answerBy!: string | null;
  @ApiProperty(orNull) readonly note!: string | null;
  @ApiProperty({ ...whole, description: 'copies on the sheets' }) readonly lines!: number;
  @ApiProperty({ ...whole, description: 'pupils, others and classes that have them' })
  readonly borrowers!: number;
  @ApiProperty({ ...whole, description: 'of the copies, those of who leaves first' })
  readonly priority!: number;
  @ApiProperty({ ...whole, description: 'that came back since' }) readonly returned!: number;
  @ApiProperty({ ...whole, description: 'that were declared lost since' }) readonly lost!: number;
}
export class DunningRunsPage {
  @ApiProperty({ type: [DunningRunView] }) readonly items!: DunningRunView[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}

/** A copy on a sheet. */
export class DunningLine {
  @ApiProperty({ ...whole, description: 'from 1; who leaves first stands first, then by class and borrower' })
  readonly position!: number;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...idOrNull, description: 'null: a class has it' }) readonly readerId!: string | null;
  @ApiProperty({ ...idOrNull, description: 'on the day of the sheet' }) readonly classId!: string | null;
  @ApiProperty({
    enum: [...PRIORITIES, null],
    type: 'string',
    nullable: true,
    description: 'has left; in the last grade; changes school; guest pupil',
  })
  readonly priority!: Priority | null;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty(orNull) readonly title!: string | null;
  @ApiProperty(orNull) readonly copyBarcode!: string | null;
  @ApiProperty(orNull) readonly callNumber!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen' }) readonly priceFen!: number | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date', description: 'when the sheet was made' }) readonly dueOn!: string;
  @ApiProperty({ ...whole, description: 'calendar days, when the sheet was made' })
  readonly daysLate!: number;
  @ApiProperty({ enum: DUNNED_SINCE, description: 'what became of it' }) readonly since!: DunnedSince;
}
export class DunningLinesPage {
  @ApiProperty({ type: [DunningLine] }) readonly items!: DunningLine[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
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
  @ApiProperty({ ...dayOrNull, description: 'the last sheets of this term' })
  readonly lastMadeOn!: string | null;
  @ApiProperty({ enum: ['done', 'due', 'not-yet'] }) readonly state!: 'done' | 'due' | 'not-yet';
  @ApiProperty({ ...whole, description: 'copies that are overdue today' }) readonly overdue!: number;
}

/** `PUT /dunning-priorities/{id}` */
export class PriorityAsked {
  @OneOf(MARKS, 'changes school, or is here for a while')
  why!: Mark;

  @TextOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class PriorityView {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ ...idOrNull, description: 'today' }) readonly classId!: string | null;
  @ApiProperty({ enum: MARKS }) readonly why!: Mark;
  @ApiProperty({ format: 'date' }) readonly markedOn!: string;
  @ApiProperty(orNull) readonly note!: string | null;
  @ApiProperty({ ...whole, description: 'copies the reader has' }) readonly openLoans!: number;
}
export class PrioritiesPage {
  @ApiProperty({ type: [PriorityView] }) readonly items!: PriorityView[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}

/** `POST /return-contacts` */
export class ContactAsked {
  @IdOrNone('of whose books it was about; or name one reader')
  classId?: string;

  @IdOrNone()
  readerId?: string;

  @OneOf(CONTACTED, 'whom somebody spoke with, or that somebody went there')
  whom!: Contacted;

  @TextOrNull(LONGEST_NOTE, 'what was agreed; whoever may see the class reads it')
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
  @ApiProperty(idOrNull) readonly classId!: string | null;
  @ApiProperty(idOrNull) readonly readerId!: string | null;
  @ApiProperty({ enum: CONTACTED }) readonly whom!: Contacted;
  @ApiProperty({ format: 'date' }) readonly contactedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly notedBy!: string;
  @ApiProperty(orNull) readonly note!: string | null;
}
export class ContactsPage {
  @ApiProperty({ type: [ContactView] }) readonly items!: ContactView[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}
