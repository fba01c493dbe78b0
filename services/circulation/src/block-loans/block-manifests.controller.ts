import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Documents,
  Does,
  From,
  IfMatchWhereKnown,
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
import { printedManifestLines, printedManifests } from './block-manifests.format.js';
import {
  ManifestLinesAsked,
  ManifestLinesPage,
  ManifestsAsked,
  ManifestsPage,
  ManifestView,
  ReceiptAsked,
  type ManifestLine,
} from './block-manifests.http.js';
import { BlockManifestsQuery } from './block-manifests.query.js';
import { CancelBlock } from './cancel-block.use-case.js';
import { ReceiveBlock } from './receive-block.use-case.js';

@ApiTags('block manifests')
@Controller('block-manifests')
export class BlockManifestsController {
  constructor(
    private readonly manifests: BlockManifestsQuery,
    private readonly receiveBlock: ReceiveBlock,
    private readonly cancelBlock: CancelBlock,
    private readonly documents: Documents,
  ) {}

  @Get()
  @Does('block-manifests.list')
  @ApiOkResponse({ type: ManifestsPage })
  list(
    @From() caller: Caller,
    @Query() input: ManifestsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ManifestView> | StreamableFile> {
    return pageOrDocument(this.documents, printedManifests, input, language, (page) =>
      this.manifests.list(caller, page),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('block-manifests.read')
  @ApiOkResponse({ type: ManifestView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<ManifestView> {
    return this.manifests.one(caller, pathId(id));
  }

  @Get(':id/lines')
  @Does('block-manifests.lines')
  @ApiOkResponse({ type: ManifestLinesPage })
  async lines(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: ManifestLinesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<ManifestLine> | StreamableFile> {
    const manifest = await this.manifests.one(caller, pathId(id));
    const find = (page: ManifestLinesAsked) => this.manifests.lines(manifest, page);
    return pageOrDocument(this.documents, printedManifestLines, input, language, find, [manifest.sentOn]);
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @Versioned()
  @Does('block-manifests.receive')
  @ApiOkResponse({ type: ManifestView })
  receive(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatchWhereKnown() version: number | null,
    @Body() input: ReceiptAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.receiveBlock.execute(caller, pathId(id), version, input, request);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Does('block-manifests.cancel')
  @ApiOkResponse({ type: ManifestView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelBlock.execute(caller, pathId(id), request);
  }
}
