import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { DayOrNone, IdOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { Barcodes } from '../barcodes.http.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** In a classroom; outside the classrooms of a grade (CIR-071); an open gallery that a grade runs itself (CIR-072). */
export const CORNER_KINDS = ['class', 'grade', 'gallery'] as const;
export type CornerKind = (typeof CORNER_KINDS)[number];
/** Volumes that a class corner borrows in a term at least (P-11). */
export const USUAL_TARGET = 50;

const Target = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 1_000, description: 'volumes a term; 50 if not said' })(target, key); // prettier-ignore
  IsOptional()(target, key);
  IsInt()(target, key);
  Min(0)(target, key);
  Max(1_000)(target, key);
};

/** `POST /book-corners` */
export class CornerAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: CORNER_KINDS })
  @IsIn(CORNER_KINDS)
  kind!: CornerKind;

  @ApiProperty({
    format: 'uuid',
    description: 'the class whose corner it is, or which answers for that of its grade',
  })
  @Id()
  classId!: string;

  @Text(limits.locationName, 'as it stands at the corner')
  name!: string;

  @TextOrNull(limits.locationName, 'where it is')
  place?: string | null;

  @IdOrNone('the pupil who keeps it')
  readerId?: string;

  @Target()
  target?: number;
}

/** `PATCH /book-corners/{id}` */
export class CornerChange {
  @ApiPropertyOptional({ type: 'string', minLength: 1, maxLength: limits.locationName })
  @IsOptional()
  @Text(limits.locationName)
  name?: string;

  @TextOrNull(limits.locationName)
  place?: string | null;

  @ApiPropertyOptional({ ...orNull, format: 'uuid', description: 'the pupil who keeps it; null: nobody' })
  @IsOptional()
  @Id()
  readerId?: string | null;

  @Target()
  target?: number;

  @ApiPropertyOptional({ type: 'boolean', description: 'an empty corner may be closed, and opened again' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

/** `GET /book-corners` */
export class CornersAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: CORNER_KINDS })
  @IsOptional()
  @IsIn(CORNER_KINDS)
  kind?: CornerKind;

  @DayOrNone('borrowed from this day on; from the first day of the term if not said')
  from?: string;

  @DayOrNone('borrowed up to this day; today if not said')
  to?: string;

  @ApiPropertyOptional({ type: 'boolean', description: 'closed ones, too' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  closed?: boolean;
}

/** `GET /book-corners/classes-without` */
export class ClassesWithoutAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /book-corners/{id}/fillings` */
export class FillingAsked {
  @Barcodes('what goes to the corner, in the order of the list')
  copyBarcodes!: string[];

  @DayOrNone('when it is due; the end of the term if not said')
  dueOn?: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /book-corners/{id}/returns` */
export class CornerReturnsAsked {
  @Barcodes('what comes back to the library')
  copyBarcodes!: string[];
}

/** `POST /book-corners/{id}/hand-overs` */
export class CornerHandOverAsked {
  @ApiProperty({
    format: 'uuid',
    description: 'the class of the same school that answers for the corner now',
  })
  @Id()
  classId!: string;

  @DayOrNone('when its copies are due; the end of the term if not said')
  dueOn?: string;
}

export class CornerView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: CORNER_KINDS }) kind!: CornerKind;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ ...whole, nullable: true, description: 'of a corner or gallery of a grade' }) grade!:
    number | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) place!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the pupil who keeps it' }) readerId!: string | null;
  @ApiProperty({ ...whole, description: 'copies of the library that stand there now' }) copies!: number;
  @ApiProperty({ ...whole, description: 'of these, past their due day' }) overdue!: number;
  @ApiProperty({
    ...whole,
    description: 'volumes borrowed in the days that were asked for, without those that did not come',
  })
  borrowed!: number;
  @ApiProperty({ ...whole, description: 'volumes a term' }) target!: number;
  @ApiProperty() reached!: boolean;
  @ApiProperty() closed!: boolean;
  @ApiProperty(whole) version!: number;
}
export class CornersPage {
  @ApiProperty({ type: [CornerView] }) items!: CornerView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A class of the school that has no corner. */
export class ClassWithout {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ enum: ['primary', 'junior', 'senior'] }) section!: string;
  @ApiProperty(whole) grade!: number;
}
export class ClassesWithoutPage {
  @ApiProperty({ type: [ClassWithout] }) items!: ClassWithout[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
