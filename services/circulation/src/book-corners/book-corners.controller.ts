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
import { printedBlockCopies } from '../block-loans/block-copies.format.js';
import {
  BlockCopiesAsked,
  BlockCopiesPage,
  GivenBackView,
  type BlockCopy,
} from '../block-loans/block-copies.http.js';
import { BlockCopiesQuery } from '../block-loans/block-copies.query.js';
import { ManifestView } from '../block-loans/block-manifests.http.js';
import { printedClassesWithout, printedCorners } from './book-corners.format.js';
import {
  ClassesWithoutAsked,
  ClassesWithoutPage,
  CornerAsked,
  CornerChange,
  CornerHandOverAsked,
  CornerReturnsAsked,
  CornersAsked,
  CornersPage,
  CornerView,
  FillingAsked,
  type ClassWithout,
} from './book-corners.http.js';
import { BookCornersQuery } from './book-corners.query.js';
import { FillCorner } from './fill-corner.use-case.js';
import { GiveBackFromCorner } from './give-back-from-corner.use-case.js';
import { HandOverCorner } from './hand-over-corner.use-case.js';
import { KeepCorner } from './keep-corner.use-case.js';

@ApiTags('book corners')
@Controller('book-corners')
export class BookCornersController {
  constructor(
    private readonly corners: BookCornersQuery,
    private readonly copiesOf: BlockCopiesQuery,
    private readonly keepCorner: KeepCorner,
    private readonly fillCorner: FillCorner,
    private readonly giveBack: GiveBackFromCorner,
    private readonly handOverCorner: HandOverCorner,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('book-corners.create')
  @ApiCreatedResponse({ type: CornerView })
  create(
    @From() caller: Caller,
    @Body() input: CornerAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepCorner.add(caller, input, request);
  }

  @Get()
  @Does('book-corners.list')
  @ApiOkResponse({ type: CornersPage })
  list(
    @From() caller: Caller,
    @Query() input: CornersAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CornerView> | StreamableFile> {
    return pageOrDocument(this.documents, printedCorners, input, language, (page) =>
      this.corners.list(caller, page),
    );
  }

  @Get('classes-without')
  @Does('book-corners.classes-without')
  @ApiOkResponse({ type: ClassesWithoutPage })
  classesWithout(
    @From() caller: Caller,
    @Query() input: ClassesWithoutAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ClassWithout> | StreamableFile> {
    return pageOrDocument(this.documents, printedClassesWithout, input, language, (page) =>
      this.corners.classesWithout(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('book-corners.read')
  @ApiOkResponse({ type: CornerView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<CornerView> {
    return this.corners.one(caller, pathId(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('book-corners.change')
  @ApiOkResponse({ type: CornerView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: CornerChange,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.keepCorner.change(caller, pathId(id), version, input, request);
  }

  @Get(':id/copies')
  @Does('book-corners.copies')
  @ApiOkResponse({ type: BlockCopiesPage })
  async copies(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: BlockCopiesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<BlockCopy> | StreamableFile> {
    const { classId, name } = await this.corners.one(caller, pathId(id));
    const find = (page: BlockCopiesAsked) => this.copiesOf.of(pathId(id), classId, page);
    return pageOrDocument(this.documents, printedBlockCopies, input, language, find, [name]);
  }

  @Post(':id/fillings')
  @HttpCode(201)
  @Does('book-corners.fill')
  @ApiCreatedResponse({ type: ManifestView })
  fill(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: FillingAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.fillCorner.execute(caller, pathId(id), input, request);
  }

  @Post(':id/returns')
  @HttpCode(200)
  @Does('book-corners.give-back')
  @ApiOkResponse({ type: GivenBackView })
  takeBack(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CornerReturnsAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.giveBack.execute(caller, pathId(id), input, request);
  }

  @Post(':id/hand-overs')
  @HttpCode(200)
  @Does('book-corners.hand-over')
  @ApiOkResponse({ type: CornerView })
  handOver(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CornerHandOverAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.handOverCorner.execute(caller, pathId(id), input, request);
  }
}
