import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { CalendarDay } from '@shulian/contracts/ids';
import { limits } from '@shulian/contracts/limits';
import { SECTIONS, type Section } from '@shulian/contracts/words';
import {
  ExternalIdAsked,
  ExternalIdShown,
  Id,
  IdsAsked,
  PageAsked,
  SyncedPage,
  UpdatedSince,
} from '@shulian/service-kit';
import { PlainText } from '../plain-text.http.js';
import { gradeOn, nameOn, STREAMS, type SchoolClass, type Stream } from './rules/school-class.js';

export class OpenClassAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by callers of one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiProperty({ enum: SECTIONS })
  @IsIn(SECTIONS)
  section!: Section;

  @ApiProperty({ type: 'integer', description: 'year in which the class entered the section (级)' })
  @IsInt()
  entryYear!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 99 })
  @IsInt()
  @Min(1)
  @Max(99)
  classNo!: number;

  @ExternalIdAsked()
  externalId?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    enum: [...STREAMS, null],
    nullable: true,
    description: '文科、理科、历史类、物理类；仅高中 senior section only',
  })
  @IsOptional()
  @IsIn(STREAMS)
  stream?: Stream | null;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    maxLength: limits.locationName,
    description: '校区',
  })
  @IsOptional()
  @PlainText(1, limits.locationName)
  campus?: string | null;
}

export class ChangeClassAsked {
  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @IsInt()
  entryYear?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 99 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(99)
  classNo?: number;

  @ExternalIdAsked()
  externalId?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    enum: [...STREAMS, null],
    nullable: true,
    description: '文科、理科、历史类、物理类；仅高中 senior section only',
  })
  @IsOptional()
  @IsIn(STREAMS)
  stream?: Stream | null;

  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    maxLength: limits.locationName,
    description: '校区',
  })
  @IsOptional()
  @PlainText(1, limits.locationName)
  campus?: string | null;
}

export class ClassesAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @IdsAsked(
    200,
    '这些班级（不论学校，仅限可见者） these classes, of whichever school, as far as the caller sees them',
  )
  ids?: string[];

  @UpdatedSince()
  updatedSince?: string;
}

export class SchoolClassView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  schoolId!: string;
  @ApiProperty({ enum: SECTIONS })
  section!: Section;
  @ApiProperty({ type: 'integer' })
  entryYear!: number;
  @ApiProperty({ type: 'integer' })
  classNo!: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '1 to 12 today; null before entry, after graduation',
  })
  grade!: number | null;
  @ApiProperty({ example: '三年级2班' })
  name!: string;
  @ExternalIdShown()
  externalId!: string | null;
  @ApiProperty({ type: 'string', enum: [...STREAMS, null], nullable: true })
  stream!: Stream | null;
  @ApiProperty({ type: 'string', nullable: true })
  campus!: string | null;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

export class SchoolClassPage extends SyncedPage {
  @ApiProperty({ type: [SchoolClassView] })
  items!: SchoolClassView[];
}

/** Grade and name are those of the day. */
export const toClassView = (it: SchoolClass, today: CalendarDay): SchoolClassView => ({
  id: it.id,
  schoolId: it.schoolId,
  section: it.section,
  entryYear: it.entryYear,
  classNo: it.classNo,
  grade: gradeOn(it, today),
  name: nameOn(it, today),
  externalId: it.externalId,
  stream: it.stream,
  campus: it.campus,
  version: it.version,
});
