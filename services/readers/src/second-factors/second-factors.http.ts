import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class BeginSecondFactorAsked {
  @ApiProperty({ maxLength: 200 })
  @IsString()
  @Length(1, 200)
  currentPassword!: string;
}

export class SecondFactorCodeAsked {
  @ApiProperty({ maxLength: 40, description: 'six digits, or a recovery code' })
  @IsString()
  @Length(1, 40)
  code!: string;
}

export class BegunSecondFactorView {
  @ApiProperty({ description: 'base 32, to be typed; shown this once' }) secret!: string;
  @ApiProperty({ description: 'otpauth://…, to be shown as a picture' }) uri!: string;
}

export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: 'each opens once, without the device; shown this once' })
  recoveryCodes!: string[];
}

export class SecondFactorView {
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) confirmedAt!: string | null;
  @ApiProperty({ type: 'integer' }) recoveryCodesLeft!: number;
}
