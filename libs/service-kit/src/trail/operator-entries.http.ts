import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { ListAsked } from '../documents/printed-list.js';
import { DayOrNone, SchoolAsked, shown } from '../fields/index.js';

const WORD = /^[\w./-]+$/;

/** `GET /operations/{service}/operator-entries` */
export class OperatorEntriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ description: 'account or client' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  @Matches(WORD)
  byId?: string;

  @ApiPropertyOptional({ description: 'an operation, or a group of them: loans, loans.return' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  @Matches(WORD)
  operation?: string;

  @ApiPropertyOptional({ description: 'the id of what it was done to' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(WORD)
  line?: string;

  @DayOrNone('from this day on')
  from?: string;

  @DayOrNone('until this day')
  to?: string;
}

/** Who did what to which line (操作登记). */
export class OperatorEntryView {
  @ApiProperty(shown.whole) n!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'account or client' }) byId!: string;
  @ApiProperty({ ...shown.orNull, description: 'user name of staff' }) byName!: string | null;
  @ApiProperty() operation!: string;
  @ApiProperty({ ...shown.orNull, description: 'ids of what it was done to, as in the path' })
  line!: string | null;
  @ApiProperty(shown.idOrNull) schoolId!: string | null;
}

export class OperatorEntriesPage {
  @ApiProperty({ type: [OperatorEntryView] }) items!: OperatorEntryView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
