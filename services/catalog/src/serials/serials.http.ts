import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Asked,
  DayOrNone,
  LARGEST_WHOLE,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
} from '@shulian/service-kit/fields';
import { LANGUAGE_KINDS, type LanguageKind } from '../titles/rules/language-kind.js';
import { longestList, longestText } from '../titles/rules/title-limits.js';
import { FREQUENCIES, RHYTHMS, type Frequency, type IssuePattern } from './rules/issue-pattern.js';
import {
  SERIAL_AUDIENCES,
  SERIAL_KINDS,
  type FieldChange,
  type SerialAudience,
  type SerialKind,
} from './rules/serial.js';

/** Numbers of one year: a daily one has 366. */
const MOST_ISSUES = 366;

class CombinedAsked {
  @Whole(1, MOST_ISSUES)
  first!: number;

  @Whole(2, MOST_ISSUES)
  last!: number;
}

const Numbers = (minimum: number, maximum: number, most: number, description: string): PropertyDecorator => {
  const decorators = [
    ApiPropertyOptional({ type: 'array', items: { type: 'integer', minimum, maximum }, maxItems: most, description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(most),
    IsInt({ each: true }),
    Min(minimum, { each: true }),
    Max(maximum, { each: true }),
  ]; // prettier-ignore
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
};

export class PatternAsked {
  @ApiProperty({ enum: RHYTHMS })
  @IsIn(RHYTHMS)
  every!: IssuePattern['every'];

  @Numbers(1, 7, 7, 'of a week or a fortnight: 1 Monday … 7 Sunday')
  weekdays?: number[];

  @DayOrNone('of a fortnight: a day of one of the weeks in which it appears')
  anchor?: string;

  @Numbers(1, 31, 31, 'of a month; 31 is its last day')
  days?: number[];

  @Numbers(1, 12, 12, 'in which it appears; all where left out')
  months?: number[];

  @ApiPropertyOptional({ type: [CombinedAsked], maxItems: 60, description: 'numbers of a year that come as one issue' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => CombinedAsked)
  combined?: CombinedAsked[];
} // prettier-ignore

class SerialFields {
  @TextOrNull(longestText.title)
  title?: string | null;

  @TextOrNull(longestText.publisher)
  publisher?: string | null;

  @TextOrNull(longestText.clc, 'number of the Chinese Library Classification')
  clc?: string | null;

  @Texts(...longestList.languages, 'ISO 639-2 codes; chi and another: parallel text')
  languages?: string[];

  @ApiProperty({ enum: SERIAL_KINDS })
  @IsIn(SERIAL_KINDS)
  kind!: SerialKind;

  @TextOrNull(20)
  issn?: string | null;

  @TextOrNull(20, '邮发代号, 82-490')
  postalCode?: string | null;

  @TextOrNull(30, '国内统一刊号, CN11-1234/G4')
  cnNumber?: string | null;

  @ApiProperty({ type: PatternAsked, description: 'on which days its issues appear' })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PatternAsked)
  pattern!: PatternAsked;

  @WholeOrNull(0, LARGEST_WHOLE, 'fen, a year')
  priceFen?: number | null;

  @ApiPropertyOptional({ enum: SERIAL_AUDIENCES, default: 'all', description: 'staff: for those who work in the library' })
  @IsOptional()
  @IsIn(SERIAL_AUDIENCES)
  audience?: SerialAudience;

  @Texts(50, 20, 'school subjects of whose core journals it is')
  coreSubjects?: string[];
} // prettier-ignore

/** `POST /serials` */
export class SerialAsked extends SerialFields {
  @ApiPropertyOptional({ format: 'uuid', description: 'where the catalogue has it as a title of level serial; else `title`' })
  @IsOptional()
  @Id()
  titleId?: string;
} // prettier-ignore

/** `PATCH /serials/{id}`: what is left out stays, null empties. */
export class SerialChange extends PartialType(SerialFields) {
  @TextOrNull(100, 'the issue that showed the change, 2026年第7期')
  seenIn?: string | null;
}

/** `GET /serials` */
export class SerialsAsked extends ListAsked {
  @ApiPropertyOptional({ description: 'words of its title' })
  @Asked(200)
  q?: string;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;

  @ApiPropertyOptional({ enum: LANGUAGE_KINDS })
  @IsOptional()
  @IsIn(LANGUAGE_KINDS)
  language?: LanguageKind;

  @ApiPropertyOptional({ enum: SERIAL_AUDIENCES })
  @IsOptional()
  @IsIn(SERIAL_AUDIENCES)
  audience?: SerialAudience;

  @ApiPropertyOptional({ description: 'the core journals of this school subject' })
  @Asked(50)
  subject?: string;

  @ApiPropertyOptional({ description: 'ISSN, postal code, or the bar code of an issue' })
  @Asked(40)
  code?: string;
}

/** `GET /serials/{id}/changes` */
export class SerialChangesAsked extends ListAsked {}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class SerialView {
  @ApiProperty({ format: 'uuid', description: 'of its title' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({ type: [String] }) languages!: string[];
  @ApiProperty({ enum: LANGUAGE_KINDS, nullable: true }) languageKind!: LanguageKind | null;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(orNull) issn!: string | null;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty(orNull) cnNumber!: string | null;
  @ApiProperty({ type: PatternAsked }) pattern!: IssuePattern;
  @ApiProperty({ enum: FREQUENCIES, description: 'as its pattern is called' }) frequency!: Frequency;
  @ApiProperty({ ...whole, description: 'of this year' }) issuesThisYear!: number;
  @ApiProperty({ ...whole, nullable: true, description: 'fen, a year' }) priceFen!: number | null;
  @ApiProperty({ enum: SERIAL_AUDIENCES }) audience!: SerialAudience;
  @ApiProperty({ type: [String] }) coreSubjects!: string[];
}
export class SerialsPage {
  @ApiProperty({ type: [SerialView] }) items!: SerialView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

class FieldChangeView {
  @ApiProperty() field!: string;
  @ApiProperty({ nullable: true }) before!: unknown;
  @ApiProperty({ nullable: true }) after!: unknown;
}
/** What was changed at once, as an issue showed it. */
export class SerialChangeView {
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'account or client' }) by!: string;
  @ApiProperty(orNull) seenIn!: string | null;
  @ApiProperty({ type: [FieldChangeView] }) changes!: FieldChange[];
}
export class SerialChangesPage {
  @ApiProperty({ type: [SerialChangeView] }) items!: SerialChangeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
