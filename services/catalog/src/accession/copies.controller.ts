import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatch,
  Once,
  pageOrDocument,
  pathId,
  queryId,
  ReadsIn,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
  Versioned,
} from '@shulian/service-kit';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { AccessionCopy } from './accession-copy.use-case.js';
import { ChangeCopy } from './change-copy.use-case.js';
import { printedCopies } from './copies.format.js';
import {
  CopiesAsked,
  CopiesPage,
  CopyAsked,
  CopyChangeAsked,
  CopyView,
  CopyWithPlace,
  type CopyListed,
} from './copies.http.js';
import { CopiesQuery } from './copies.query.js';

@ApiTags('copies')
@Controller('copies')
export class CopiesController {
  constructor(
    private readonly copies: CopiesQuery,
    private readonly accessionCopy: AccessionCopy,
    private readonly changeCopy: ChangeCopy,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('copies.create')
  @ApiCreatedResponse({ type: CopyView })
  create(
    @From() caller: Caller,
    @Body() input: CopyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.accessionCopy.execute(
      input,
      caller.schoolFor(input.schoolId?.toLowerCase()),
      caller.id,
      request,
    );
  }

  @Get()
  @Does('copies.list')
  @ApiOkResponse({ type: CopiesPage })
  list(
    @Query() input: CopiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CopyListed> | StreamableFile> {
    const schoolId = queryId<SchoolId>('schoolId', input.schoolId);
    const titleId = queryId<TitleId>('titleId', input.titleId);
    return pageOrDocument(this.documents, printedCopies, input, language, (page) =>
      this.copies.page(page, schoolId, titleId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('copies.read')
  @ApiOkResponse({ type: CopyWithPlace })
  read(@Param('id') id: string): Promise<CopyWithPlace> {
    return this.copies.byId(pathId<CopyId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('copies.change')
  @ApiOkResponse({ type: CopyView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: CopyChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeCopy.execute(request, caller, pathId<CopyId>(id), version, input);
  }
}
