import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { printedDelegations } from './delegations.format.js';
import { DelegationAsked, DelegationsAsked, DelegationsPage, DelegationView } from './delegations.http.js';
import { Delegations } from './delegations.query.js';
import { LendRights } from './lend-rights.use-case.js';
import { RevokeDelegation } from './revoke-delegation.use-case.js';

@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: Delegations,
    private readonly lend: LendRights,
    private readonly revokeOne: RevokeDelegation,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('delegations.create')
  @ApiCreatedResponse({ type: DelegationView })
  create(
    @From() caller: Caller,
    @Body() input: DelegationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.lend.execute(caller, input, request);
  }

  @Get()
  @Does('delegations.list')
  @ApiOkResponse({ type: DelegationsPage })
  list(
    @From() caller: Caller,
    @Query() input: DelegationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DelegationView> | StreamableFile> {
    return pageOrDocument(this.documents, printedDelegations, input, language, (page) =>
      this.delegations.page(caller, page),
    );
  }

  @Get(':id')
  @Does('delegations.read')
  @ApiOkResponse({ type: DelegationView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<DelegationView> {
    return this.delegations.byId(caller, pathId(id));
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @Does('delegations.revoke')
  @ApiOkResponse({ type: DelegationView })
  revoke(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.revokeOne.execute(caller, pathId(id), request);
  }
}
