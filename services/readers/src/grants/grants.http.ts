import { ApiProperty } from '@nestjs/swagger';
import { HeldGrantView } from '../grant.http.js';

/** An account with what it may at the places of the caller. */
export class GrantedAccountView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() username!: string;
  @ApiProperty({ format: 'uuid', description: 'the new grant' }) grantId!: string;
  @ApiProperty({ type: [HeldGrantView] }) grants!: HeldGrantView[];
}
