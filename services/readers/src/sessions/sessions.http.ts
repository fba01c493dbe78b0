import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { roles, type Grant } from '@shulian/contracts/access';

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

export class SignedInAccountView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  username!: string;
  @ApiProperty({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        role: { type: 'string', enum: [...roles] },
        schoolId: { type: 'string', format: 'uuid' },
        classId: { type: 'string', format: 'uuid' },
        readerId: { type: 'string', format: 'uuid' },
        only: { type: 'array', items: { type: 'string' } },
        delegated: { type: 'boolean' },
      },
      required: ['role'],
    },
  })
  grants!: Grant[];
}

export class SessionView {
  @ApiProperty()
  accessToken!: string;
  @ApiProperty({ enum: ['Bearer'] })
  tokenType!: 'Bearer';
  @ApiProperty({
    type: 'integer',
    description: 'seconds: 3600, for a device 43200; less where a grant ends or begins before',
  })
  expiresIn!: number;
  @ApiProperty({ description: 'holds 30 days, for one use' })
  refreshToken!: string;
  @ApiPropertyOptional({
    description:
      'after signing in: to be kept on this device, and shown at the next sign-in; opens nothing by itself',
  })
  deviceToken?: string;
  @ApiProperty({ type: SignedInAccountView })
  account!: SignedInAccountView;
}
