import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { PageAsked } from '@shulian/service-kit';
import {
  IdAsked,
  IdOrNull,
  Line,
  LineOrNull,
  OneOf,
  shown,
  Things,
  ThingsOrNone,
  YesOrNone,
} from '@shulian/service-kit/fields';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Length,
} from 'class-validator';
import { SessionView } from '../session.http.js';
import { MAPPED_ROLES, type MappedRole } from './rules/claims-mapping.js';

const ADDRESS = 500;
const MOST_MAPPINGS = 200;

/** Who has the value in the claim gets the role. */
export class ClaimMappingAsked {
  @Line(100, 'as roles, or org.roles')
  claim!: string;

  @Line(200)
  value!: string;

  @OneOf(MAPPED_ROLES)
  role!: MappedRole;

  @IdOrNull('the school, where it is always the same')
  schoolId?: string | null;

  @LineOrNull(100, 'the claim with the code of the school, or of several')
  schoolClaim?: string | null;
}

const uris = {
  type: 'array',
  items: { type: 'string', maxLength: ADDRESS },
  minItems: 1,
  maxItems: 10,
  description: 'where people may come back to: addresses of the own pages',
} as const;

/** `POST /identity-providers` */
export class IdentityProviderAsked {
  @Line(limits.groupName)
  name!: string;

  @Line(ADDRESS, 'https://…; its metadata is found below /.well-known')
  issuer!: string;

  @Line(200)
  clientId!: string;

  @Line(500)
  clientSecret!: string;

  @LineOrNull(200, 'openid profile, where left out')
  scope?: string | null;

  @ApiProperty(uris)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, ADDRESS, { each: true })
  redirectUris!: string[];

  @Things(ClaimMappingAsked, MOST_MAPPINGS)
  mappings!: ClaimMappingAsked[];
}

/** `PATCH /identity-providers/{id}`: what is left out stays. */
export class IdentityProviderChangeAsked {
  @LineOrNull(limits.groupName)
  name?: string | null;

  @LineOrNull(ADDRESS)
  issuer?: string | null;

  @LineOrNull(200)
  clientId?: string | null;

  @LineOrNull(500)
  clientSecret?: string | null;

  @LineOrNull(200)
  scope?: string | null;

  @ApiPropertyOptional(uris)
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, ADDRESS, { each: true })
  redirectUris?: string[];

  @ThingsOrNone(ClaimMappingAsked, MOST_MAPPINGS)
  mappings?: ClaimMappingAsked[];

  @YesOrNone('false: nobody signs in by it')
  enabled?: boolean;
}

export class IdentityProvidersAsked extends PageAsked {}

export class ClaimMappingView {
  @ApiProperty() claim!: string;
  @ApiProperty() value!: string;
  @ApiProperty({ enum: MAPPED_ROLES }) role!: MappedRole;
  @ApiProperty(shown.idOrNull) schoolId!: string | null;
  @ApiProperty(shown.orNull) schoolClaim!: string | null;
}

export class IdentityProviderView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty() name!: string;
  @ApiProperty() issuer!: string;
  @ApiProperty() clientId!: string;
  @ApiProperty() scope!: string;
  @ApiProperty({ type: [String] }) redirectUris!: string[];
  @ApiProperty({ type: [ClaimMappingView] }) mappings!: ClaimMappingView[];
  @ApiProperty() enabled!: boolean;
  @ApiProperty({ ...shown.whole, description: 'accounts that have signed in by it, or are linked' })
  accounts!: number;
}

export class IdentityProvidersPage {
  @ApiProperty({ type: [IdentityProviderView] }) items!: IdentityProviderView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** `POST /identity-providers/{id}/links` */
export class LinkAsked {
  @Line(255, 'sub of the person at the provider')
  subject!: string;

  @IdAsked()
  accountId!: string;
}

export class LinkView {
  @ApiProperty() subject!: string;
  @ApiProperty(shown.id) accountId!: string;
}

export class OfferedProviderView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty() name!: string;
}
export class OfferedProvidersView {
  @ApiProperty({ type: [OfferedProviderView] }) items!: OfferedProviderView[];
}

/** `POST /sign-in-attempts` */
export class BeginAttemptAsked {
  @IdAsked()
  providerId!: string;

  @Line(ADDRESS, 'one of those that are registered')
  redirectUri!: string;
}

export class BegunAttemptView {
  @ApiProperty({ description: 'to be opened' }) authorizationUrl!: string;
  @ApiProperty({ description: 'kept by the page that began, and shown at the end; holds ten minutes' })
  attempt!: string;
}

/** `POST /sign-in-attempts/finish` */
export class FinishAttemptAsked {
  @Line(200)
  attempt!: string;

  @Line(4_000, 'the address to which the browser came back, with all that stands in it')
  callbackUrl!: string;
}

export class ElsewhereSessionView extends SessionView {
  @ApiProperty({
    ...shown.orNull,
    description: 'to be opened after signing out here, to sign out there as well',
  })
  signOutUrl!: string | null;
}
