import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { DayOrNone, IdOrNone, SchoolAsked } from '@shulian/service-kit/fields';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** Teachers and other staff; pupils. */
export const REGISTERS = ['staff', 'pupils'] as const;
export type Register = (typeof REGISTERS)[number];

class DaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('lent on this day or later; from the first day of the term if not said')
  from?: string;

  @DayOrNone('lent on this day or before; today if not said')
  to?: string;
}

/** `GET /loan-registers/entries` */
export class EntriesAsked extends DaysAsked {
  @ApiProperty({ enum: REGISTERS })
  @IsIn(REGISTERS)
  register!: Register;

  @IdOrNone('of the class on the day of the loan')
  classId?: string;

  @IdOrNone('of this reader')
  readerId?: string;

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'of this kind of copy' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  copyKind?: CopyKind;
}

/** `GET /loan-registers/readers` */
export class RegisterReadersAsked extends DaysAsked {
  @ApiProperty({ enum: REGISTERS })
  @IsIn(REGISTERS)
  register!: Register;

  @IdOrNone('of the class today')
  classId?: string;
}

/** `GET /loan-registers/classes` */
export class RegisterClassesAsked extends DaysAsked {}

/** `GET /loan-registers/magazines` */
export class MagazinesAsked extends DaysAsked {}

/** A line of the register: a loan, and what became of it. */
export class RegisterEntry {
  @ApiProperty({ format: 'uuid' }) loanId!: string;
  @ApiProperty({ format: 'date' }) loanedOn!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ type: () => BorrowerView }) borrower!: BorrowerView;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ enum: ['open', 'overdue', 'returned', 'lost'] }) status!: string;
  @ApiProperty({ ...orNull, format: 'date' }) closedOn!: string | null;
}
export class EntriesPage {
  @ApiProperty({ type: [RegisterEntry] }) items!: RegisterEntry[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A reader with all loans of the days. */
export class RegisterReader {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ type: () => BorrowerView }) borrower!: BorrowerView;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(whole) loans!: number;
  @ApiProperty(whole) returned!: number;
  @ApiProperty(whole) open!: number;
  @ApiProperty({ ...whole, description: 'of those open' }) overdue!: number;
  @ApiProperty(whole) lost!: number;
}
export class RegisterReadersPage {
  @ApiProperty({ type: [RegisterReader] }) items!: RegisterReader[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A class: what its pupils borrowed one by one, and what it borrowed as a whole (P-06). */
export class RegisterClass {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ type: () => BorrowerView }) borrower!: BorrowerView;
  @ApiProperty(whole) grade!: number;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty({ ...whole, description: 'loans of its pupils' }) individual!: number;
  @ApiProperty({ ...whole, description: 'loans of the class as a whole' }) collective!: number;
  @ApiProperty({ ...whole, description: 'collective loans it should make: ten for each pupil' })
  target!: number;
  @ApiProperty() reached!: boolean;
  @ApiProperty({ ...whole, description: 'copies that went to its corners' }) corner!: number;
  @ApiProperty({ ...whole, description: 'copies that came in boxes' }) box!: number;
}
export class RegisterClassesPage {
  @ApiProperty({ type: [RegisterClass] }) items!: RegisterClass[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const MAGAZINE_READERS = ['staff', 'pupils', 'classes', 'external'] as const;
/** Magazines that were lent: person-times (somebody comes and takes some) and copies, each counted by itself. */
export class MagazineCount {
  @ApiProperty({ enum: MAGAZINE_READERS }) readers!: (typeof MAGAZINE_READERS)[number];
  @ApiProperty({ ...whole, description: 'a borrower on a day counts once' }) personTimes!: number;
  @ApiProperty(whole) copies!: number;
}
export class MagazinesPage {
  @ApiProperty({ type: [MagazineCount] }) items!: MagazineCount[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
