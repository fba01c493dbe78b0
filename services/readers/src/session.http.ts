import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { roles, type Grant } from '@shulian/contracts/access';

/** Who is signed in, as the tokens given with it say. */
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
