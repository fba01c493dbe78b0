import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked, Text } from '@shulian/service-kit/fields';
import type { IssueList } from './rules/issue-list.js';

/** `POST /vendors/{id}/issue-lists`, multipart/form-data */
export class IssueListFile {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    description: 'PDF, workbook (.xlsx) or CSV, at most 10 MB',
  })
  file!: unknown;
}

/** `POST /vendors/{id}/issue-lists` */
export class IssueListAsked {
  @Text(limits.orderName, 'as 2027年春季书目')
  name!: string;
}

/** `GET /vendors/{id}/issue-lists` */
export class IssueListsAsked extends ListAsked {}

const BY = ['vendor', 'publisher'] as const;
export type MarketBy = (typeof BY)[number];

/** `GET /market-shares` */
export class MarketSharesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day')
  from?: string;

  @DayOrNone('last day')
  to?: string;

  @ApiPropertyOptional({ enum: BY, default: 'vendor' })
  @IsOptional()
  @IsIn(BY)
  by?: MarketBy;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class IssueListView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) vendorId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty({ ...whole, description: 'bytes' }) size!: number;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
}
export class IssueListsPage {
  @ApiProperty({ type: [IssueListView] }) items!: IssueListView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export const toIssueListView = ({
  id,
  vendorId,
  name,
  mediaType,
  size,
  receivedOn,
}: IssueList): IssueListView => ({
  id,
  vendorId,
  name,
  mediaType,
  size,
  receivedOn,
});

export class MarketShareView {
  @ApiProperty({ description: '`-` where nobody is named' }) name!: string;
  @ApiProperty({ ...whole, description: 'different titles' }) titles!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...whole, description: 'fen' }) fen!: number;
  @ApiProperty({ ...whole, description: 'of 10,000 volumes that were bought' }) share!: number;
  @ApiProperty({ ...whole, description: 'of 10,000 fen that were spent' }) fenShare!: number;
}
export class MarketSharesPage {
  @ApiProperty({ type: [MarketShareView] }) items!: MarketShareView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
