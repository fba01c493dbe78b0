import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  Clock,
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
import type { StocktakeId } from '@shulian/contracts/ids';
import { CancelStocktake } from './cancel-stocktake.use-case.js';
import { OpenStocktake } from './open-stocktake.use-case.js';
import { RemoveScans } from './remove-scans.use-case.js';
import { ResolveFindings } from './resolve-findings.use-case.js';
import { SignStocktake } from './sign-stocktake.use-case.js';
import { printedFindings, printedProgress, printedStocktakes } from './stocktakes.format.js';
import {
  CloseAsked,
  FindingsAsked,
  FindingsPage,
  ProgressAsked,
  ProgressPage,
  ResolutionAsked,
  ResolutionDone,
  ScansAsked,
  ScansRemoved,
  ScansTaken,
  StocktakeAsked,
  StocktakesAsked,
  StocktakesPage,
  StocktakeView,
  type FindingView,
  type ProgressLine,
  type StocktakeListed,
} from './stocktakes.http.js';
import { StocktakesQuery } from './stocktakes.query.js';
import { TakeScans } from './take-scans.use-case.js';

type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('stocktakes')
@Controller()
export class StocktakesController {
  constructor(
    private readonly stocktakes: StocktakesQuery,
    private readonly openStocktake: OpenStocktake,
    private readonly takeScans: TakeScans,
    private readonly removeScans: RemoveScans,
    private readonly resolveFindings: ResolveFindings,
    private readonly signStocktake: SignStocktake,
    private readonly cancelStocktake: CancelStocktake,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  @Post('stocktakes')
  @HttpCode(201)
  @Does('stocktakes.open')
  @ApiCreatedResponse({ type: StocktakeView })
  open(
    @From() caller: Caller,
    @Body() input: StocktakeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.openStocktake.execute(caller, input, request);
  }

  @Get('stocktakes')
  @Does('stocktakes.list')
  @ApiOkResponse({ type: StocktakesPage })
  list(
    @From() caller: Caller,
    @Query() input: StocktakesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<StocktakeListed> {
    return pageOrDocument(this.documents, printedStocktakes, input, language, (page) =>
      this.stocktakes.list(caller, page),
    );
  }

  @Get('stocktakes/:id')
  @Does('stocktakes.read')
  @ApiOkResponse({ type: StocktakeView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<StocktakeView> {
    return this.stocktakes.byId(caller, pathId<StocktakeId>(id));
  }

  @Post('stocktakes/:id/scans')
  @HttpCode(200)
  @Does('stocktakes.scan')
  @ApiOkResponse({ type: ScansTaken })
  scan(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ScansAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.takeScans.execute(caller, pathId<StocktakeId>(id), input.barcodes, request);
  }

  @Post('stocktakes/:id/scans/removals')
  @HttpCode(200)
  @Does('stocktakes.unscan')
  @ApiOkResponse({ type: ScansRemoved })
  unscan(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ScansAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.removeScans.execute(caller, pathId<StocktakeId>(id), input.barcodes, request);
  }

  @Get('stocktakes/:id/findings')
  @Does('stocktakes.findings')
  @ApiOkResponse({ type: FindingsPage })
  async findings(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: FindingsAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<FindingView> {
    const stocktake = await this.stocktakes.head(caller, pathId<StocktakeId>(id));
    return pageOrDocument(
      this.documents,
      printedFindings,
      input,
      language,
      (page) => this.stocktakes.findings(stocktake, page),
      [stocktake.schoolName, stocktake.name],
    );
  }

  @Post('stocktakes/:id/resolutions')
  @HttpCode(200)
  @Does('stocktakes.resolve')
  @ApiOkResponse({ type: ResolutionDone })
  resolve(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: ResolutionAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.resolveFindings.execute(caller, pathId<StocktakeId>(id), input.resolution, request);
  }

  @Post('stocktakes/:id/sign-off')
  @HttpCode(200)
  @Does('stocktakes.sign-off')
  @ApiOkResponse({ type: StocktakeView })
  signOff(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CloseAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.signStocktake.execute(caller, pathId<StocktakeId>(id), input.note ?? null, request);
  }

  @Post('stocktakes/:id/cancellation')
  @HttpCode(200)
  @Does('stocktakes.cancel')
  @ApiOkResponse({ type: StocktakeView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: CloseAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.cancelStocktake.execute(caller, pathId<StocktakeId>(id), input.note ?? null, request);
  }

  @Get('stocktake-progress')
  @Does('stocktakes.progress')
  @ApiOkResponse({ type: ProgressPage })
  progress(
    @From() caller: Caller,
    @Query() input: ProgressAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<ProgressLine> {
    return pageOrDocument(this.documents, printedProgress, input, language, (page) =>
      this.stocktakes.progress(caller, page, this.clock.today()),
    );
  }
}
