import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';

export class SignInAsked {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  username!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  password!: string;

  @ApiPropertyOptional({
    maxLength: 200,
    description: 'the one of the last sign-in on this device: wrong passwords elsewhere do not lock it out',
  })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;

  @ApiPropertyOptional({
    maxLength: 40,
    description: 'of the second factor, where the account has one: six digits, or a recovery code',
  })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  code?: string;
}

export class RefreshAsked {
  @ApiProperty()
  @IsString()
  @Length(1, 200)
  refreshToken!: string;
}
