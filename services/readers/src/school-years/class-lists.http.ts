import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { STREAMS, type Stream } from '../classes/rules/school-class.js';
import { OfSchoolAsked } from './school-years.http.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `GET /class-lists` */
export class ClassListsAsked extends OfSchoolAsked {
  @ApiProperty({
    ...whole,
    minimum: 1990,
    description: '学年的第一年 first calendar year of the school year',
  })
  @Type(() => Number)
  @IsInt()
  @Min(1990)
  @Max(2199)
  year!: number;
}

/** `GET /class-list-readers` */
export class ClassListReadersAsked extends ClassListsAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;
}

/** `GET /leavers` */
export class LeaversAsked extends OfSchoolAsked {
  @ApiPropertyOptional({ type: 'boolean', description: 'only who has not given back or paid everything' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  withDues?: boolean;
}

/** A class in a school year. */
export class ClassListView {
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty({ enum: ['primary', 'junior', 'senior'] }) section!: 'primary' | 'junior' | 'senior';
  @ApiProperty(whole) entryYear!: number;
  @ApiProperty(whole) classNo!: number;
  @ApiProperty({ ...whole, nullable: true }) grade!: number | null;
  @ApiProperty({ description: 'in that school year' }) name!: string;
  @ApiProperty({ ...orNull, enum: [...STREAMS, null] }) stream!: Stream | null;
  @ApiProperty(orNull) campus!: string | null;
  @ApiProperty({ ...whole, description: 'at the end of the year, or now' }) pupils!: number;
  @ApiProperty({ ...whole, description: 'who left in the course of the year' }) left!: number;
  @ApiProperty({ description: 'as it was written down when the year ended; else as the classes are now' })
  kept!: boolean;
}
export class ClassListPage {
  @ApiProperty({ type: [ClassListView] }) items!: ClassListView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A pupil in the list of a class. */
export class ClassListReaderView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) cardNumber!: string | null;
  @ApiProperty({ ...orNull, format: 'date', description: 'who left in the course of the year' })
  leftOn!: string | null;
}
export class ClassListReaderPage {
  @ApiProperty({ type: [ClassListReaderView] }) items!: ClassListReaderView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** Who has left, with what is still to be given back or paid. */
export class LeaverView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty({ format: 'date' }) leftOn!: string;
  @ApiProperty({ enum: ['left', 'graduated', 'transferred'] }) leftWhy!: string;
  @ApiProperty({ ...whole, description: 'copies on loan' }) openLoans!: number;
  @ApiProperty({ ...orNull, format: 'date' }) dueOn!: string | null;
  @ApiProperty({ ...whole, description: 'lost copies not paid for' }) openDebts!: number;
  @ApiProperty({ ...whole, description: 'in fen, as far as known' }) owedFen!: number;
  @ApiProperty({ description: 'nothing is left to give back or to pay' }) isClear!: boolean;
}
export class LeaverPage {
  @ApiProperty({ type: [LeaverView] }) items!: LeaverView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
