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
import type { LocationId } from '@shulian/contracts/ids';
import { printedCopies } from '../accession/copies.format.js';
import type { CopyListed } from '../accession/copies.http.js';
import { AddLocation } from './add-location.use-case.js';
import { ChangeLocation } from './change-location.use-case.js';
import { printedLocations } from './locations.format.js';
import {
  LocationAsked,
  LocationChangeAsked,
  LocationsAsked,
  LocationsPage,
  LocationView,
  PlacedCopiesPage,
  type LocationLine,
} from './locations.http.js';
import { LocationsQuery } from './locations.query.js';
import { schoolAsked } from './school-asked.http.js';

@ApiTags('locations')
@Controller('locations')
export class LocationsController {
  constructor(
    private readonly locations: LocationsQuery,
    private readonly addLocation: AddLocation,
    private readonly changeLocation: ChangeLocation,
    private readonly documents: Documents,
  ) {}

  @Post()
  @HttpCode(201)
  @Versioned()
  @Does('locations.create')
  @ApiCreatedResponse({ type: LocationView })
  create(
    @From() caller: Caller,
    @Body() input: LocationAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.addLocation.execute(input, caller.schoolFor(input.schoolId), request);
  }

  @Get()
  @Does('locations.list')
  @ApiOkResponse({ type: LocationsPage })
  list(
    @From() caller: Caller,
    @Query() input: LocationsAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<LocationLine> | StreamableFile> {
    const schoolId = schoolAsked(caller, input.schoolId);
    return pageOrDocument(this.documents, printedLocations, input, language, (page) =>
      this.locations.tree(page, schoolId),
    );
  }

  @Get(':id')
  @Versioned()
  @Does('locations.read')
  @ApiOkResponse({ type: LocationView })
  read(@Param('id') id: string): Promise<LocationView> {
    return this.locations.byId(pathId<LocationId>(id));
  }

  @Patch(':id')
  @Versioned()
  @Does('locations.change')
  @ApiOkResponse({ type: LocationView })
  change(
    @From() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: LocationChangeAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.changeLocation.execute(request, caller, pathId<LocationId>(id), version, input);
  }

  @Get(':id/copies')
  @Does('locations.copies')
  @ApiOkResponse({ type: PlacedCopiesPage })
  copies(
    @Param('id') id: string,
    @Query() input: ListAsked,
    @ReadsIn() language: Language,
  ): Promise<Page<CopyListed> | StreamableFile> {
    const locationId = pathId<LocationId>(id);
    return pageOrDocument(this.documents, printedCopies, input, language, (page) =>
      this.locations.copies(locationId, page),
    );
  }
}
