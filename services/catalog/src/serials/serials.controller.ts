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
  ReadsIn,
  Versioned,
  type Answer,
  type DeskRequest,
  type Language,
  type Page,
} from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { DescribeSerial } from './describe-serial.use-case.js';
import { printedSerialChanges, printedSerials } from './serials.format.js';
import {
  SerialAsked,
  SerialChange,
  SerialChangesAsked,
  SerialChangesPage,
  SerialsAsked,
  SerialsPage,
  SerialView,
  type SerialChangeView,
} from './serials.http.js';
import { SerialsQuery } from './serials.query.js';

@ApiTags('serials')
@Controller('serials')
export class SerialsController {
  constructor(
    private readonly serials: SerialsQuery,
    private readonly describeSerial: DescribeSerial,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('serials.create')
  @ApiCreatedResponse({ type: SerialView })
  create(@Body() asked: SerialAsked, @Once() request: DeskRequest | null): Promise<Answer> {
    return this.describeSerial.begin(asked, request);
  }

  @Get()
  @Does('serials.list')
  @ApiOkResponse({ type: SerialsPage })
  list(
    @Query() asked: SerialsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SerialView> | StreamableFile> {
    return pageOrDocument(this.documents, printedSerials, asked, language, (page) => this.serials.find(page));
  }

  @Get(':id')
  @Versioned()
  @Does('serials.read')
  @ApiOkResponse({ type: SerialView })
  read(@Param('id') id: string): Promise<SerialView> {
    return this.serials.byId(pathId<TitleId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('serials.change')
  @ApiOkResponse({ type: SerialView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() asked: SerialChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.describeSerial.change(caller, pathId<TitleId>(id), version, asked, request);
  }

  @Get(':id/changes')
  @Does('serials.changes')
  @ApiOkResponse({ type: SerialChangesPage })
  changes(
    @Param('id') id: string,
    @Query() asked: SerialChangesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<SerialChangeView> | StreamableFile> {
    return pageOrDocument(this.documents, printedSerialChanges, asked, language, (page) =>
      this.serials.changes(pathId<TitleId>(id), page),
    );
  }
}
