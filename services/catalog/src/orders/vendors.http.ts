import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { VENDOR_KINDS, type VendorKind } from './rules/vendor.js';

/** `POST /vendors` */
export class VendorAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.vendorName)
  name!: string;

  @ApiPropertyOptional({ enum: VENDOR_KINDS, default: 'bookseller' })
  @IsOptional()
  @IsIn(VENDOR_KINDS)
  kind?: VendorKind;

  @TextOrNull(limits.remark, 'whom to ask, by which number')
  contact?: string | null;

  @TextOrNull(limits.survey, 'what they issue and supply, as their lists say')
  supplies?: string | null;
}

/** `PATCH /vendors/{id}`: what is left out stays, null empties. */
export class VendorChangeAsked {
  @ApiPropertyOptional({ enum: VENDOR_KINDS })
  @IsOptional()
  @IsIn(VENDOR_KINDS)
  kind?: VendorKind;

  @TextOrNull(limits.vendorName, 'is never empty: null stays as it was')
  name?: string | null;

  @TextOrNull(limits.remark)
  contact?: string | null;

  @TextOrNull(limits.survey)
  supplies?: string | null;

  @ApiPropertyOptional({ description: 'nothing more is ordered there' })
  @IsOptional()
  @IsBoolean()
  closed?: boolean;
}

/** `GET /vendors` */
export class VendorsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class VendorView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: VENDOR_KINDS }) kind!: string;
  @ApiProperty(orNull) contact!: string | null;
  @ApiProperty(orNull) supplies!: string | null;
  @ApiProperty() closed!: boolean;
}
export class VendorsPage {
  @ApiProperty({ type: [VendorView] }) items!: VendorView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
