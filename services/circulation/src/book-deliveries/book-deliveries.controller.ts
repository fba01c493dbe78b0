import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Caller, Does, From, Once, type Answer, type DeskRequest } from '@shulian/service-kit';
import { ManifestView } from '../block-loans/block-manifests.http.js';
import { DeliveryAsked } from './book-deliveries.http.js';
import { DeliverCopies } from './deliver-copies.use-case.js';

@ApiTags('book deliveries')
@Controller('book-deliveries')
export class BookDeliveriesController {
  constructor(private readonly deliver: DeliverCopies) {}

  @Post()
  @HttpCode(201)
  @Does('book-deliveries.create')
  @ApiCreatedResponse({ type: ManifestView })
  create(
    @From() caller: Caller,
    @Body() input: DeliveryAsked,
    @Once() request: DeskRequest | null,
  ): Promise<Answer> {
    return this.deliver.execute(caller, input, request);
  }
}
