import { ApiProperty } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';

/** `POST /scanned-loans` */
export class ScannedLoansAsked {
  @ApiProperty({ format: 'uuid', description: 'as the scan of a card told it' })
  @Id()
  readerId!: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class ScannedLoanView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ enum: ['open', 'overdue'] }) status!: string;
}
export class ScannedLoansView {
  @ApiProperty({ type: [ScannedLoanView] }) items!: ScannedLoanView[];
}
