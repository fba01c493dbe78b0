import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  ListAsked,
  Once,
  pageOrDocument,
  pathId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import { DestroyFiles } from './destroy-files.use-case.js';
import { printedDestroyed, printedDestructions, printedExpiries } from './destructions.format.js';
import {
  DestructionApproval,
  DestructionAsked,
  DestructionCarriedOut,
  DestructionReason,
  DestructionsAsked,
  DestructionsPage,
  DestructionView,
  ExpiriesAsked,
  ExpiriesPage,
  type ExpiryView,
} from './destructions.http.js';
import { DestructionsQuery } from './destructions.query.js';

@ApiTags('archives')
@Controller()
export class DestructionsController {
  constructor(
    private readonly destructions: DestructionsQuery,
    private readonly destroy: DestroyFiles,
    private readonly documents: Documents,
  ) {}

  @Get('archive-expiries')
  @Does('archive-destructions.expiries')
  @ApiOkResponse({ type: ExpiriesPage })
  expiries(
    @From() caller: Caller,
    @Query() asked: ExpiriesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ExpiryView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedExpiries, asked, language, (page) =>
      this.destructions.expiries(page, schoolId),
    );
  }

  @Post('archive-destructions')
  @HttpCode(201)
  @Does('archive-destructions.propose')
  @ApiCreatedResponse({ type: DestructionView })
  propose(
    @From() caller: Caller,
    @Body() asked: DestructionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.propose(caller, asked, request);
  }

  @Get('archive-destructions')
  @Does('archive-destructions.list')
  @ApiOkResponse({ type: DestructionsPage })
  list(
    @From() caller: Caller,
    @Query() asked: DestructionsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<DestructionView> | StreamableFile> {
    const schoolId = caller.schoolFor(asked.schoolId);
    return pageOrDocument(this.documents, printedDestructions, asked, language, (page) =>
      this.destructions.find(page, schoolId),
    );
  }

  @Get('archive-destructions/:id')
  @Does('archive-destructions.read')
  @ApiOkResponse({ type: DestructionView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<DestructionView> {
    return this.destructions.byId(caller, pathId(id));
  }

  @Get('archive-destructions/:id/files')
  @Does('archive-destructions.files')
  @ApiOkResponse({ type: ExpiriesPage })
  async files(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() asked: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ExpiryView> | StreamableFile> {
    const proposal = await this.destructions.byId(caller, pathId(id));
    return pageOrDocument(this.documents, printedDestroyed(proposal), asked, language, (page) =>
      this.destructions.files(proposal.id, page),
    );
  }

  @Post('archive-destructions/:id/approval')
  @HttpCode(200)
  @Does('archive-destructions.approve')
  @ApiOkResponse({ type: DestructionView })
  approve(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: DestructionApproval,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.approve(caller, pathId(id), asked, request);
  }

  @Post('archive-destructions/:id/refusal')
  @HttpCode(200)
  @Does('archive-destructions.refuse')
  @ApiOkResponse({ type: DestructionView })
  refuse(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: DestructionReason,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.decline(caller, pathId(id), 'refuse', asked.words, request);
  }

  @Post('archive-destructions/:id/withdrawal')
  @HttpCode(200)
  @Does('archive-destructions.withdraw')
  @ApiOkResponse({ type: DestructionView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: DestructionReason,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.decline(caller, pathId(id), 'withdraw', asked.words, request);
  }

  @Post('archive-destructions/:id/revocation')
  @HttpCode(200)
  @Does('archive-destructions.revoke')
  @ApiOkResponse({ type: DestructionView })
  revoke(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: DestructionReason,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.decline(caller, pathId(id), 'revoke', asked.words, request);
  }

  @Post('archive-destructions/:id/execution')
  @HttpCode(200)
  @Does('archive-destructions.carry-out')
  @ApiOkResponse({ type: DestructionView })
  carryOut(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() asked: DestructionCarriedOut,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.destroy.carryOut(caller, pathId(id), asked.witness, request);
  }
}
