import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsDateString, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { progressOf, type RetrospectiveProject } from './rules/progress.js';
import type { CalendarDay } from '@shulian/contracts/ids';

const MOST_VOLUMES = 10_000_000;
const given = (_: object, value: unknown): boolean => value !== undefined;
const Day = (): PropertyDecorator => (target, key) => {
  ApiProperty({ type: 'string', format: 'date' })(target, key);
  Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
  IsDateString({ strict: true })(target, key);
};

/** `POST /retrospective-projects` */
export class ProjectAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName)
  name!: string;

  @Whole(1, MOST_VOLUMES, 'volumes that are to be entered')
  goalVolumes!: number;

  @Day()
  beginsOn!: string;

  @Day()
  endsOn!: string;

  @ApiPropertyOptional({ enum: COPY_KINDS, description: 'only copies of this kind, as audiovisual ones' })
  @IsOptional()
  @IsIn(COPY_KINDS)
  kind?: CopyKind;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `PATCH /retrospective-projects/{id}`: what is left out stays. */
export class ProjectChange {
  @ApiPropertyOptional({ maxLength: limits.occasionName })
  @ValidateIf(given)
  @Text(limits.occasionName)
  name?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MOST_VOLUMES })
  @ValidateIf(given)
  @Whole(1, MOST_VOLUMES)
  goalVolumes?: number;

  @DayOrNone('another last day')
  endsOn?: string;

  @TextOrNull(limits.stockNote)
  note?: string | null;

  @ApiPropertyOptional({ description: 'true ends it today, false takes that back' })
  @IsOptional()
  @IsBoolean()
  ended?: boolean;
}

/** `GET /retrospective-projects` */
export class ProjectsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

/** A project that brings old stock into the catalogue (回溯建库), and how far it is. */
export class ProjectView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(whole) goalVolumes!: number;
  @ApiProperty({ format: 'date' }) beginsOn!: string;
  @ApiProperty({ format: 'date' }) endsOn!: string;
  @ApiProperty({ ...orNull, enum: [...COPY_KINDS, null], description: 'null: all kinds' })
  kind!: CopyKind | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ description: 'account or client' }) plannedBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty({
    ...whole,
    description:
      'volumes that came in since it began, from no purchase, gift, school or reader, and stand still',
  })
  entered!: number;
  @ApiProperty(whole) left!: number;
  @ApiProperty({ ...whole, description: 'of the project, gone by, with today' }) days!: number;
  @ApiProperty({ ...whole, description: 'hundredths of a volume: 10050 is 100.5 a day' }) ratePerDay!: number;
  @ApiProperty({ ...wholeOrNull, description: 'at this rate; null: nothing was entered yet' })
  daysToGo!: number | null;
  @ApiProperty({ ...orNull, format: 'date', description: 'at this rate' }) expectedEnd!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'volumes a day that its last day wants' })
  neededPerDay!: number | null;
  @ApiProperty({ description: 'it ends by its last day at this rate' }) onTime!: boolean;
}
export class ProjectsPage {
  @ApiProperty({ type: [ProjectView] }) items!: ProjectView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A day on which something was entered. */
export class ProjectDay {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ ...whole, description: 'volumes' }) entered!: number;
  @ApiProperty({ ...whole, description: 'with all days before' }) sum!: number;
  @ApiProperty(whole) left!: number;
}
export class ProjectDaysPage {
  @ApiProperty({ type: [ProjectDay] }) items!: ProjectDay[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A project with what the registers say of it. */
export type CountedProject = RetrospectiveProject & { readonly entered: number };
export const toProjectView = (project: CountedProject, today: CalendarDay): ProjectView => ({
  ...project,
  ...progressOf(project, project.entered, today),
});
