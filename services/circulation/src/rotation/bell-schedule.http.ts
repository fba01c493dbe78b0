import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches, ValidateNested } from 'class-validator';
import {
  Line,
  SchoolAsked,
  shown,
  TimeOfDay,
  TimeOrNull,
  Weekdays,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import type { ResolvedWindow } from './rules/bell-schedule.js';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const code = { example: 'pm-2', maxLength: 40, pattern: CODE.source };
const MOST_LESSONS = 30;
const MOST_WINDOWS = 40;
/** Lengths are bounded by the pattern of a code. */
const Code = (): PropertyDecorator => Matches(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/);

export class LessonAsked {
  @ApiProperty(code)
  @Code()
  code!: string;

  @Line(40, 'as 下午第二节')
  name!: string;

  @TimeOfDay('begins')
  from!: string;

  @TimeOfDay('ends')
  to!: string;
}

/** By the clock, or by lessons. */
export class BellWindowAsked {
  @ApiProperty(code)
  @Code()
  code!: string;

  @Line(40, 'as 午间, 下午第二节课后')
  name!: string;

  @Weekdays()
  weekdays!: number[];

  @TimeOrNull('begins at')
  from?: string | null;

  @TimeOrNull('ends at')
  to?: string | null;

  @ApiPropertyOptional({
    ...code,
    type: 'string',
    nullable: true,
    description: 'begins with the end of this lesson',
  })
  @IsOptional()
  @Code()
  afterLesson?: string | null;

  @ApiPropertyOptional({
    ...code,
    type: 'string',
    nullable: true,
    description: 'ends with the beginning of this lesson',
  })
  @IsOptional()
  @Code()
  beforeLesson?: string | null;

  @WholeOrNull(5, 900, 'how long it lasts')
  minutes?: number | null;
}

/** `PUT /bell-schedules` */
export class BellScheduleAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ type: [LessonAsked], maxItems: MOST_LESSONS })
  @IsArray()
  @ArrayMaxSize(MOST_LESSONS)
  @ArrayUnique((lesson: LessonAsked) => lesson.code)
  @ValidateNested({ each: true })
  @Type(() => LessonAsked)
  lessons!: LessonAsked[];

  @ApiProperty({ type: [BellWindowAsked], maxItems: MOST_WINDOWS })
  @IsArray()
  @ArrayMaxSize(MOST_WINDOWS)
  @ArrayUnique((window: BellWindowAsked) => window.code)
  @ValidateNested({ each: true })
  @Type(() => BellWindowAsked)
  windows!: BellWindowAsked[];
}

export class BellScheduleOf {
  @SchoolAsked()
  schoolId?: string;
}

export class ResolvedWindowView implements ResolvedWindow {
  @ApiProperty(code) code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [Number] }) weekdays!: number[];
  @ApiProperty({ example: '12:00' }) from!: string;
  @ApiProperty({ example: '12:50' }) to!: string;
}
export class BellScheduleView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: [LessonAsked] }) lessons!: LessonAsked[];
  @ApiProperty({ type: [BellWindowAsked] }) windows!: BellWindowAsked[];
  @ApiProperty({ type: [ResolvedWindowView], description: 'the windows on the clock' })
  onTheClock!: ResolvedWindow[];
  @ApiProperty({ ...shown.whole, description: '0 before anything was set' }) version!: number;
}
