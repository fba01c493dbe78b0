import { ApiProperty } from '@nestjs/swagger';
import {
  fieldKinds,
  purposes,
  retentions,
  sights,
  type FieldKind,
  type Purpose,
  type Retention,
  type Sight,
} from '@shulian/contracts/personal-data';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';
import { ListAsked } from '@shulian/service-kit';
import { OneOfOrNone, SchoolAsked, shown, Whole } from '@shulian/service-kit/fields';
import { Type } from 'class-transformer';

const { orNull, whole } = shown;

/** `GET /data-dictionary` */
export class PersonalFieldsAsked extends ListAsked {
  @OneOfOrNone(serviceNames)
  service?: ServiceName;
}
export class PersonalField {
  @ApiProperty({ enum: serviceNames }) readonly service!: string;
  @ApiProperty() readonly table!: string;
  @ApiProperty() readonly column!: string;
  @ApiProperty({ enum: fieldKinds, description: 'what it holds; words: free text, which may name somebody' })
  readonly kind!: FieldKind;
  @ApiProperty({ enum: Object.keys(purposes) }) readonly purpose!: Purpose;
  @ApiProperty({ enum: sights, description: 'who may see it at most' }) readonly seenBy!: Sight;
  @ApiProperty({ enum: Object.keys(retentions) }) readonly kept!: Retention;
}
export class PersonalFieldsPage {
  @ApiProperty({ type: [PersonalField] }) readonly items!: PersonalField[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}

/** `GET /privacy-audits` */
export class PrivacyAuditsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Type(() => Number)
  @Whole(2000, 2100, 'a calendar year')
  year!: number;
}
/** What a school answers for in a year; it names nobody. */
export class PrivacyAudit {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty() readonly code!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ ...whole, description: 'people who are kept, also those who left' })
  readonly persons!: number;
  @ApiProperty({ ...whole, description: 'of these pupils' }) readonly pupils!: number;
  @ApiProperty({ ...whole, description: 'of the pupils, who left' }) readonly leftPupils!: number;
  @ApiProperty({ ...whole, description: 'guardians with consent' }) readonly consents!: number;
  @ApiProperty({ ...whole, description: 'consents withdrawn in the year' }) readonly withdrawn!: number;
  @ApiProperty({ ...whole, description: 'readers who were seen in the year, as often as they were' })
  readonly reads!: number;
  @ApiProperty({ ...whole, description: 'accounts and clients that saw them' }) readonly callers!: number;
  @ApiProperty({ ...whole, description: 'the most that one account saw' }) readonly mostByOne!: number;
  @ApiProperty({ ...whole, description: 'seals of the access log, all years' }) readonly seals!: number;
  @ApiProperty({ ...orNull, description: 'the hash of the last seal, hexadecimal' })
  readonly lastHash!: string | null;
}
export class PrivacyAuditsPage {
  @ApiProperty({ type: [PrivacyAudit] }) readonly items!: PrivacyAudit[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}
