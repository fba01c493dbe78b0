import { watermarkOf } from '../envelope/watermark.js';

export const catalogWatermark = watermarkOf('catalog');
