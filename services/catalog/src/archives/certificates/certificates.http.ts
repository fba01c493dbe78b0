import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { SchoolAsked, Text, TextOrNull, Things, Whole } from '@shulian/service-kit/fields';
import { ArchiveYear, BOX } from '../files/archive-files.http.js';
import {
  CERTIFICATE_KINDS,
  CERTIFICATE_STATES,
  COLLECTORS,
  type CertificateKind,
  type CertificateState,
  type Collector,
} from '../rules/certificate.js';

class CertificateAsked {
  @ApiProperty({ enum: CERTIFICATE_KINDS, description: '校证, 国证' })
  @IsIn(CERTIFICATE_KINDS)
  kind!: CertificateKind;

  @Text(limits.documentNumber, 'printed on it')
  number!: string;

  @ApiProperty({ format: 'uuid', description: 'whose it is; a reader, and nothing but the id' })
  @Id()
  readerId!: string;

  @Whole(1900, 2999, 'in which it was made out')
  year!: number;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /archive-certificates` */
export class CertificatesAsked {
  @SchoolAsked()
  schoolId?: string;

  @Things(CertificateAsked, BOX)
  items!: CertificateAsked[];
}

/** `POST /archive-certificates/{id}/issue` */
export class CertificateIssueAsked {
  @ApiProperty({ enum: COLLECTORS, description: 'who came for it; no name' })
  @IsIn(COLLECTORS)
  collectedBy!: Collector;

  @TextOrNull(limits.documentNumber, 'of the letter of attorney; needed unless the person came')
  documentNumber?: string | null;
}

/** `GET /archive-certificates` */
export class CertificatesListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: CERTIFICATE_STATES })
  @IsOptional()
  @IsIn(CERTIFICATE_STATES)
  state?: CertificateState;

  @ApiPropertyOptional({ enum: CERTIFICATE_KINDS })
  @IsOptional()
  @IsIn(CERTIFICATE_KINDS)
  kind?: CertificateKind;

  @ArchiveYear()
  year?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'of this reader' })
  @IsOptional()
  @Id()
  readerId?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class CertificateView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: CERTIFICATE_KINDS }) kind!: CertificateKind;
  @ApiProperty() number!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ enum: CERTIFICATE_STATES }) state!: CertificateState;
  @ApiProperty({ format: 'date' }) receivedOn!: string;
  @ApiProperty({ ...orNull, format: 'date' }) issuedOn!: string | null;
  @ApiProperty({ ...orNull, enum: COLLECTORS }) collectedBy!: Collector | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) note!: string | null;
}
export class CertificatesEntered {
  @ApiProperty({ type: [CertificateView], description: 'in the order of the request' })
  items!: CertificateView[];
}
export class CertificatesPage {
  @ApiProperty({ type: [CertificateView] }) items!: CertificateView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
