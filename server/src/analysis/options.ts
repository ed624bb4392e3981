import type { AnalysisOptions } from './types';

export const DEFAULT_OPTIONS: AnalysisOptions = {
  severity: {},
  checkQuotations: false,
  houseNames: {},
  dateOrder: 'day-month-year',
  ignores: [],
};
