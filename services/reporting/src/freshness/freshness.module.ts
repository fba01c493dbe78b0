import { Module } from '@nestjs/common';
import { Freshness } from './freshness.query.js';

@Module({ providers: [Freshness], exports: [Freshness] })
export class FreshnessModule {}
