import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { Id, PageAsked } from '@shulian/service-kit';
import type { HeldGrant } from './account.row.js';
import { GrantView, HeldGrantView, toHeldGrantView } from '../grant.http.js';
import { passwordLength } from './rules/account.js';

export class CreateAccountAsked {
  @ApiProperty({ minLength: 2, maxLength: 60 })
  @IsString()
  @Length(2, 60)
  username!: string;

  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password!: string;

  @ApiProperty({ type: [GrantView] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GrantView)
  grants!: GrantView[];
}

export class AccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ type: 'integer' })
  version!: number;
  @ApiProperty()
  username!: string;
  @ApiProperty({ type: [HeldGrantView] })
  grants!: HeldGrantView[];
  @ApiProperty({ description: 'may not sign in' })
  disabled!: boolean;
}

/** `PATCH /accounts/{id}`: what is left out stays. */
export class ChangeAccountAsked {
  @ApiPropertyOptional({
    description: 'true ends its sessions and all tokens it was given, everywhere within a minute',
  })
  @IsOptional()
  @IsBoolean()
  disabled?: boolean;

  @ApiPropertyOptional({
    minLength: passwordLength.min,
    maxLength: passwordLength.max,
    description: 'a new password, which ends its sessions and all tokens it was given',
  })
  @IsOptional()
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password?: string;

  @ApiPropertyOptional({
    type: [GrantView],
    description: 'all grants from now on; ends its sessions and all tokens it was given',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => GrantView)
  grants?: GrantView[];
}

/** `PUT /accounts/{id}/password` */
export class SetPasswordAsked {
  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  newPassword!: string;
}

export class AccountsAsked extends PageAsked {
  @ApiPropertyOptional({ maxLength: 60, description: 'how the name begins' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  username?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'with a grant at this school' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class AccountPage {
  @ApiProperty({ type: [AccountView] })
  items!: AccountView[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export const toAccountView = (account: {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly grants: readonly HeldGrant[];
  readonly disabledAt: Date | null;
}): AccountView => ({
  id: account.id,
  version: account.version,
  username: account.username,
  grants: account.grants.map(toHeldGrantView),
  disabled: account.disabledAt !== null,
});
