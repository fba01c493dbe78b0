import { ApiProperty } from '@nestjs/swagger';

/** A sign-in that goes on: its refresh token still gives new ones. */
export class SignInView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'date-time' }) startedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'when it was renewed last' }) lastAt!: string;
  @ApiProperty({ description: 'the one that asks' }) current!: boolean;
}

/** All of them: an account has few. */
export class SignInsView {
  @ApiProperty({ type: [SignInView] }) items!: SignInView[];
}
