import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Code,
  CodeOrNone,
  DayOrNone,
  SchoolAsked,
  SomeOf,
  Text,
  TextOrNull,
  ThingsOrNone,
  YesOrNone,
} from '@shulian/service-kit/fields';
import {
  DUE_BY,
  FIELD_TYPES,
  LOOKERS,
  RHYTHMS,
  SIGNERS,
  SUBJECTS,
  WRITERS,
  type FieldType,
  type Form,
  type Looker,
  type Rhythm,
  type Signer,
  type SubjectKind,
  type Writer,
} from './rules/form.js';

const NAME = 60;
const MOST_FIELDS = 60;
const MOST_CHOICES = 60;
const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** What a thing is called: in Chinese, and in English where somebody wrote it. */
export class NamedAsked {
  @Text(NAME)
  zh!: string;

  @TextOrNull(NAME, 'as in Chinese where left out')
  en?: string | null;
}
export class ChoiceAsked extends NamedAsked {
  @Code()
  code!: string;
}
export class StatusAsked extends ChoiceAsked {
  @YesOrNone('nothing more is to be done', false)
  settles: boolean = false;
}

export class FieldAsked extends NamedAsked {
  @Code('what programs call it; keeps its type in all versions')
  key!: string;

  @ApiProperty({ enum: FIELD_TYPES })
  @IsIn(FIELD_TYPES)
  type!: FieldType;

  @YesOrNone(undefined, true)
  required: boolean = true;

  @ThingsOrNone(ChoiceAsked, MOST_CHOICES)
  choices: ChoiceAsked[] = [];

  @CodeOrNone('of an entry: the logbook it is in')
  of?: string;

  @ApiPropertyOptional({ type: 'number', default: 0 })
  @IsOptional()
  @IsNumber()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  min: number = 0;

  @ApiPropertyOptional({ type: 'number', default: 1_000_000_000 })
  @IsOptional()
  @IsNumber()
  @Min(-1_000_000_000)
  @Max(1_000_000_000)
  max: number = 1_000_000_000;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 2, default: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2)
  decimals: number = 0;

  @YesOrNone('of a number: whether adding it up says anything', true)
  summed: boolean = true;
}

export class RhythmAsked {
  @ApiProperty({ enum: RHYTHMS, description: 'a year is the school year' })
  @IsIn(RHYTHMS)
  every!: Rhythm['every'];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 7, description: 'of a week: Monday is 1' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number;

  @ApiPropertyOptional({
    enum: DUE_BY,
    default: 'end',
    description: 'by the first or the last day of the period',
  })
  @IsOptional()
  @IsIn(DUE_BY)
  due: Rhythm['due'] = 'end';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 60,
    default: 0,
    description: 'days until it is late',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(60)
  graceDays: number = 0;

  @ApiPropertyOptional({ enum: SUBJECTS, description: 'an entry of each of these is expected' })
  @IsOptional()
  @IsIn(SUBJECTS)
  subjects?: SubjectKind;
}

export class FormContentAsked {
  @ApiProperty({ type: NamedAsked })
  @IsObject()
  @ValidateNested()
  @Type(() => NamedAsked)
  @IsDefined()
  name!: NamedAsked;

  @TextOrNull(1_000, 'what it is for, and how it is filled in')
  about?: string | null;

  @SomeOf(WRITERS, 'who writes; librarian and head where left out')
  writers?: Writer[];

  @SomeOf(SIGNERS, 'who signs')
  signers?: Signer[];

  @SomeOf(LOOKERS, 'who sees all entries, besides librarian and head')
  openTo?: Looker[];

  @YesOrNone('librarians of all schools of the county see each other’s entries', false)
  shared: boolean = false;

  @ApiPropertyOptional({ type: RhythmAsked })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RhythmAsked)
  rhythm?: RhythmAsked;

  @ThingsOrNone(StatusAsked, 20)
  statuses: StatusAsked[] = [];

  @YesOrNone('each person once, or once in each period of the rhythm', false)
  oncePerWriter: boolean = false;

  @YesOrNone('nobody learns who wrote; only where each person writes once', false)
  anonymous: boolean = false;

  @DayOrNone('first day on which it is written into')
  opensOn?: string;

  @DayOrNone('last day on which it is written into')
  closesOn?: string;

  @ApiProperty({ type: [FieldAsked], minItems: 1, maxItems: MOST_FIELDS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_FIELDS)
  @ValidateNested({ each: true })
  @Type(() => FieldAsked)
  fields!: FieldAsked[];
}

/** `POST /logbook-forms` */
export class FormAsked extends FormContentAsked {
  @SchoolAsked()
  schoolId?: string;

  @Code('of a logbook that comes with the system: stands in its place')
  code!: string;
}

/** `PUT /logbook-forms/{id}` */
export class FormChangeAsked extends FormContentAsked {
  @YesOrNone('nothing more is written into it', false)
  retired: boolean = false;
}

/** `GET /logbooks` */
export class LogbooksAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** What it is called. */
export class NamesView {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** A logbook with its form as it is now. */
export class LogbookView {
  @ApiProperty({ description: 'by which entries name it' }) code!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: it comes with the system' }) id!:
    string | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of all schools' }) schoolId!: string | null;
  @ApiProperty({ ...whole, description: 'of the form' }) version!: number;
  @ApiProperty() retired!: boolean;
  @ApiProperty({ type: NamesView }) name!: NamesView;
  @ApiProperty({ ...orNull, format: 'date', description: 'closed through this day' }) closedThrough!:
    string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'as it was asked for, with what was left out',
  })
  form!: Form;
}
export class LogbooksPage {
  @ApiProperty({ type: [LogbookView] }) items!: LogbookView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class FormVersionView {
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'date' }) madeOn!: string;
  @ApiProperty({ description: 'account or client' }) madeBy!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) form!: Form;
}
/** A logbook that was made here, with the versions of its form, newest first. */
export class LogbookFormView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty() code!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) schoolId!: string | null;
  @ApiProperty() retired!: boolean;
  @ApiProperty({ type: [FormVersionView] }) versions!: FormVersionView[];
}

const named = ({ zh, en }: NamedAsked): { zh: string; en: string } => ({ zh, en: en ?? zh });

/** The form as rules know it. */
export const toForm = (input: FormContentAsked): Form => ({
  name: named(input.name),
  about: named({ zh: input.about ?? '' }),
  writers: input.writers ?? ['librarian', 'school-head'],
  signers: input.signers ?? [],
  openTo: input.openTo ?? [],
  shared: input.shared,
  rhythm:
    input.rhythm === undefined
      ? null
      : {
          every: input.rhythm.every,
          weekday: input.rhythm.weekday ?? null,
          due: input.rhythm.due,
          graceDays: input.rhythm.graceDays,
          subjects: input.rhythm.subjects ?? null,
        },
  statuses: input.statuses.map((status) => ({
    code: status.code,
    settles: status.settles,
    ...named(status),
  })),
  oncePerWriter: input.oncePerWriter,
  anonymous: input.anonymous,
  opensOn: input.opensOn ?? null,
  closesOn: input.closesOn ?? null,
  fields: input.fields.map((field) => ({
    key: field.key,
    name: named(field),
    type: field.type,
    required: field.required,
    choices: field.choices.map((choice) => ({ code: choice.code, ...named(choice) })),
    of: field.of ?? null,
    min: field.min,
    max: field.max,
    decimals: field.decimals,
    summed: field.type === 'number' && field.summed,
  })),
});
