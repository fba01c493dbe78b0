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
  ListAsked,
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
import { GivenBackView } from '../block-loans/block-copies.http.js';
import { printedBoxCopies, printedBoxes } from './book-boxes.format.js';
import {
  BoxAsked,
  BoxChange,
  BoxCopiesPage,
  BoxesAsked,
  BoxesPage,
  BoxView,
  JourneyAsked,
  JourneyView,
  PackingAsked,
  type BoxCopy,
} from './book-boxes.http.js';
import { BookBoxesQuery } from './book-boxes.query.js';
import { KeepBox } from './keep-box.use-case.js';
import { SendBox } from './send-box.use-case.js';

@ApiTags('book boxes')
@Controller('book-boxes')
export class BookBoxesController {
  constructor(
    private readonly boxes: BookBoxesQuery,
    private readonly keepBox: KeepBox,
    private readonly sendBox: SendBox,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('book-boxes.create')
  @ApiCreatedResponse({ type: BoxView })
  create(
    @From() caller: Caller,
    @Body() input: BoxAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepBox.add(caller, input, request);
  }

  @Get()
  @Does('book-boxes.list')
  @ApiOkResponse({ type: BoxesPage })
  list(
    @From() caller: Caller,
    @Query() input: BoxesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BoxView> | StreamableFile> {
    return pageOrDocument(this.documents, printedBoxes, input, language, (page) =>
      this.boxes.list(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('book-boxes.read')
  @ApiOkResponse({ type: BoxView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<BoxView> {
    return this.boxes.one(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('book-boxes.change')
  @ApiOkResponse({ type: BoxView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: BoxChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepBox.change(caller, pathId(id), version, input, request);
  }

  @Get(':id/copies')
  @Does('book-boxes.copies')
  @ApiOkResponse({ type: BoxCopiesPage })
  async copies(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BoxCopy> | StreamableFile> {
    const box = await this.boxes.one(caller, pathId(id));
    const find = (page: ListAsked) => this.boxes.copies(box, page);
    return pageOrDocument(this.documents, printedBoxCopies, input, language, find, [box.name]);
  }

  @Post(':id/copies')
  @HttpCode(200)
  @Versioned()
  @Does('book-boxes.pack')
  @ApiOkResponse({ type: BoxView })
  pack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PackingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepBox.pack(caller, pathId(id), input.copyBarcodes, request);
  }

  @Post(':id/removals')
  @HttpCode(200)
  @Versioned()
  @Does('book-boxes.unpack')
  @ApiOkResponse({ type: BoxView })
  unpack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: PackingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepBox.unpack(caller, pathId(id), input.copyBarcodes, request);
  }

  @Post(':id/journeys')
  @HttpCode(201)
  @Does('book-boxes.send')
  @ApiCreatedResponse({ type: JourneyView })
  send(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: JourneyAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.sendBox.send(caller, pathId(id), input, request);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Does('book-boxes.bring-home')
  @ApiOkResponse({ type: GivenBackView })
  bringHome(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.sendBox.bringHome(caller, pathId(id), request);
  }
}
