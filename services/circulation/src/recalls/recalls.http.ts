import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COPY_KINDS, type CopyKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import {
  Day,
  IdOrNone,
  Line,
  LineOrNull,
  OneOfOrNone,
  SchoolAsked,
  shown,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';

const RECALL_SINCE = ['open', 'returned', 'lost'] as const;
type RecallSince = (typeof RECALL_SINCE)[number];

/** `POST /recall-campaigns` */
export class CampaignAsked {
  @SchoolAsked()
  schoolId?: string;

  @Line(100, 'as 2027年1月期末催还')
  name!: string;

  @Day('by when everything shall be back')
  lastDay!: string;

  @ApiPropertyOptional({
    enum: COPY_KINDS,
    isArray: true,
    description: 'only these kinds; all of them, periodicals as well, where left out',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(COPY_KINDS.length)
  @ArrayUnique()
  @IsIn(COPY_KINDS, { each: true })
  kinds?: CopyKind[];
}

export class CampaignsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

export class RecallLoansAsked extends ListAsked {
  @IdOrNone()
  classId?: string;

  @OneOfOrNone(COPY_KINDS)
  kind?: CopyKind;

  @OneOfOrNone(RECALL_SINCE)
  since?: RecallSince;
}

/** `POST /recall-campaigns/{id}/closing` */
export class ClosingAsked {
  @LineOrNull(LONGEST_NOTE, 'the result in words')
  note?: string | null;
}

export class CampaignView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ type: [String], nullable: true, description: 'null: of all kinds' })
  readonly kinds!: CopyKind[] | null;
  @ApiProperty({ format: 'date' }) readonly openedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly openedBy!: string;
  @ApiProperty({ format: 'date' }) readonly lastDay!: string;
  @ApiProperty(shown.dayOrNull) readonly closedOn!: string | null;
  @ApiProperty(shown.orNull) readonly closedBy!: string | null;
  @ApiProperty(shown.orNull) readonly resultNote!: string | null;
  @ApiProperty({ ...shown.whole, description: 'copies called in; as it was at the end, where it is closed' })
  readonly expected!: number;
  @ApiProperty(shown.whole) readonly returned!: number;
  @ApiProperty(shown.whole) readonly lost!: number;
  @ApiProperty({ ...shown.whole, description: 'still out' }) readonly open!: number;
  @ApiProperty(shown.whole) readonly version!: number;
}
export class CampaignsPage {
  @ApiProperty({ type: [CampaignView] }) readonly items!: CampaignView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

export class RecallClass {
  @ApiProperty({ ...shown.idOrNull, description: 'null: teachers and others without a class' })
  readonly classId!: string | null;
  @ApiProperty({ enum: COPY_KINDS }) readonly kind!: CopyKind;
  @ApiProperty(shown.whole) readonly expected!: number;
  @ApiProperty(shown.whole) readonly returned!: number;
  @ApiProperty(shown.whole) readonly lost!: number;
  @ApiProperty(shown.whole) readonly open!: number;
  @ApiProperty({ ...shown.whole, description: 'who still has something' }) readonly borrowers!: number;
}
export class RecallClassesPage {
  @ApiProperty({ type: [RecallClass] }) readonly items!: RecallClass[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

export class RecallLoan {
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class has it' }) readonly readerId!: string | null;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty({ enum: COPY_KINDS }) readonly kind!: CopyKind;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty(shown.orNull) readonly callNumber!: string | null;
  @ApiProperty({ format: 'date' }) readonly loanedOn!: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ enum: RECALL_SINCE }) readonly since!: RecallSince;
  @ApiProperty(shown.dayOrNull) readonly closedOn!: string | null;
}
export class RecallLoansPage {
  @ApiProperty({ type: [RecallLoan] }) readonly items!: RecallLoan[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
