import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsOptional } from 'class-validator';
import { SchoolAsked, shown, Text, Things, Whole } from '@shulian/service-kit/fields';

const { dayOrNull, orNull, whole } = shown;
const LONGEST_TITLE = 100;
const LONGEST_TEXT = 20_000;
const LONGEST_REMARK = 1_000;
const MOST_FIGURES = 100;

export class FigureAsked {
  @Text(LONGEST_TITLE, 'as 藏书量')
  name!: string;

  @Text(LONGEST_TITLE, 'as 12,000 册')
  value!: string;
}

/** `POST /yearly-accounts` */
export class AccountAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(2000, 2100, 'the year that is accounted for')
  year!: number;

  @Text(LONGEST_TITLE)
  title!: string;

  @Text(LONGEST_TEXT, 'what was done, one paragraph a line')
  text!: string;

  @Things(FigureAsked, MOST_FIGURES, 0)
  figures!: FigureAsked[];
}

/** `PATCH /yearly-accounts/{id}`: all of it anew, and whether it is published. */
export class AccountChange {
  @ApiPropertyOptional({
    description: 'true: everybody at the school reads it from now on; false: nobody, after all',
  })
  @IsOptional()
  @IsBoolean()
  published?: boolean;

  @Text(LONGEST_TITLE)
  title!: string;

  @Text(LONGEST_TEXT)
  text!: string;

  @Things(FigureAsked, MOST_FIGURES, 0)
  figures!: FigureAsked[];
}

/** `GET /yearly-accounts` */
export class YearlyAccountsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /yearly-accounts/{id}/remarks` */
export class RemarkAsked {
  @Text(LONGEST_REMARK)
  text!: string;
}

/** `POST /account-remarks/{id}/answer` */
export class AnswerAsked {
  @Text(LONGEST_REMARK)
  answer!: string;
}

/** `POST /account-remarks/{id}/hiding` */
export class HidingAsked {
  @ApiPropertyOptional({ default: true, description: 'false: it is shown, after all' })
  @IsOptional()
  @IsBoolean()
  hidden: boolean = true;
}

export class FigureView {
  @ApiProperty() name!: string;
  @ApiProperty() value!: string;
}

/** What a library tells its school of a year. */
export class YearlyAccountView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: [FigureView] }) figures!: FigureView[];
  @ApiProperty({ ...dayOrNull, description: 'null: only the library reads it' }) publishedOn!: string | null;
  @ApiProperty(orNull) publishedBy!: string | null;
  @ApiProperty(whole) remarks!: number;
  @ApiProperty(whole) answered!: number;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty() writtenBy!: string;
}
export class AccountsPage {
  @ApiProperty({ type: [YearlyAccountView] }) items!: YearlyAccountView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A line of the account as it is printed: a paragraph or a figure. */
export class AccountLine {
  @ApiProperty(whole) line!: number;
  @ApiProperty() text!: string;
  @ApiProperty({ ...orNull, description: 'of a figure' }) value!: string | null;
}
export class AccountLinesPage {
  @ApiProperty({ type: [AccountLine] }) items!: AccountLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What somebody at the school says to it; nobody is told who. */
export class RemarkView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) accountId!: string;
  @ApiProperty({ enum: ['teacher', 'reader', 'staff'] }) asker!: 'teacher' | 'reader' | 'staff';
  @ApiProperty() text!: string;
  @ApiProperty({ format: 'date' }) madeOn!: string;
  @ApiProperty(orNull) answer!: string | null;
  @ApiProperty(dayOrNull) answeredOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'not shown to others: a name in it, bad language' })
  hiddenOn!: string | null;
}
export class RemarksPage {
  @ApiProperty({ type: [RemarkView] }) items!: RemarkView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
