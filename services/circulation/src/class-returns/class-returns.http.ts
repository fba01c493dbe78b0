import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, IdAsked, IdOrNone, LineOrNull, SchoolAsked, shown } from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { BorrowerView } from '../desk/loan.http.js';

/** `POST /class-return-checks` */
export class CheckAsked {
  @IdAsked('the class of the day')
  classId!: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
/** `GET /class-return-checks` */
export class ChecksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone()
  classId?: string;

  @DayOrNone('of this day')
  on?: string;
}
export class CheckView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty({ format: 'date' }) readonly checkedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly checkedBy!: string;
  @ApiProperty({ ...shown.whole, description: 'what the class had brought back that day' })
  readonly returned!: number;
  @ApiProperty({ ...shown.whole, description: 'due that day or before, and not there' })
  readonly missing!: number;
  @ApiProperty({ ...shown.whole, description: 'who had them' }) readonly borrowers!: number;
  @ApiProperty({ ...shown.whole, description: 'of the missing, came back or were declared lost since' })
  readonly since!: number;
  @ApiProperty({ ...shown.dayOrNull, description: 'when somebody spoke about it, that day or later' })
  readonly contactedOn!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class ChecksPage {
  @ApiProperty({ type: [CheckView] }) readonly items!: CheckView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
/** `GET /class-return-checks/due` */
export class DueClassesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('today where left out')
  on?: string;
}
export class DueClass {
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty() readonly className!: string;
  @ApiProperty({ description: 'of its slot' }) readonly from!: string;
  @ApiProperty() readonly to!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'the check of the day; null: not checked yet' })
  readonly checkId!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'at the check' }) readonly missing!: number | null;
  @ApiProperty({ ...shown.dayOrNull, description: 'when its teacher was spoken with' })
  readonly contactedOn!: string | null;
}
export class DueClassesPage {
  @ApiProperty({ type: [DueClass] }) readonly items!: DueClass[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
export class MissingLoan {
  @ApiProperty({ ...shown.whole, description: 'from 1' }) readonly position!: number;
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: the class has it' }) readonly readerId!:
    string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ enum: ['open', 'returned', 'lost'] }) readonly since!: 'open' | 'returned' | 'lost';
}
export class MissingLoansPage {
  @ApiProperty({ type: [MissingLoan] }) readonly items!: MissingLoan[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /class-weeks`, `/class-weeks/withdrawals` */
export class WeekAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('any day of the week; a day of the week before this one where left out')
  of?: string;
}
/** `GET /class-weeks` */
export class WeeksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('any day of the week; all weeks, newest first, where left out')
  of?: string;

  @IdOrNone()
  classId?: string;
}
export class ClassWeek {
  @ApiProperty({ format: 'date', description: 'its Monday' }) readonly weekStartsOn!: string;
  @ApiProperty({ format: 'uuid' }) readonly classId!: string;
  @ApiProperty({ ...shown.whole, description: 'copies lent in the week, to the class or its pupils' })
  readonly loans!: number;
  @ApiProperty({ ...shown.whole, description: 'pupils who borrowed' }) readonly borrowers!: number;
  @ApiProperty(shown.whole) readonly returned!: number;
  @ApiProperty({ ...shown.whole, description: 'out when it was published' }) readonly open!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, past their day' }) readonly overdue!: number;
  @ApiProperty({ format: 'date' }) readonly publishedOn!: string;
}
export class ClassWeeksPage {
  @ApiProperty({ type: [ClassWeek] }) readonly items!: ClassWeek[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
export class PublishedWeek {
  @ApiProperty({ format: 'date', description: 'its Monday' }) readonly weekStartsOn!: string;
  @ApiProperty(shown.whole) readonly classes!: number;
}
