import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
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
import { ArrangeVacation } from './arrange-vacation.use-case.js';
import { printedVacationClasses, printedVacationLoans, printedVacations } from './vacation-lending.format.js';
import {
  VacationAsked,
  VacationClassesAsked,
  VacationClassesPage,
  VacationLoansAsked,
  VacationLoansPage,
  VacationsAsked,
  VacationsPage,
  VacationView,
  type VacationClass,
  type VacationLoan,
} from './vacation-lending.http.js';
import { VacationLendingQuery } from './vacation-lending.query.js';

@ApiTags('vacation arrangements')
@Controller('vacation-arrangements')
export class VacationLendingController {
  constructor(
    private readonly vacations: VacationLendingQuery,
    private readonly arrange: ArrangeVacation,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('vacation-arrangements.create')
  @ApiCreatedResponse({ type: VacationView })
  create(
    @From() caller: Caller,
    @Body() input: VacationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.arrange.add(caller, input, request);
  }

  @Get()
  @Does('vacation-arrangements.list')
  @ApiOkResponse({ type: VacationsPage })
  list(
    @From() caller: Caller,
    @Query() input: VacationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VacationView> | StreamableFile> {
    const find = (page: VacationsAsked) => this.vacations.list(caller, page);
    return pageOrDocument(this.documents, printedVacations, input, language, find);
  }

  @Get(':id')
  @Versioned()
  @Does('vacation-arrangements.read')
  @ApiOkResponse({ type: VacationView })
  read(@From() caller: Caller, @Param('id') id: string): Promise<VacationView> {
    return this.vacations.one(caller, pathId(id));
  }

  @Put(':id')
  @Versioned()
  @Does('vacation-arrangements.put')
  @ApiOkResponse({ type: VacationView })
  put(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: VacationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.arrange.change(caller, pathId(id), version, input, request);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Versioned()
  @Does('vacation-arrangements.cancel')
  @ApiOkResponse({ type: VacationView })
  cancel(
    @From() caller: Caller,
    @Param('id') id: string,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.arrange.cancel(caller, pathId(id), request);
  }

  @Get(':id/classes')
  @Does('vacation-arrangements.classes')
  @ApiOkResponse({ type: VacationClassesPage })
  async classes(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: VacationClassesAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VacationClass> | StreamableFile> {
    const vacation = await this.vacations.one(caller, pathId(id));
    const find = (page: VacationClassesAsked) => this.vacations.classes(vacation, page);
    return pageOrDocument(this.documents, printedVacationClasses, input, language, find, [vacation.name]);
  }

  @Get(':id/loans')
  @Does('vacation-arrangements.loans')
  @ApiOkResponse({ type: VacationLoansPage })
  async loans(
    @From() caller: Caller,
    @Param('id') id: string,
    @Query() input: VacationLoansAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<VacationLoan> | StreamableFile> {
    const vacation = await this.vacations.one(caller, pathId(id));
    const find = (page: VacationLoansAsked) => this.vacations.loans(vacation, page);
    return pageOrDocument(this.documents, printedVacationLoans, input, language, find, [vacation.name]);
  }
}
