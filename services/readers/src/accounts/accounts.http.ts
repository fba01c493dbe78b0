import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator';
import { roles, type Grant, type Role } from '@shulian/contracts/access';
import { passwordLength } from './rules/account.js';

export class GrantView {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role!: Role;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for teacher and class-helper: one grant a class' })
  @IsOptional()
  @IsUUID()
  classId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for reader' })
  @IsOptional()
  @IsUUID()
  readerId?: string;
}

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
  @ApiProperty({ type: [GrantView] })
  grants!: Grant[];
  @ApiProperty({ description: 'may not sign in' })
  disabled!: boolean;
}

/** `PATCH /accounts/{id}`: what is left out stays. */
export class ChangeAccountAsked {
  @ApiPropertyOptional({
    description: 'true ends its sessions; access tokens already given hold until they expire',
  })
  @IsOptional()
  @IsBoolean()
  disabled?: boolean;

  @ApiPropertyOptional({
    minLength: passwordLength.min,
    maxLength: passwordLength.max,
    description: 'a new password, which ends its sessions',
  })
  @IsOptional()
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password?: string;
}

export const toAccountView = (account: {
  readonly id: string;
  readonly version: number;
  readonly username: string;
  readonly grants: readonly Grant[];
  readonly disabledAt: Date | null;
}): AccountView => ({
  id: account.id,
  version: account.version,
  username: account.username,
  grants: [...account.grants],
  disabled: account.disabledAt !== null,
});
