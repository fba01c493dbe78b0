import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Does,
  From,
  IfMatch,
  Once,
  pathId,
  Versioned,
  type Answer,
  type DeskRequest,
  type Page,
} from '@shulian/service-kit';
import {
  IdentityProviderAsked,
  IdentityProviderChangeAsked,
  IdentityProvidersAsked,
  IdentityProvidersPage,
  IdentityProviderView,
  LinkAsked,
  LinkView,
} from './identity-providers.http.js';
import { IdentityProviders } from './identity-providers.query.js';
import { KeepProviders } from './keep-providers.use-case.js';

@Controller('identity-providers')
export class IdentityProvidersController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly keep: KeepProviders,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('identity-providers.create')
  @ApiCreatedResponse({ type: IdentityProviderView })
  create(
    @From() caller: Caller,
    @Body() input: IdentityProviderAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.create(caller, input, request);
  }

  @Get()
  @Does('identity-providers.list')
  @ApiOkResponse({ type: IdentityProvidersPage })
  list(@Query() input: IdentityProvidersAsked): Promise<Page<IdentityProviderView>> {
    return this.providers.page(input);
  }

  @Get(':id')
  @Versioned()
  @Does('identity-providers.read')
  @ApiOkResponse({ type: IdentityProviderView })
  read(@Param('id') id: string): Promise<IdentityProviderView> {
    return this.providers.byId(pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('identity-providers.change')
  @ApiOkResponse({ type: IdentityProviderView })
  change(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: IdentityProviderChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.change(pathId(id), version, input, request);
  }

  @Post(':id/links')
  @HttpCode(201)
  @Does('identity-providers.link')
  @ApiCreatedResponse({ type: LinkView })
  link(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: LinkAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keep.link(caller, pathId(id), input, request);
  }
}
