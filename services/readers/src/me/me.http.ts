import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { GrantView } from '../grant.http.js';
import { passwordLength } from '../accounts/rules/account.js';

/** The account that asks. */
export class MeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  username!: string;
  @ApiProperty({ type: [GrantView] })
  grants!: GrantView[];
}

export class ChangeOwnPasswordAsked {
  @ApiProperty({ maxLength: passwordLength.max })
  @IsString()
  @Length(1, passwordLength.max)
  currentPassword!: string;

  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  newPassword!: string;
}
