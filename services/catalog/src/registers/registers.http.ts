import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { IsDateString, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { WITHDRAWAL_REASONS } from '../accession/rules/copy-state.js';
import { MAIN_CLASSES } from '../classification/rules/clc-notation.js';
import { SHOWN_ACCESSION_SOURCES } from '@shulian/contracts/words';
import { Text } from '@shulian/service-kit/fields';
import { SHOWN_LINE_KINDS } from './rules/movement.js';

const MAIN_CLASS_LETTERS = Object.keys(MAIN_CLASSES);
const LAST_NUMBER = 2_147_483_647;

const DayAsked =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'string', format: 'date', description })(target, key);
    IsOptional()(target, key);
    Matches(/^[1-9]\d{3}-\d\d-\d\d$/)(target, key);
    IsDateString({ strict: true })(target, key);
  };

/** `GET /registers/…`: of one school, for days or for a period. */
export class RegisterAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @DayAsked('first day')
  from?: string;

  @DayAsked('last day')
  to?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'number of a period, from 1 on' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LAST_NUMBER)
  period?: number;
}

/** `GET /registers/classified` */
export class ClassifiedAsked extends RegisterAsked {
  @ApiPropertyOptional({
    enum: MAIN_CLASS_LETTERS,
    description: 'a main class: the classes of the second level in it, and its own line as the total',
  })
  @IsOptional()
  @IsIn(MAIN_CLASS_LETTERS)
  within?: string;
}

/** `POST /register-periods` */
export class PeriodCloseAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @Text(limits.termName, 'what the period is called, as 2026–2027学年第一学期')
  name!: string;
}

const orNull = { type: 'string', nullable: true } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;
const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;
const AFTER_CLOSE = 'done on a day whose period was closed already, and so of the next one';

/** A copy as it stands in a book. */
class CopyInBook {
  @ApiProperty({ ...whole, description: 'running number of the line in the school, without a gap' })
  number!: number;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty({ ...whole, description: 'number of the period it was posted to' }) period!: number;
  @ApiProperty({ description: AFTER_CLOSE }) afterClose!: boolean;
  @ApiProperty({ ...whole, description: 'number of its line in the summary register' }) batch!: number;
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty(whole) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ ...orNull, description: 'as classed when the line was written' }) clc!: string | null;
}

/** A line of the accession register (个别登记账). */
export class IndividualLine extends CopyInBook {
  @ApiProperty(orNull) volume!: string | null;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) edition!: string | null;
  @ApiProperty(wholeOrNull) publishedYear!: number | null;
  @ApiProperty({ ...orNull, description: 'pages' }) extent!: string | null;
  @ApiProperty(orNull) binding!: string | null;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ ...fen, description: 'fen, with all changes of price since' }) valueFen!: number;
  @ApiProperty({ enum: SHOWN_ACCESSION_SOURCES }) source!: string;
  @ApiProperty({ ...orNull, description: 'of the invoice or list' }) documentNumber!: string | null;
  @ApiProperty({ ...orNull, description: 'the school it came from, or why it came without a delivery' })
  note!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) withdrawnOn!: string | null;
  @ApiProperty({ ...orNull, description: 'of the approval' }) withdrawalDocumentNumber!: string | null;
}

/** A line of the summary register (总括登记账). */
export class SummaryLine {
  @ApiProperty({ ...whole, description: 'running number of the batch in the school, without a gap' })
  number!: number;
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty(whole) period!: number;
  @ApiProperty({ enum: ['in', 'out', 'value'] }) side!: string;
  @ApiProperty({
    enum: [
      ...SHOWN_ACCESSION_SOURCES,
      ...WITHDRAWAL_REASONS,
      'revaluation',
      'correction',
      'reclassification',
    ],
    description: 'where they came from, or why they left',
  })
  source!: string;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(wholeOrNull) firstAccessionNumber!: number | null;
  @ApiProperty(wholeOrNull) lastAccessionNumber!: number | null;
  @ApiProperty(whole) titlesIn!: number;
  @ApiProperty(whole) volumesIn!: number;
  @ApiProperty(fen) fenIn!: number;
  @ApiProperty(whole) titlesOut!: number;
  @ApiProperty(whole) volumesOut!: number;
  @ApiProperty(fen) fenOut!: number;
  @ApiProperty({
    ...whole,
    description: 'titles that stand in the school after it, counted in each main class',
  })
  titlesBalance!: number;
  @ApiProperty(whole) volumesBalance!: number;
  @ApiProperty(fen) fenBalance!: number;
}

/** A line of the withdrawal register (注销账). */
export class WithdrawalLine extends CopyInBook {
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ enum: WITHDRAWAL_REASONS }) reason!: string;
  @ApiProperty({ ...orNull, description: 'of the approval' }) documentNumber!: string | null;
  @ApiProperty({ ...orNull, description: 'who approved it, in words' }) approvedBy!: string | null;
  @ApiProperty({ ...whole, description: 'struck off since the register began' }) volumesSoFar!: number;
  @ApiProperty({ ...fen, description: 'fen, struck off since the register began' }) fenSoFar!: number;
  @ApiProperty({ ...orNull, description: 'the school that took it over' }) note!: string | null;
}

/** A line of the classified ledger (分类账): a main class, a class within one, or `total`. */
export class ClassifiedLine {
  @ApiProperty({
    description:
      'letter of the CLC, or the class of the second level, as I2 or TP; `-` for what has no class, `total` for the last line',
  })
  mainClass!: string;
  @ApiProperty(whole) titlesBefore!: number;
  @ApiProperty(whole) volumesBefore!: number;
  @ApiProperty(fen) fenBefore!: number;
  @ApiProperty({ ...whole, description: 'titles that were not there before' }) titlesIn!: number;
  @ApiProperty(whole) volumesIn!: number;
  @ApiProperty(fen) fenIn!: number;
  @ApiProperty({ ...whole, description: 'titles that are no longer there' }) titlesOut!: number;
  @ApiProperty(whole) volumesOut!: number;
  @ApiProperty(fen) fenOut!: number;
  @ApiProperty({ ...whole, description: 'came from other classes, less what went into others' })
  titlesReclassified!: number;
  @ApiProperty({ ...whole, description: 'the same in volumes; 0 in the total' }) volumesReclassified!: number;
  @ApiProperty({ ...fen, description: 'the same in fen; 0 in the total' }) fenReclassified!: number;
  @ApiProperty({ ...fen, description: 'fen, by changes of price and corrections' }) fenRevalued!: number;
  @ApiProperty(whole) titlesAfter!: number;
  @ApiProperty(whole) volumesAfter!: number;
  @ApiProperty(fen) fenAfter!: number;
}

/** A line as it was written. */
export class RegisterLine extends CopyInBook {
  @ApiProperty({ enum: SHOWN_LINE_KINDS }) kind!: string;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ description: 'where it came from, or why it left' }) source!: string;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'number of the line that it corrects' }) corrects!:
    number | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client; null before there were registers' })
  by!: string | null;
}

export class PeriodView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) number!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) closedOn!: string;
  @ApiProperty({ ...whole, description: 'number of the last line of the period' }) lastLine!: number;
  @ApiProperty(whole) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
}

export class IndividualPage {
  @ApiProperty({ type: [IndividualLine] }) items!: IndividualLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class SummaryPage {
  @ApiProperty({ type: [SummaryLine] }) items!: SummaryLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class WithdrawalsPage {
  @ApiProperty({ type: [WithdrawalLine] }) items!: WithdrawalLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ClassifiedPage {
  @ApiProperty({ type: [ClassifiedLine] }) items!: ClassifiedLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class LinesPage {
  @ApiProperty({ type: [RegisterLine] }) items!: RegisterLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class PeriodsPage {
  @ApiProperty({ type: [PeriodView] }) items!: PeriodView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
