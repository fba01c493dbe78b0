import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { roles, type Role } from '@shulian/contracts/access';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';
import { IdOrNone, OneOfOrNone, shown } from '@shulian/service-kit/fields';
import { IsString, Length, Matches } from 'class-validator';
import { GRANT_REASONS, type GrantReason } from './rules/explained-grant.js';

/** `GET /access/explain` */
export class AccessAsked {
  @ApiProperty({ example: 'loans.list', description: 'operationId of the document' })
  @IsString()
  @Length(1, 80)
  @Matches(/^[\w.-]+$/)
  operation!: string;

  @OneOfOrNone(serviceNames, 'where several services answer the operation')
  service?: ServiceName;

  @IdOrNone('at this school')
  schoolId?: string;

  @IdOrNone('in this class')
  classId?: string;

  @IdOrNone('of this reader')
  readerId?: string;
}

/** A grant of the account, and why it gives the operation here or does not. */
export class ExplainedGrantView {
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiPropertyOptional(shown.id) schoolId?: string;
  @ApiPropertyOptional(shown.id) classId?: string;
  @ApiPropertyOptional(shown.id) readerId?: string;
  @ApiProperty({ description: 'lent by a head' }) delegated!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'how far the role reaches: county, school, class, self',
  })
  reach!: string | null;
  @ApiProperty({ enum: GRANT_REASONS }) reason!: GrantReason;
}

export class AccessExplainedView {
  @ApiProperty() operation!: string;
  @ApiProperty({ description: 'what it does, in both languages' }) says!: string;
  @ApiProperty({ description: 'whether the account may, with a token of now' }) allowed!: boolean;
  @ApiProperty({ description: 'whether the token that asks says so: an older one may say less' })
  inToken!: boolean;
  @ApiProperty({ description: 'open to everybody, signed in or not' }) public!: boolean;
  @ApiProperty({ type: [String], enum: roles, description: 'who may at all' }) roles!: Role[];
  @ApiProperty({ type: [ExplainedGrantView] }) grants!: ExplainedGrantView[];
}
