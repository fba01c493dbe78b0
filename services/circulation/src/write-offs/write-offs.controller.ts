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
import { AskWriteOff } from './ask-write-off.use-case.js';
import { DecideWriteOff } from './decide-write-off.use-case.js';
import { WithdrawWriteOff } from './withdraw-write-off.use-case.js';
import { printedWriteOffs } from './write-offs.format.js';
import {
  DecisionAsked,
  WriteOffAsked,
  WriteOffsAsked,
  WriteOffsPage,
  WriteOffView,
} from './write-offs.http.js';
import { WriteOffsQuery } from './write-offs.query.js';

@Controller('write-offs')
export class WriteOffsController {
  constructor(
    private readonly writeOffs: WriteOffsQuery,
    private readonly askWriteOff: AskWriteOff,
    private readonly decideWriteOff: DecideWriteOff,
    private readonly withdrawWriteOff: WithdrawWriteOff,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Does('write-offs.create')
  @ApiCreatedResponse({ type: WriteOffView })
  create(
    @From() caller: Caller,
    @Body() input: WriteOffAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.askWriteOff.execute(caller, input, request);
  }

  @Get()
  @Does('write-offs.list')
  @ApiOkResponse({ type: WriteOffsPage })
  list(
    @From() caller: Caller,
    @Query() input: WriteOffsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<WriteOffView> | StreamableFile> {
    const schoolId = caller.schoolFor(input.schoolId);
    return pageOrDocument(this.documents, printedWriteOffs, input, language, (page) =>
      this.writeOffs.list(page, schoolId),
    );
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Does('write-offs.decide')
  @ApiOkResponse({ type: WriteOffView })
  decide(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: DecisionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.decideWriteOff.execute(caller, pathId(id), input, request);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Does('write-offs.withdraw')
  @ApiOkResponse({ type: WriteOffView })
  withdraw(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.withdrawWriteOff.execute(caller, pathId(id), request);
  }
}
