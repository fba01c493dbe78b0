import { Body, Controller, Get, Param, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  Caller,
  conflict,
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
import { CertificatesQuery } from './certificates.query.js';
import { printedCertificates } from './certificates.format.js';
import { GiveScores } from './give-scores.use-case.js';
import { printedJudges, printedPrizes, printedRanking, printedWorks } from './judging.format.js';
import {
  JudgesAsked,
  JudgesListAsked,
  JudgesPage,
  PrizesAsked,
  PrizesPage,
  RankingAsked,
  RankingPage,
  WorkScoresAsked,
  WorkScoresView,
  WorksAsked,
  WorksPage,
  type JudgeView,
  type PrizeView,
  type RankView,
  type WorkView,
} from './judging.http.js';
import { JudgingQuery } from './judging.query.js';
import { NameJudges } from './name-judges.use-case.js';

type Request = DeskRequest | null;
type PageOrDocument<Item> = Promise<Page<Item> | StreamableFile>;

@ApiTags('contests')
@Controller('contests/:id')
export class JudgingController {
  constructor(
    private readonly judging: JudgingQuery,
    private readonly certificates: CertificatesQuery,
    private readonly nameJudges: NameJudges,
    private readonly giveScores: GiveScores,
    private readonly documents: Documents,
  ) {}

  @Put('judges')
  @Does('contest-judges.put')
  @ApiOkResponse({ type: JudgesPage })
  putJudges(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: JudgesAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.nameJudges.execute(caller, pathId(id), input, request);
  }

  @Get('judges')
  @Does('contest-judges.list')
  @ApiOkResponse({ type: JudgesPage })
  judges(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: JudgesListAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<JudgeView> {
    return pageOrDocument(this.documents, printedJudges, input, language, (page) =>
      this.judging.judges(caller, pathId(id), page),
    );
  }

  @Get('works')
  @Does('contest-works.list')
  @ApiOkResponse({ type: WorksPage })
  async works(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: WorksAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<WorkView> {
    const notes = await this.notesOn(caller, id, input);
    return pageOrDocument(
      this.documents,
      printedWorks,
      input,
      language,
      (page) => this.judging.works(caller, pathId(id), page),
      notes,
    );
  }

  @Put('scores')
  @Does('contest-scores.put')
  @ApiOkResponse({ type: WorkScoresView })
  scores(
    @From() caller: Caller,
    @Param('id') id: string,
    @Body() input: WorkScoresAsked,
    @Once() request: Request,
  ): Promise<Answer> {
    return this.giveScores.execute(caller, pathId(id), input, request);
  }

  @Get('ranking')
  @Does('contest-ranking.list')
  @ApiOkResponse({ type: RankingPage })
  async ranking(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: RankingAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<RankView> {
    const notes = await this.notesOn(caller, id, input);
    return pageOrDocument(
      this.documents,
      printedRanking,
      input,
      language,
      (page) => this.judging.ranking(caller, pathId(id), page),
      notes,
    );
  }

  @Get('prizes')
  @Does('contest-prizes.list')
  @ApiOkResponse({ type: PrizesPage })
  async prizes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PrizesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<PrizeView> {
    const notes = await this.notesOn(caller, id, input);
    return pageOrDocument(
      this.documents,
      printedPrizes,
      input,
      language,
      (page) => this.judging.prizes(caller, pathId(id), page),
      notes,
    );
  }

  /** @throws Problem 404, 409 before the publication */
  @Get('certificates')
  @Does('contest-certificates.list')
  @ApiOkResponse({ type: PrizesPage })
  async listCertificates(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: PrizesAsked,
    @ReadsIn() language: Language,
  ): PageOrDocument<PrizeView> {
    const contest = await this.judging.contest(caller, pathId(id));
    if (contest.publishedOn === null) throw conflict('contest.wrong-step');
    const printed = printedCertificates(await this.certificates.words(contest), language);
    return pageOrDocument(this.documents, printed, input, language, (page) =>
      this.judging.prizes(caller, pathId(id), page),
    );
  }

  /** What stands above a printed list: of which contest it is. */
  private async notesOn(caller: Caller, id: string, { format }: PrizesAsked): Promise<readonly string[]> {
    if (format === 'json') return [];
    const { name, theme, organisers } = await this.judging.contest(caller, pathId(id));
    return [name, ...(theme === null ? [] : [theme]), organisers.join('、')];
  }
}
