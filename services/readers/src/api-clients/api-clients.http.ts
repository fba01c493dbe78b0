import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Ids } from '@shulian/service-kit';
import { Whole } from '@shulian/service-kit/fields';
import type { KeptClient } from './api-client.row.js';
import { PlainText } from '../plain-text.http.js';
import { scopes, type Scope } from '@shulian/contracts/access';

export class CreateApiClientAsked {
  @ApiProperty({ maxLength: 100 })
  @PlainText(1, 100)
  name!: string;

  @ApiProperty({ enum: scopes, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(scopes, { each: true })
  scopes!: Scope[];

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    nullable: true,
    description: 'the schools the client is held to; null: all of the county',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @Ids()
  schoolIds?: string[] | null;
}

export class ApiClientView {
  @ApiProperty()
  clientId!: string;
  @ApiProperty({ description: 'shown this once' })
  clientSecret!: string;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: scopes, isArray: true })
  scopes!: Scope[];
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, nullable: true })
  schoolIds!: string[] | null;
}

/** `POST /api-clients/{id}/secret` */
export class RotateSecretAsked {
  @Whole(0, 720, 'hours for which the secret of before is taken as well; 0: no more')
  overlapHours!: number;
}

export class RotatedSecretView {
  @ApiProperty() clientId!: string;
  @ApiProperty({ description: 'shown this once' }) clientSecret!: string;
  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'of the secret of before',
  })
  formerSecretUntil!: string | null;
}

export class KeptClientView {
  @ApiProperty() clientId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: scopes, isArray: true }) scopes!: Scope[];
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, nullable: true })
  schoolIds!: string[] | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) secretGivenAt!: string;
  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'until when the secret of before is taken',
  })
  formerSecretUntil!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) lastUsedAt!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, description: 'gets no tokens since' })
  revokedAt!: string | null;
}

export const toKeptClientView = (client: KeptClient): KeptClientView => ({
  clientId: client.id,
  name: client.name,
  scopes: [...client.scopes],
  schoolIds: client.schoolIds === null ? null : [...client.schoolIds],
  createdAt: client.createdAt.toISOString(),
  secretGivenAt: client.secretGivenAt.toISOString(),
  formerSecretUntil: client.formerSecretUntil?.toISOString() ?? null,
  lastUsedAt: client.lastUsedAt?.toISOString() ?? null,
  revokedAt: client.revokedAt?.toISOString() ?? null,
});

export class ApiClientPage {
  @ApiProperty({ type: [KeptClientView] })
  items!: KeptClientView[];
  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

/** As RFC 6749 has it, not as the rest of the API. */
export class TokenRefusedView {
  @ApiProperty({
    enum: ['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope'],
  })
  error!: string;
}

export class TokenView {
  @ApiProperty()
  access_token!: string;
  @ApiProperty({ enum: ['Bearer'] })
  token_type!: 'Bearer';
  @ApiProperty({ type: 'integer' })
  expires_in!: number;
  @ApiProperty({ example: 'catalog.read readers.read' })
  scope!: string;
}
