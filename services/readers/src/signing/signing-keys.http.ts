import { ApiProperty } from '@nestjs/swagger';

/** A signing key as others know it. */
export class SigningKeyView {
  @ApiProperty({ description: '`kid` in the header of a token' }) keyId!: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'null: the first one' })
  signsFrom!: string | null;
  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'when another takes its place',
  })
  replacedAt!: string | null;
  @ApiProperty({ enum: ['next', 'signs', 'accepted'] })
  state!: 'next' | 'signs' | 'accepted';
}

export class SigningKeysView {
  @ApiProperty({ type: [SigningKeyView] }) items!: SigningKeyView[];
}
