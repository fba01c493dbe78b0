import { Module } from '@nestjs/common';
import { DescribeSerial } from './describe-serial.use-case.js';
import { SerialsController } from './serials.controller.js';
import { SerialsQuery } from './serials.query.js';

@Module({ controllers: [SerialsController], providers: [SerialsQuery, DescribeSerial] })
export class SerialsModule {}
